import { expect, it } from 'vitest';
import type { Contact, Recipient } from '../src/index.ts';
import { startMailServer } from './mail-server.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const PDF = Buffer.from('%PDF-1.3 isi surat');

const notify = (running: RunningChannels, attempt: number) =>
  running.channels.receiveEvents('sla', [
    {
      id: attempt,
      stream: 'letter-1',
      type: 'notification.requested',
      occurredAt: NOW,
      payload: {
        notificationId: `letter-1:${attempt}`,
        recipient: { kind: 'LETTER', letterId: 'letter-1', organisationId: 'pemkot' },
        template: 'oversight-letter',
        facts: { number: '27509914', letterNumber: '0001/LAPOR/XI/2026' },
        at: NOW,
      },
    },
  ]);
const ended = (running: RunningChannels) =>
  running.sql(`select payload from channels.event where type = 'letter.ended' order by id`) as Promise<
    { payload: object }[]
  >;

it('brings a letter of the Ombudsman to the head with its PDF, and says what became of it', async () => {
  await using mailServer = await startMailServer();
  const asked: Recipient[] = [];
  let contact: Contact | null = {
    email: 'walikota@contoh.go.id',
    language: 'id',
    facts: { headTitle: 'Wali Kota' },
    attachment: { fileName: 'surat-0001-LAPOR-XI-2026.pdf', contentType: 'application/pdf', content: PDF },
  };
  await using running = await runChannels({
    smtpUrl: mailServer.url,
    production: true,
    contactBook: {
      contactFor: async (recipient) => {
        asked.push(recipient);
        return contact;
      },
    },
  });
  await notify(running, 1);
  await running.channels.settle();
  expect(asked).toEqual([{ kind: 'LETTER', letterId: 'letter-1', organisationId: 'pemkot' }]);
  const { parsed, recipients } = mailServer.mails[0]!;
  expect(recipients).toEqual(['walikota@contoh.go.id']);
  expect(parsed.subject).toBe('Surat Ombudsman 0001/LAPOR/XI/2026 tentang laporan 2750 9914');
  expect(parsed.text).toContain('Yth. Wali Kota,');
  expect(parsed.text).toContain('https://lapor.example/instansi/laporan/27509914');
  expect(parsed.attachments).toMatchObject([
    { filename: 'surat-0001-LAPOR-XI-2026.pdf', contentType: 'application/pdf', content: PDF },
  ]);
  contact = { language: 'id' };
  await notify(running, 2);
  await running.channels.settle();
  expect((await ended(running)).map(({ payload }) => payload)).toEqual([
    { notificationId: 'letter-1:1', letterId: 'letter-1', outcome: 'SENT', at: NOW },
    { notificationId: 'letter-1:2', letterId: 'letter-1', outcome: 'NO_ADDRESS', at: NOW },
  ]);
});

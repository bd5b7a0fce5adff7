import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMailTo } from '../../services/channels/tests/mail-client.ts';
import { startMailServer, type MailServer } from '../../services/channels/tests/mail-server.ts';
import { eventually } from '../platform/processes.ts';
import { startWithDoors, type WithDoors } from './platform-with-doors.ts';

const DOMAIN = 'surat.contoh.test';
const SENDER = 'siti.merak@rumah.contoh.test';
const NARRATIVE = 'Jalan di depan pasar berlubang sejak merak menari.';

describe('the door of mail', () => {
  const stack = new AsyncDisposableStack();
  let doors: WithDoors;
  let out: MailServer;
  let read = 0;

  beforeAll(async () => {
    out = stack.use(await startMailServer());
    doors = stack.use(
      await startWithDoors(23_280, {
        smtpUrl: out.url,
        mailFrom: `lapor@${DOMAIN}`,
        doors: { mailIn: { port: 0, host: '127.0.0.1', domain: DOMAIN } },
      }),
    );
  });
  afterAll(() => stack.disposeAsync());

  const send = (mail: { to: string; subject: string; text: string; from?: string; inReplyTo?: string }) =>
    sendMailTo(doors.platform.services.channels.mailPort!, { from: `Siti Merak <${SENDER}>`, ...mail });
  /** The next mail that comes to the reporter. */
  const next = async () => {
    await eventually('a mail', async () => {
      await doors.platform.services.settle();
      return out.mails.length > read;
    });
    const { parsed, recipients } = out.mails[read++]!;
    expect(recipients).toEqual([SENDER]);
    return parsed;
  };
  /** Answers the last mail as a mail program does. */
  const answers = async (text: string) => {
    const { parsed } = out.mails[read - 1]!;
    const to = parsed.replyTo!.value[0]!.address!;
    await send({
      to,
      subject: `Re: ${parsed.subject}`,
      inReplyTo: parsed.messageId!,
      text: `${text}\n\nPada Sab, 21 Nov 2026 pukul 09.12 SP4N-LAPOR! <lapor@${DOMAIN}>\nmenulis:\n\n> ${parsed.text!.replaceAll('\n', '\n> ')}\n`,
    });
    return (await next()).text!;
  };

  it('carries a report from its filing to its rating, and the reporter never uses the web', async () => {
    await send({ to: `lapor@${DOMAIN}`, subject: 'Jalan rusak', text: NARRATIVE });
    expect((await next()).text).toContain('Di mana kejadiannya?');
    const filed = await answers('Kuranji, Kota Padang');
    const [, number = ''] = /Laporan (\d{4} \d{4}) \(kode K1\) diterima/.exec(filed) ?? [];
    expect(filed).toContain(`/laporan/${number.replace(' ', '')}`);
    const { data } = await doors
      .officer('desk')
      .ask(`{ report(number: "${number}") { id channel text region { code } } }`);
    expect(data.report).toMatchObject({
      channel: 'EMAIL',
      text: `Jalan rusak.\n${NARRATIVE}\nTempat: Kuranji, Kota Padang`,
      region: { code: '13.71.09' },
    });
    const reportId = data.report.id as string;
    await doors.verify(reportId);
    expect((await next()).subject).toContain(number);
    await doors.dispose(reportId);
    await next();
    await doors.plan(reportId, 'Penambalan dijadwalkan pekan depan.');
    const plan = await next();
    expect(plan.text).toContain('Penambalan dijadwalkan pekan depan.');
    expect(plan.replyTo!.value[0]!.address).toMatch(new RegExp(`^balas\\+[a-z2-7]{45}@${DOMAIN}$`));
    expect(await answers('Kapan tepatnya?')).toContain('Balasan Anda');
    await doors.result(reportId, 'Jalan sudah ditambal seluruhnya.');
    expect((await next()).text).toContain('Jalan sudah ditambal seluruhnya.');
    expect(await answers('Belum beres, masih ada dua lubang.')).toContain('belum beres');
    await doors.result(reportId, 'Kedua lubang itu juga ditutup.');
    expect((await next()).text).toContain('Kedua lubang itu juga ditutup.');
    expect(await answers('Tutup')).toContain(`Balas YA untuk menutup laporan ${number}`);
    expect(await answers('Ya')).toContain('dinyatakan selesai');
    expect(await answers('Nilai 5')).toContain('Nilai Anda');
    const after = await doors
      .officer('desk')
      .ask(`{ report(number: "${number}") { state rating history { kind text } } }`);
    expect(after.data.report).toMatchObject({ state: 'COMPLETED', rating: 5 });
    const said = (after.data.report.history as { kind: string; text: string }[])
      .filter(({ kind }) => kind === 'REPLIED')
      .map(({ text }) => text);
    expect(said).toContainEqual('Kapan tepatnya?');
    expect(said).toContainEqual(expect.stringContaining('masih ada dua lubang'));
    expect(said.join(' ')).not.toContain('menulis');
  });

  it('lets nobody else answer who got a mail about it', async () => {
    const toReport = out.mails
      .map(({ parsed }) => parsed.replyTo?.value[0]?.address ?? '')
      .findLast((address) => /\+[a-z2-7]{45}@/.test(address))!;
    await send({ to: toReport, from: 'orang@lain.contoh.test', subject: 'Re: Laporan', text: 'Nilai 1' });
    await doors.platform.services.settle();
    expect(out.mails.length).toBe(read);
    const { waiting } = await doors.platform.services.channels.health();
    expect(waiting).toContainEqual(expect.objectContaining({ name: 'DESK_OF_DOORS', waiting: 1 }));
  });

  it('leaves no address and no words in the logs', () => {
    const log = doors.lines.join('\n');
    expect(doors.lines.length).toBeGreaterThan(50);
    for (const canary of [
      SENDER,
      'siti.merak',
      'rumah.contoh.test',
      'merak menari',
      'dua lubang',
      'orang@lain',
    ])
      expect(log.includes(canary), canary).toBe(false);
  });
});

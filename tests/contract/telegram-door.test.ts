import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTelegramDouble, type TelegramDouble } from '../../services/channels/tests/telegram-double.ts';
import { eventually } from '../platform/processes.ts';
import { startWithDoors, type WithDoors } from './platform-with-doors.ts';

const WEBHOOK_SECRET = 'rahasia-panggilan-balik-telegram-123';
const CHAT = 900_100_200_300;
const NARRATIVE = 'lampu jalan di depan masjid padam sejak cenderawasih bertelur';

describe('the door of Telegram', () => {
  const stack = new AsyncDisposableStack();
  let doors: WithDoors;
  let telegram: TelegramDouble;
  let updateId = 0;
  let read = 0;

  beforeAll(async () => {
    telegram = stack.use(await startTelegramDouble());
    doors = stack.use(
      await startWithDoors(23_290, {
        doors: {
          telegram: { botToken: telegram.token, webhookSecret: WEBHOOK_SECRET, apiUrl: telegram.url },
        },
      }),
    );
  });
  afterAll(() => stack.disposeAsync());

  const post = (message: object, secret = WEBHOOK_SECRET) =>
    fetch(`${doors.address}/channels/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({
        update_id: ++updateId,
        message: {
          message_id: updateId,
          from: { id: CHAT, is_bot: false },
          chat: { id: CHAT, type: 'private' },
          ...message,
        },
      }),
    });
  const next = async (): Promise<string> => {
    await eventually('a message', async () => {
      await doors.platform.services.settle();
      return telegram.sent.length > read;
    });
    return telegram.sent[read++]!.text;
  };
  const says = async (message: string | object) => {
    expect((await post(typeof message === 'string' ? { text: message } : message)).status).toBe(200);
    return next();
  };

  it('carries a report from its filing to its rating, and the reporter never uses the web', async () => {
    telegram.files.set(
      'foto',
      readFileSync(join(import.meta.dirname, '../../web-citizen/public/icon-192.png')),
    );
    expect(
      await says({ caption: `lapor ${NARRATIVE}`, photo: [{ file_id: 'foto', file_size: 5_000 }] }),
    ).toContain('Di mana kejadiannya?');
    const filed = await says('kec. Kuranji, Padang');
    const [, number = ''] = /Laporan (\d{4} \d{4}) \(kode K1\) diterima/.exec(filed) ?? [];
    expect(filed).toContain(`/laporan/${number.replace(' ', '')}`);
    const { data } = await doors
      .officer('desk')
      .ask(`{ report(number: "${number}") { id channel text attachments { kind } } }`);
    expect(data.report).toMatchObject({
      channel: 'TELEGRAM',
      text: `${NARRATIVE}\nTempat: kec. Kuranji, Padang`,
      attachments: [{ kind: 'PHOTO' }],
    });
    const reportId = data.report.id as string;
    await doors.verify(reportId);
    expect(await next()).toContain('diteruskan');
    await doors.dispose(reportId);
    expect(await next()).toContain('Dinas Pekerjaan Umum');
    await doors.plan(reportId, 'Lampu diganti pekan depan.');
    expect(await next()).toContain('Lampu diganti pekan depan.');
    await doors.result(reportId, 'Lampu sudah diganti.');
    expect(await next()).toContain('Lampu sudah diganti.');
    expect(await says('belum, masih padam')).toContain('belum beres');
    await doors.result(reportId, 'Kabelnya juga diganti.');
    expect(await next()).toContain('Kabelnya juga diganti.');
    expect(await says('Tutup')).toContain(`Balas YA untuk menutup laporan ${number} (K1)`);
    expect(await says('ya, terima kasih')).toContain('dinyatakan selesai');
    expect(await says('nilai 5')).toContain('Nilai Anda');
    const after = await doors.officer('desk').ask(`{ report(number: "${number}") { state rating } }`);
    expect(after.data.report).toMatchObject({ state: 'COMPLETED', rating: 5 });
  });

  it('shows nobody the chat, refuses who is not Telegram, and lets nobody else say where a sender is reached', async () => {
    expect((await post({ text: 'LAPOR jalan rusak' }, 'salah')).status).toBe(401);
    const response = await fetch(`${doors.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lapor-client': 'web-citizen' },
      body: JSON.stringify({
        query: `mutation { submitReport(input: { submissionKey: "5f3a7a0e-6b0c-4f0a-9a37-0d6f5d2c1b11", kind: COMPLAINT, title: "Jalan rusak", text: "Jalan rusak di depan pasar.", reporter: { doorAddress: "1" } }) { ... on InvalidInput { fields { path code } } } }`,
      }),
    });
    expect(JSON.stringify(await response.json())).toMatch(/NOT_A_DOOR|DOCUMENT_REFUSED|PERSISTED/);
    const log = doors.lines.join('\n');
    expect(doors.lines.length).toBeGreaterThan(50);
    for (const canary of [String(CHAT), 'cenderawasih', telegram.token, WEBHOOK_SECRET, 'masih padam'])
      expect(log.includes(canary), canary).toBe(false);
  });
});

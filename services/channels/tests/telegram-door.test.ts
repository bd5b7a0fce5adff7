import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';
import { startTelegramDouble, type TelegramDouble } from './telegram-double.ts';

const SECRET_TOKEN = 'rahasia-panggilan-balik-telegram-123';
const CHAT = 900_100_200_300;
const KURANJI = {
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang, Sumatera Barat',
  level: 'DISTRICT',
};

describe('the door of Telegram', () => {
  let graph: GraphDouble;
  let telegram: TelegramDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let updateId = 0;

  beforeEach(async () => {
    graph = await startGraphDouble();
    graph.regions = [KURANJI];
    telegram = await startTelegramDouble();
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      telegram: { botToken: telegram.token, webhookSecret: SECRET_TOKEN, apiUrl: telegram.url },
      contactBook: { contactFor: async () => null },
    });
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await telegram[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    running.server.inject({
      method: 'POST',
      url: '/channels/telegram',
      headers: {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': SECRET_TOKEN,
        ...headers,
      },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const update = (message: object, id = ++updateId) => ({
    update_id: id,
    message: {
      message_id: id,
      date: 1,
      from: { id: CHAT, is_bot: false },
      chat: { id: CHAT, type: 'private' },
      ...message,
    },
  });
  const rest = async () => {
    while ((await running.channels.settle()) > 0);
  };
  const says = async (message: string | object) => {
    const before = telegram.sent.length;
    expect((await post(update(typeof message === 'string' ? { text: message } : message))).statusCode).toBe(
      200,
    );
    await rest();
    expect(telegram.sent.length).toBe(before + 1);
    expect(telegram.sent.at(-1)!.chat_id).toBe(CHAT);
    return telegram.sent.at(-1)!.text;
  };
  const file = async () => {
    await says('/lapor jalan di depan pasar berlubang');
    return says('Kuranji Padang');
  };
  const states = async () =>
    (await running.sql<{ state: string }>('select state from channels.inbound order by position')).map(
      ({ state }) => state,
    );

  it('takes in what Telegram sends, once, and refuses everybody else', async () => {
    const message = update({ text: 'LAPOR jalan rusak di depan pasar' });
    expect((await post(message, { 'x-telegram-bot-api-secret-token': 'salah' })).statusCode).toBe(401);
    expect((await post(message, { 'x-telegram-bot-api-secret-token': '' })).statusCode).toBe(401);
    expect((await post('{"update_id":"x"}')).statusCode).toBe(400);
    expect((await post({ ...message, filler: 'x'.repeat(300_000) })).statusCode).toBe(413);
    for (let time = 0; time < 3; time++) expect((await post(message)).statusCode).toBe(200);
    await rest();
    expect(await states()).toEqual(['DONE']);
    expect(telegram.sent).toHaveLength(1);
  });

  it('lets go what is no word of a person to the bot alone', async () => {
    for (const message of [
      { chat: { id: -100_1, type: 'supergroup' }, text: 'LAPOR jalan rusak' },
      { from: { is_bot: true }, text: 'LAPOR jalan rusak' },
    ])
      expect((await post(update(message))).json()).toEqual({ taken: false });
    expect((await post({ update_id: 99_999, edited_message: { text: 'x' } })).statusCode).toBe(200);
    expect(await states()).toEqual([]);
  });

  it('files as whoever writes, and says where to follow', async () => {
    expect(await says('/start')).toContain('Kabar lewat Telegram');
    const answer = await file();
    expect(answer).toMatch(/Laporan 4821 3090 \(kode K1\) diterima\. Tempat: Kuranji/);
    expect(answer).toContain('https://lapor.example/laporan/48213090');
    expect([...graph.reports.values()][0]!.input.reporter).toEqual({ doorAddress: String(CHAT) });
    expect(graph.asked[0]).toMatchObject({ channel: 'TELEGRAM' });
    const kept = JSON.stringify(
      await running.sql(
        'select to_jsonb(i) as i, to_jsonb(c) as c, to_jsonb(d) as d from channels.inbound i, channels.conversation c, channels.door_report d',
      ),
    );
    expect(kept).not.toMatch(new RegExp(`${CHAT}|berlubang`));
  });

  it('offers to file what is no command, and files it at a yes', async () => {
    expect(await says('Lampu jalan di depan masjid padam tiga malam')).toContain('Apakah ini laporan baru?');
    expect(await says('ya')).toContain('Di mana kejadiannya?');
    expect(await says('Kuranji')).toContain('diterima');
    expect([...graph.reports.values()][0]!.input.text).toBe(
      'Lampu jalan di depan masjid padam tiga malam\nTempat: Kuranji',
    );
  });

  it('takes a photo along, and one that comes behind it', async () => {
    telegram.files.set('besar', Buffer.alloc(3_000, 1));
    telegram.files.set('susulan', Buffer.alloc(500, 2));
    const photo = [
      { file_id: 'kecil', file_size: 100 },
      { file_id: 'besar', file_size: 3_000 },
    ];
    await says({ caption: 'LAPOR jalan berlubang di depan pasar', photo });
    await says({ photo: [{ file_id: 'susulan', file_size: 500 }] });
    expect(await says('Kuranji')).toContain('diterima');
    expect(graph.files.map(({ bytes }) => bytes)).toEqual([3_000, 500]);
    expect([...graph.reports.values()][0]!.input.attachmentIds).toHaveLength(2);
    graph.report = { state: 'IN_PROGRESS', viewerCanReply: true };
    expect(await says({ photo: [{ file_id: 'susulan' }] })).toContain('Balasan Anda');
    expect(graph.files.at(-1)!.owner).toBe('grant of 48213090');
  });

  it('refuses what is too much with 200, tells it once, and fetches nothing of it', async () => {
    await says('BANTUAN');
    await running.sql(
      `insert into channels.inbound (id, door, provider_message_id, sender, state, received_at)
       select gen_random_uuid(), door, 'm' || count, sender, 'DONE', received_at from channels.inbound, generate_series(1, 59) count`,
    );
    telegram.files.set('foto', Buffer.alloc(100, 1));
    const before = telegram.sent.length;
    for (let time = 0; time < 3; time++) {
      const answer = await post(update({ caption: 'LAPOR jalan rusak', photo: [{ file_id: 'foto' }] }));
      expect([answer.statusCode, answer.json()]).toEqual([200, { taken: false }]);
    }
    await rest();
    expect(telegram.filesAsked).toBe(0);
    expect(telegram.sent.slice(before).map(({ text }) => text)).toEqual([
      expect.stringContaining('terlalu banyak'),
    ]);
    const refused = await running.sql(
      `select state, reason, sealed from channels.inbound where state = 'REFUSED'`,
    );
    expect(refused).toEqual(Array(3).fill({ state: 'REFUSED', reason: 'FLOOD', sealed: null }));
    clock.set('2026-11-20T02:51:00.000Z');
    expect(await says('STATUS')).toContain('Belum ada laporan');
  });

  it('does not fetch a file of an update that it knows', async () => {
    telegram.files.set('foto', Buffer.alloc(100, 1));
    const known = update({ caption: 'LAPOR jalan rusak di depan pasar', photo: [{ file_id: 'foto' }] });
    for (let time = 0; time < 3; time++) await post(known);
    await rest();
    await post(known);
    await rest();
    expect(telegram.filesAsked).toBe(1);
  });

  it('says what it cannot take, and where else', async () => {
    expect(await says({ sticker: { file_id: 'x' } })).toContain('https://lapor.example');
  });

  it('waits as long as Telegram says, and then sends what waited, once', async () => {
    telegram.answers = ['BUSY'];
    await post(update({ text: 'BANTUAN' }));
    await rest();
    expect(telegram.sent).toEqual([]);
    clock.set('2026-11-20T02:40:08.000Z');
    await running.retry();
    await rest();
    expect(telegram.sent).toHaveLength(1);
  });

  it('gives up who blocked the bot, and repeats nothing that may have arrived', async () => {
    for (const [answer, state] of [
      ['BLOCKED', 'FAILED'],
      ['BROKEN', 'UNCERTAIN'],
    ] as const) {
      telegram.answers = [answer];
      clock.set(answer === 'BLOCKED' ? NOW : '2026-11-20T05:40:00.000Z');
      await post(update({ text: 'BANTUAN' }));
      await rest();
      await running.retry();
      await rest();
      expect(telegram.sent).toEqual([]);
      const rows = await running.sql<{ state: string }>(
        'select state from channels.delivery order by requested_at desc limit 1',
      );
      expect(rows).toEqual([{ state }]);
    }
  });

  it('tells news of a report in the chat that it came in by', async () => {
    await file();
    graph.report = {
      state: 'IN_PROGRESS',
      history: [
        {
          id: 'h1',
          kind: 'PLANNED',
          actorKind: 'OFFICER',
          text: 'Penambalan dijadwalkan pekan depan.',
          promisedOn: '2026-11-28',
          at: NOW,
          organisation: null,
          correctedBy: null,
        },
      ],
    };
    await running.notify({
      reportId: [...graph.reports.values()][0]!.id,
      template: 'report-answered',
      facts: { number: '48213090', organisationName: 'Dinas PUPR', kind: 'PLANNED' },
    });
    await rest();
    expect(telegram.sent.at(-1)).toMatchObject({
      chat_id: CHAT,
      text: expect.stringContaining('Penambalan dijadwalkan pekan depan.'),
    });
  });

  it('answers anything that is sent with a word of its own, never with a failure', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.object().map((o) => JSON.stringify({ update_id: 1, message: o })),
        ),
        async (body) => {
          expect((await post(body)).statusCode).toBeLessThan(500);
        },
      ),
      { numRuns: 200 },
    ));
});

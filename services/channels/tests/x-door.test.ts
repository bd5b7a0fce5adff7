import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { signatureOf } from '../src/modules/x/routes.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { startProviderDouble, type ProviderDouble } from './provider-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const CONSUMER_SECRET = 'rahasia-aplikasi-x';
const OWN = '1708170817081708';
const USER = '900100200300';
const KURANJI = {
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang, Sumatera Barat',
  level: 'DISTRICT',
};

// The double is written from the documentation of X; none of this was tried against the real one.
describe('the door of X', () => {
  let graph: GraphDouble;
  let api: ProviderDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let count = 0;

  beforeEach(async () => {
    graph = await startGraphDouble();
    graph.regions = [KURANJI];
    api = await startProviderDouble((sent) => ({ data: { dm_event_id: `${sent}`, id: `${sent}` } }));
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      x: {
        consumerKey: 'kunci-aplikasi',
        consumerSecret: CONSUMER_SECRET,
        accessToken: 'token-akun-lapor',
        accessSecret: 'rahasia-akun-lapor',
        userId: OWN,
        apiUrl: api.url,
      },
      contactBook: { contactFor: async () => null },
    });
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const post = (body: string, signature = signatureOf(CONSUMER_SECRET, Buffer.from(body))) =>
    running.server.inject({
      method: 'POST',
      url: '/channels/x',
      headers: { 'content-type': 'application/json', 'x-twitter-webhooks-signature': signature },
      payload: body,
    });
  const activities = (value: object) => JSON.stringify({ for_user_id: OWN, ...value });
  const direct = (text: string, sender = USER) =>
    activities({
      direct_message_events: [
        {
          type: 'message_create',
          id: String(++count),
          message_create: { sender_id: sender, target: { recipient_id: OWN }, message_data: { text } },
        },
      ],
    });
  const mention = (value: object = {}) =>
    activities({
      tweet_create_events: [
        {
          id_str: String(7_000 + ++count),
          text: '@lapor1708 jalan rusak, saya Budi, 0812-0000-0072',
          user: { id_str: USER, screen_name: 'budi' },
          entities: { user_mentions: [{ id_str: OWN }] },
          ...value,
        },
      ],
    });
  const rest = async () => {
    while ((await running.channels.settle()) > 0);
  };
  const says = async (text: string) => {
    const before = api.asked.length;
    expect((await post(direct(text))).statusCode).toBe(200);
    await rest();
    expect(api.asked.length).toBe(before + 1);
    expect(api.asked.at(-1)!.path).toBe(`/2/dm_conversations/with/${USER}/messages`);
    return api.asked.at(-1)!.body.text as string;
  };

  it('answers the challenge with its signature', async () => {
    const answer = await running.server.inject({ url: '/channels/x?crc_token=acak' });
    expect(answer.json()).toEqual({ response_token: signatureOf(CONSUMER_SECRET, Buffer.from('acak')) });
    expect((await running.server.inject({ url: '/channels/x' })).statusCode).toBe(400);
    // What it answers with is what signs a callback: nothing that could be one is signed.
    for (const forged of [direct('BANTUAN'), '{}', '[]', '"x"', ' 1 ', 'a'.repeat(101), ''])
      expect(
        (await running.server.inject({ url: `/channels/x?crc_token=${encodeURIComponent(forged)}` }))
          .statusCode,
        forged,
      ).toBe(400);
  });

  it('takes in what is signed, once, and not what it wrote itself', async () => {
    const body = direct('BANTUAN');
    expect((await post(body, 'sha256=AAAA')).statusCode).toBe(401);
    expect((await post('null')).statusCode).toBe(400);
    expect((await post(body.replace(`"for_user_id":"${OWN}"`, '"for_user_id":"5"'))).json()).toEqual({
      taken: false,
    });
    for (let time = 0; time < 3; time++) expect((await post(body)).statusCode).toBe(200);
    await post(direct('BANTUAN', OWN));
    await post(mention({ user: { id_str: OWN } }));
    await post(mention({ retweeted_status: {} }));
    await post(mention({ entities: { user_mentions: [{ id_str: '5' }] } }));
    await rest();
    expect(await running.sql('select 1 from channels.inbound')).toHaveLength(1);
    expect(api.asked).toHaveLength(1);
    expect(api.asked[0]!.authorization).toMatch(
      /^OAuth .*oauth_consumer_key="kunci-aplikasi".*oauth_signature="/,
    );
  });

  it('refuses what one sender writes too much of, and holds up nobody else', async () => {
    await says('BANTUAN');
    await running.sql(
      `insert into channels.inbound (id, door, provider_message_id, sender, state, received_at)
       select gen_random_uuid(), door, 'm' || count, sender, 'DONE', received_at from channels.inbound, generate_series(1, 59) count`,
    );
    const before = api.asked.length;
    for (let time = 0; time < 3; time++) expect((await post(direct('STATUS'))).statusCode).toBe(200);
    expect((await post(direct('BANTUAN', '5'))).statusCode).toBe(200);
    await rest();
    const texts = api.asked.slice(before).map(({ body }) => body.text as string);
    expect(texts.filter((text) => text.includes('terlalu banyak'))).toHaveLength(1);
    expect(texts).toHaveLength(2);
  });

  it('files by direct messages', async () => {
    expect(await says('lapor jalan di depan pasar berlubang')).toContain('Di mana kejadiannya?');
    expect(await says('Kuranji')).toMatch(/\(kode K1\) diterima/);
    expect([...graph.reports.values()][0]!.input.reporter).toEqual({ doorAddress: USER });
    expect(graph.asked[0]).toMatchObject({ channel: 'X' });
  });

  it('takes a photo along as the account that got it, from the places of X alone', async () => {
    const url = 'https://t.co/abc';
    const withMedia = (media: object, text: string) =>
      direct('').replace(
        '"message_data":{"text":""}',
        `"message_data":${JSON.stringify({ text, attachment: { type: 'media', media } })}`,
      );
    api.things.set('/ton/foto.jpg', [503, Buffer.alloc(700, 1)]);
    const photo = { id: 1, type: 'photo', url, media_url_https: `${api.url}/ton/foto.jpg` };
    await post(withMedia(photo, `lapor jalan di depan pasar berlubang ${url}`));
    await rest();
    expect(api.asked).toEqual([]);
    clock.set('2026-11-20T02:40:11.000Z');
    await rest();
    expect(api.asked.at(-1)!.body.text).toContain('Di mana kejadiannya?');
    expect(api.had.at(-1)!.authorization).toMatch(/^OAuth .*oauth_token="token-akun-lapor"/);
    const elsewhere = await startProviderDouble(() => ({}));
    await post(withMedia({ ...photo, media_url_https: `${elsewhere.url}/foto.jpg` }, url));
    await post(withMedia({ ...photo, type: 'video' }, url));
    await rest();
    expect(elsewhere.had).toEqual([]);
    await elsewhere[Symbol.asyncDispose]();
    expect(api.asked.map(({ body }) => body.text as string).slice(-2)).toEqual([
      expect.stringContaining('foto-x.jpg (tidak lolos'),
      expect.stringContaining('video (video belum bisa'),
    ]);
    await says('Kuranji');
    const [report] = graph.reports.values();
    expect(report!.input.text).toBe('jalan di depan pasar berlubang\nTempat: Kuranji');
    expect(report!.input.attachmentIds).toHaveLength(1);
  });

  it('answers a mention in public with the way to report, and nothing of who or what', async () => {
    await post(mention());
    await rest();
    expect(api.asked).toHaveLength(1);
    const [{ path, body }] = api.asked as [(typeof api.asked)[number]];
    expect(path).toBe('/2/tweets');
    expect(body.reply).toEqual({ in_reply_to_tweet_id: '7001'.replace('7001', String(7_000 + count)) });
    expect(body.text).toContain('https://lapor.example');
    expect(body.text).not.toMatch(/budi|0812|rusak/i);
    expect((body.text as string).length).toBeLessThanOrEqual(280);
    await post(mention());
    await rest();
    expect(api.asked).toHaveLength(1);
    expect(graph.reports.size).toBe(0);
    clock.set('2026-11-20T03:41:00.000Z');
    await post(mention());
    await rest();
    expect(api.asked).toHaveLength(2);
  });

  it('rests until X says, and sends what waited', async () => {
    const reset = String(Date.parse(NOW) / 1_000 + 30);
    api.answers = [{ status: 429, body: {}, headers: { 'x-rate-limit-reset': reset } }];
    await post(direct('BANTUAN'));
    await rest();
    await running.retry();
    expect(api.asked).toHaveLength(1);
    clock.set('2026-11-20T02:40:31.000Z');
    await running.retry();
    await rest();
    expect(api.asked).toHaveLength(2);
  });

  it('answers anything that is signed with a word of its own, never with a failure', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .object()
            .map((value) => activities({ direct_message_events: [value], tweet_create_events: [value] })),
        ),
        async (body) => {
          expect((await post(body)).statusCode).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    ));
});

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { signatureOf } from '../src/modules/whatsapp/routes.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { startProviderDouble, type ProviderDouble } from './provider-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const APP_SECRET = 'rahasia-aplikasi-whatsapp';
const VERIFY = 'kata-verifikasi-whatsapp';
const FROM = '6281200000064';
const KURANJI = {
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang, Sumatera Barat',
  level: 'DISTRICT',
};

// The double is written from the documentation of the Cloud API; none of this was tried against the real one.
describe('the door of WhatsApp', () => {
  let graph: GraphDouble;
  let api: ProviderDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let count = 0;

  beforeEach(async () => {
    graph = await startGraphDouble();
    graph.regions = [KURANJI];
    api = await startProviderDouble((sent) => ({
      messaging_product: 'whatsapp',
      messages: [{ id: `wamid.${sent}` }],
    }));
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      quietHours: null,
      gatewayUrl: () => graph.url,
      whatsapp: {
        token: 'token-sistem-whatsapp',
        phoneId: '1708',
        appSecret: APP_SECRET,
        verifyToken: VERIFY,
        template: 'kabar_laporan',
        apiUrl: api.url,
      },
      contactBook: { contactFor: async () => ({ phone: `+${FROM}`, language: 'id', facts: {} }) },
    });
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const post = (body: string, signature = signatureOf(APP_SECRET, Buffer.from(body))) =>
    running.server.inject({
      method: 'POST',
      url: '/channels/whatsapp',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      payload: body,
    });
  const callback = (value: object) =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [{ field: 'messages', value: { metadata: { phone_number_id: '1708' }, ...value } }],
        },
      ],
    });
  const message = (one: object, id = `wamid.in.${++count}`) =>
    callback({ messages: [{ id, from: FROM, timestamp: '1', type: 'text', ...one }] });
  const rest = async () => {
    while ((await running.channels.settle()) > 0);
  };
  const texts = () =>
    api.asked.map(({ body }) => body.text?.body ?? body.template?.components[0].parameters[0].text);
  const says = async (one: string | object) => {
    const before = api.asked.length;
    const given = typeof one === 'string' ? { text: { body: one } } : one;
    expect((await post(message(given))).statusCode).toBe(200);
    await rest();
    expect(api.asked.length).toBe(before + 1);
    return texts().at(-1) as string;
  };
  const file = async () => {
    await says('Lapor jalan di depan pasar berlubang');
    return says('Kuranji Padang');
  };

  it('answers the challenge to who knows the word, and nobody else', async () => {
    const get = (token: string) =>
      running.server.inject({
        url: `/channels/whatsapp?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=11582`,
      });
    expect((await get(VERIFY)).body).toBe('11582');
    expect((await get('salah')).statusCode).toBe(403);
    expect((await running.server.inject({ url: '/channels/whatsapp' })).statusCode).toBe(403);
  });

  it('takes in what is signed, once, and nothing to another number', async () => {
    const body = message({ text: { body: 'LAPOR jalan rusak di pasar' } });
    expect((await post(body, 'sha256=00')).statusCode).toBe(401);
    expect((await post(body, '')).statusCode).toBe(401);
    expect((await post('[]')).statusCode).toBe(400);
    expect((await post(body.replace('"1708"', '"1799"'))).statusCode).toBe(200);
    for (let time = 0; time < 3; time++) expect((await post(body)).statusCode).toBe(200);
    await rest();
    expect(await running.sql('select 1 from channels.inbound')).toHaveLength(1);
    expect(api.asked).toHaveLength(1);
    expect(api.asked[0]).toMatchObject({
      path: '/1708/messages',
      authorization: 'Bearer token-sistem-whatsapp',
      body: { to: FROM, type: 'text' },
    });
  });

  it('files as whoever writes, with a photo from the API alone', async () => {
    api.things.set('/12345678', { url: `${api.url}/berkas/1`, mime_type: 'image/jpeg' });
    api.things.set('/berkas/1', Buffer.alloc(900, 1));
    api.things.set('/87654321', { url: 'http://169.254.169.254/latest/meta-data' });
    await says({ type: 'image', image: { id: '12345678', caption: 'LAPOR jalan berlubang di depan pasar' } });
    await says({ type: 'image', image: { id: '87654321' } });
    expect(await says('Kuranji')).toMatch(/\(kode K1\) diterima/);
    expect(graph.files.map(({ bytes }) => bytes)).toEqual([900]);
    expect([...graph.reports.values()][0]!.input.reporter).toEqual({ phone: `+${FROM}` });
    expect(graph.asked[0]).toMatchObject({ channel: 'WHATSAPP' });
  });

  it('asks anew for an address that ran out, tells what is gone, and shows its token to nobody else', async () => {
    const lies = { mime_type: 'image/jpeg', url: `${api.url}/berkas/1` };
    api.things.set('/12345678', [lies, { ...lies, url: `${api.url}/berkas/2` }]);
    api.things.set('/berkas/2', Buffer.alloc(900, 1));
    await says({ type: 'image', image: { id: '12345678', caption: 'LAPOR jalan berlubang di depan pasar' } });
    expect(api.had.map(({ path }) => path)).toEqual(['/12345678', '/berkas/1', '/12345678', '/berkas/2']);
    expect(new Set(api.had.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer token-sistem-whatsapp']),
    );
    expect(await says({ type: 'document', document: { id: '55555555', filename: 'surat.pdf' } })).toContain(
      'surat.pdf (sudah tidak ada di aplikasi pengirim)',
    );
    const other = await startProviderDouble(() => ({}));
    api.things.set('/77777777', { url: `${other.url}/berkas` });
    expect(await says({ type: 'image', image: { id: '77777777' } })).toContain('tidak lolos pemeriksaan');
    expect(other.had).toEqual([]);
    await other[Symbol.asyncDispose]();
    expect(graph.files).toHaveLength(1);
  });

  it('waits for a file while the API is away, and sends several photos as one report', async () => {
    api.things.set('/12345678', [503, { url: `${api.url}/berkas/1` }]);
    api.things.set('/berkas/1', Buffer.alloc(900, 1));
    api.things.set('/22345678', { url: `${api.url}/berkas/1` });
    await post(message({ image: { id: '12345678', caption: 'LAPOR jalan berlubang di depan pasar' } }));
    await post(message({ image: { id: '22345678' } }));
    await rest();
    expect(api.asked).toEqual([]);
    clock.set('2026-11-20T02:40:11.000Z');
    await rest();
    expect(texts()).toEqual([expect.stringContaining('Di mana'), expect.stringContaining('kami catat')]);
    expect(await says('Kuranji')).toContain('diterima');
    expect([...graph.reports.values()][0]!.input.attachmentIds).toHaveLength(2);
  });

  it('knows what arrived', async () => {
    await says('BANTUAN');
    const state = async () =>
      (await running.sql<{ state: string }>('select state from channels.delivery'))[0]!.state;
    expect(await state()).toBe('SENT');
    await post(callback({ statuses: [{ id: 'wamid.1', status: 'sent' }] }));
    expect(await state()).toBe('SENT');
    await post(
      callback({
        statuses: [
          { id: 'wamid.1', status: 'delivered' },
          { id: 'wamid.1', status: 'read' },
        ],
      }),
    );
    expect(await state()).toBe('ARRIVED');
  });

  it('sends news by a template a day after somebody wrote, also when only the other side knows that', async () => {
    await file();
    const news = async () => {
      await running.notify({
        reportId: [...graph.reports.values()][0]!.id,
        template: 'report-completed',
        facts: { number: '48213090' },
      });
      await rest();
      return api.asked.at(-1)!.body;
    };
    expect(await news()).toMatchObject({ type: 'text' });
    api.answers = [{ status: 400, body: { error: { code: 131_047, message: 'Re-engagement message' } } }];
    expect(await news()).toMatchObject({ type: 'template' });
    clock.set('2026-11-21T02:41:00.000Z');
    const sent = api.asked.length;
    expect(await news()).toMatchObject({
      type: 'template',
      template: { name: 'kabar_laporan', language: { code: 'id' } },
    });
    expect(api.asked.length).toBe(sent + 1);
    expect(texts().at(-1)).toContain('4821 3090');
  });

  it('tries again what was too much, and gives up a number that is none', async () => {
    api.answers = [{ status: 429, body: { error: { code: 130_429 } } }];
    await post(message({ text: { body: 'BANTUAN' } }));
    await rest();
    await running.retry();
    await rest();
    expect(api.asked).toHaveLength(2);
    api.answers = [{ status: 400, body: { error: { code: 131_026 } } }];
    clock.set('2026-11-20T04:40:00.000Z');
    await post(message({ text: { body: 'BANTUAN' } }));
    await rest();
    const rows = await running.sql<{ state: string; reason: string }>(
      'select state, reason from channels.delivery order by requested_at',
    );
    expect(rows).toEqual([
      { state: 'SENT', reason: null },
      { state: 'FAILED', reason: 'WHATSAPP_131026' },
    ]);
  });

  it('answers anything that is signed with a word of its own, never with a failure', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.object().map((value) => callback({ messages: [value], statuses: [] })),
        ),
        async (body) => {
          expect((await post(body)).statusCode).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    ));
});

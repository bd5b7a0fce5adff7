import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf } from '../../services/channels/src/modules/whatsapp/routes.ts';
import { startProviderDouble, type ProviderDouble } from '../../services/channels/tests/provider-double.ts';
import { eventually } from '../platform/processes.ts';
import { expectNoTrace, followToItsRating } from './messenger-story.ts';
import { startWithDoors, type WithDoors } from './platform-with-doors.ts';

const APP_SECRET = 'rahasia-aplikasi-whatsapp';
const FROM = '6281200000071';
const NAME = 'Siti Cenderawasih Merak';
const NARRATIVE = 'lampu jalan di depan masjid padam sejak kasuari bertelur';
const SECRET_WORDS = 'petugas loket meminta uang pelicin bertanda jalak bali';

// The double is written from the documentation of the Cloud API; none of this was tried against the real one.
describe('the door of WhatsApp', () => {
  const stack = new AsyncDisposableStack();
  let doors: WithDoors;
  let api: ProviderDouble;
  let count = 0;
  let read = 0;

  beforeAll(async () => {
    api = stack.use(
      await startProviderDouble((sent) => ({
        messaging_product: 'whatsapp',
        messages: [{ id: `wamid.${sent}` }],
      })),
    );
    doors = stack.use(
      await startWithDoors(23_660, {
        doors: {
          whatsapp: {
            token: 'token-sistem-whatsapp',
            phoneId: '1708',
            appSecret: APP_SECRET,
            verifyToken: 'kata-verifikasi-whatsapp',
            apiUrl: api.url,
          },
        },
      }),
    );
  });
  afterAll(() => stack.disposeAsync());

  const post = (one: object, secret = APP_SECRET) => {
    const value = {
      metadata: { phone_number_id: '1708' },
      contacts: [{ profile: { name: NAME }, wa_id: FROM }],
      messages: [{ id: `wamid.in.${++count}`, from: FROM, timestamp: '1', ...one }],
    };
    const body = JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] });
    return fetch(`${doors.address}/channels/whatsapp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': signatureOf(secret, Buffer.from(body)),
      },
      body,
    });
  };
  const next = async (): Promise<string> => {
    await eventually('a message', async () => {
      await doors.platform.services.settle();
      return api.asked.length > read;
    });
    const { path, body } = api.asked[read++]!;
    expect([path, body.to]).toEqual(['/1708/messages', FROM]);
    return body.text.body as string;
  };
  const says = async (one: string | object) => {
    expect((await post(typeof one === 'string' ? { text: { body: one } } : one)).status).toBe(200);
    return next();
  };

  it('carries a report from its filing to its rating, and the reporter never uses the web', async () => {
    api.things.set('/12345678', { url: `${api.url}/berkas/1`, mime_type: 'image/png' });
    api.things.set(
      '/berkas/1',
      readFileSync(join(import.meta.dirname, '../../web-citizen/public/icon-192.png')),
    );
    expect(await says({ type: 'image', image: { id: '12345678', caption: `lapor ${NARRATIVE}` } })).toContain(
      'Di mana kejadiannya?',
    );
    const filed = await says({ type: 'location', location: { latitude: -0.9, longitude: 100.4 } });
    const [, number = ''] = /Laporan (\d{4} \d{4}) \(kode K1\) diterima/.exec(filed) ?? [];
    const { data } = await doors
      .officer('desk')
      .ask(
        `{ report(number: "${number}") { id channel point { latitude longitude } attachments { kind } } }`,
      );
    expect(data.report).toMatchObject({
      channel: 'WHATSAPP',
      point: { latitude: -0.9, longitude: 100.4 },
      attachments: [{ kind: 'PHOTO' }],
    });
    await followToItsRating(doors, { says, next }, { id: data.report.id as string, number });
  });

  it('takes a confidential report, and tells nobody its words or who wrote them', async () => {
    expect((await post({ text: { body: 'LAPOR jalan rusak' } }, 'salah')).status).toBe(401);
    expect(await says(`LAPOR RAHASIA ${SECRET_WORDS}`)).toContain('kami rahasiakan');
    const filed = await says('Kuranji, Kota Padang');
    const [, number = ''] =
      /Laporan (\d{4} \d{4}) \(kode K2\) diterima sebagai laporan rahasia/.exec(filed) ?? [];
    expect(filed).not.toMatch(/Kuranji|loket/);
    const { data } = await doors
      .officer('desk')
      .ask(`{ report(number: "${number}") { isConfidential text } }`);
    expect(data.report).toMatchObject({ isConfidential: true, text: expect.stringContaining(SECRET_WORDS) });
    expect(await says('status K2')).not.toMatch(/loket|pelicin/);
    const [plain, compact] = [number, number.replace(' ', '')];
    expect(plain).not.toBe('');
    await expectNoTrace(doors, { personal: [FROM, FROM.slice(2), NAME], secretWords: [SECRET_WORDS] }, [
      `/laporan/${compact}`,
      '/',
      '/open311/v2/requests.json',
    ]);
  });
});

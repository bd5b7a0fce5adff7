import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf } from '../../services/channels/src/modules/x/routes.ts';
import { startProviderDouble, type ProviderDouble } from '../../services/channels/tests/provider-double.ts';
import { eventually } from '../platform/processes.ts';
import { expectNoTrace, followToItsRating } from './messenger-story.ts';
import { startWithDoors, type WithDoors } from './platform-with-doors.ts';

const CONSUMER_SECRET = 'rahasia-aplikasi-x';
const OWN = '1708170817081708';
const USER = '900100200301';
const HANDLE = 'sitikasuarimerak';
const NAME = 'Siti Kasuari Merak';
const NARRATIVE = 'lampu jalan di depan masjid padam sejak kasuari bertelur';

// The double is written from the documentation of X; none of this was tried against the real one.
describe('the door of X', () => {
  const stack = new AsyncDisposableStack();
  let doors: WithDoors;
  let api: ProviderDouble;
  let count = 0;
  let read = 0;

  beforeAll(async () => {
    api = stack.use(
      await startProviderDouble((sent) => ({ data: { dm_event_id: `${sent}`, id: `${sent}` } })),
    );
    doors = stack.use(
      await startWithDoors(23_661, {
        doors: {
          x: {
            consumerKey: 'kunci-aplikasi',
            consumerSecret: CONSUMER_SECRET,
            accessToken: 'token-akun-lapor',
            accessSecret: 'rahasia-akun-lapor',
            userId: OWN,
            apiUrl: api.url,
          },
        },
      }),
    );
  });
  afterAll(() => stack.disposeAsync());

  const post = (value: object, secret = CONSUMER_SECRET) => {
    const users = { [USER]: { id: USER, name: NAME, screen_name: HANDLE } };
    const body = JSON.stringify({ for_user_id: OWN, users, ...value });
    return fetch(`${doors.address}/channels/x`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-twitter-webhooks-signature': signatureOf(secret, Buffer.from(body)),
      },
      body,
    });
  };
  const direct = (data: object) => ({
    direct_message_events: [
      {
        type: 'message_create',
        id: String(++count),
        message_create: { sender_id: USER, target: { recipient_id: OWN }, message_data: data },
      },
    ],
  });
  const nextAsked = async () => {
    await eventually('a message', async () => {
      await doors.platform.services.settle();
      return api.asked.length > read;
    });
    return api.asked[read++]!;
  };
  const next = async (): Promise<string> => {
    const { path, body } = await nextAsked();
    expect(path).toBe(`/2/dm_conversations/with/${USER}/messages`);
    return body.text as string;
  };
  const says = async (data: string | object) => {
    expect((await post(direct(typeof data === 'string' ? { text: data } : data))).status).toBe(200);
    return next();
  };

  it('carries a report from a mention to its rating, and says nothing of it in public', async () => {
    const mention = {
      id_str: '7001',
      text: `@lapor1708 ${NARRATIVE}, saya ${NAME}`,
      user: { id_str: USER, screen_name: HANDLE, name: NAME },
      entities: { user_mentions: [{ id_str: OWN }] },
    };
    expect((await post({ tweet_create_events: [mention] })).status).toBe(200);
    const { path, body } = await nextAsked();
    expect([path, body.reply]).toEqual(['/2/tweets', { in_reply_to_tweet_id: '7001' }]);
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${HANDLE}|Siti|kasuari|${USER}|masjid`, 'i'));
    api.things.set(
      '/1.1/ton/data/dm/1/2/foto.jpg',
      readFileSync(join(import.meta.dirname, '../../web-citizen/public/icon-192.png')),
    );
    const url = 'https://t.co/abc';
    const asked = await says({
      text: `lapor ${NARRATIVE} ${url}`,
      attachment: {
        type: 'media',
        media: { id: 1, type: 'photo', url, media_url_https: `${api.url}/1.1/ton/data/dm/1/2/foto.jpg` },
      },
    });
    expect(asked).toContain('Di mana kejadiannya?');
    const filed = await says('kec. Kuranji, Padang');
    const [, number = ''] = /Laporan (\d{4} \d{4}) \(kode K1\) diterima/.exec(filed) ?? [];
    const { data } = await doors
      .officer('desk')
      .ask(`{ report(number: "${number}") { id channel text attachments { kind } } }`);
    expect(data.report).toMatchObject({
      channel: 'X',
      text: `${NARRATIVE}\nTempat: kec. Kuranji, Padang`,
      attachments: [{ kind: 'PHOTO' }],
    });
    await followToItsRating(doors, { says, next }, { id: data.report.id as string, number });
    const posts = api.asked.filter(({ path: to }) => to === '/2/tweets');
    expect(posts).toHaveLength(1);
  });

  it('keeps who wrote to itself, and takes nothing that X did not sign', async () => {
    expect((await post(direct({ text: 'LAPOR jalan rusak' }), 'salah')).status).toBe(401);
    await expectNoTrace(doors, { personal: [USER, HANDLE, NAME], secretWords: [] }, ['/', '/laporan']);
    expect(doors.lines.join('\n')).not.toContain('kasuari');
  });
});

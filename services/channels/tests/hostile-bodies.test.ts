import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf as smsSignature } from '../src/modules/sms/signature.ts';
import { signatureOf as whatsappSignature } from '../src/modules/whatsapp/routes.ts';
import { signatureOf as xSignature } from '../src/modules/x/routes.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const SECRET = 'rahasia-panggilan-balik-untuk-uji-saja';
const TIMESTAMP = String(Date.parse(NOW) / 1_000);

/** The callbacks of all doors, each signed as its provider would. */
const CALLBACKS: Record<string, (body: Buffer) => Record<string, string>> = {
  '/channels/sms': (body) => ({
    'x-lapor-timestamp': TIMESTAMP,
    'x-lapor-signature': smsSignature(SECRET, TIMESTAMP, body),
  }),
  '/channels/sms/receipts': (body) => ({
    'x-lapor-timestamp': TIMESTAMP,
    'x-lapor-signature': smsSignature(SECRET, TIMESTAMP, body),
  }),
  '/channels/telegram': () => ({ 'x-telegram-bot-api-secret-token': SECRET }),
  '/channels/whatsapp': (body) => ({ 'x-hub-signature-256': whatsappSignature(SECRET, body) }),
  '/channels/x': (body) => ({ 'x-twitter-webhooks-signature': xSignature(SECRET, body) }),
};

describe.each(Object.keys(CALLBACKS))('a callback to %s', (url) => {
  let graph: GraphDouble;
  let running: RunningChannels;

  beforeAll(async () => {
    graph = await startGraphDouble();
    const apiUrl = 'http://127.0.0.1:9';
    running = await runChannels({
      gatewayUrl: () => graph.url,
      smsCallbackSecrets: [SECRET],
      telegram: { botToken: '1:token', webhookSecret: SECRET, apiUrl },
      whatsapp: {
        token: 'token',
        phoneId: '1708',
        appSecret: SECRET,
        verifyToken: SECRET,
        template: undefined,
        apiUrl,
      },
      x: {
        consumerKey: 'kunci',
        consumerSecret: SECRET,
        accessToken: 'token',
        accessSecret: 'rahasia',
        userId: '1708',
        apiUrl,
      },
    });
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const post = (body: Buffer, headers: Record<string, string> = {}) =>
    running.server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...CALLBACKS[url]!(body), ...headers },
      payload: body,
    });
  const kept = () =>
    running.sql('select 1 from channels.inbound union all select 1 from channels.early_receipt');

  it('of a body that would unpack to 100 MB is never unpacked: it is refused as what it is', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));
    expect(bomb.length).toBeLessThan(16_000);
    const memory = process.memoryUsage().arrayBuffers;
    for (const encoding of ['gzip', 'deflate', 'br', 'gzip, gzip'])
      expect((await post(bomb, { 'content-encoding': encoding })).statusCode).toBe(400);
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(8_000_000);
    expect(await kept()).toEqual([]);
  });

  it('that is larger than any message is refused unread', async () => {
    const answer = await post(Buffer.alloc(2_000_000, 'x'));
    expect(answer.statusCode).toBe(413);
    expect(await kept()).toEqual([]);
  });

  it('that nests deep, or is no UTF-8, is refused', async () => {
    for (const body of [
      Buffer.from(`${'['.repeat(8_000)}${']'.repeat(8_000)}`),
      Buffer.from(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`),
      Buffer.from([0xff, 0xfe, 0x00, 0x80]),
      Buffer.alloc(0),
    ])
      expect((await post(body)).statusCode).toBe(400);
    expect(await kept()).toEqual([]);
  });

  it('with the signature of another body, or none, is nobody’s', async () => {
    const body = Buffer.from('{}');
    const names = Object.keys(CALLBACKS[url]!(body));
    const signature = names.at(-1)!;
    for (const given of ['', 'v1=00', 'sha256=00', 'x'.repeat(5_000)])
      expect((await post(body, { [signature]: given })).statusCode).toBe(401);
    expect(await kept()).toEqual([]);
  });
});

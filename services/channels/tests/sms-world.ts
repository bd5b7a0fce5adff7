import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect } from 'vitest';
import { movableClock } from '@lapor/clock';
import type { Channels } from '../src/index.ts';
import { signatureOf } from '../src/modules/sms/signature.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const CALLBACK_SECRET = 'c'.repeat(40);
export const PHONE = '+6281200000032';
export const KURANJI = {
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang, Sumatera Barat',
  level: 'DISTRICT',
};
export const FILED = 'LAPOR jalan di depan pasar berlubang';

/** A service with the door of short messages, and somebody with a telephone; anew for each test. */
export function useSmsDoor() {
  let graph: GraphDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let channels: Channels;

  let reporterFacts: Record<string, string>;

  beforeEach(async () => {
    reporterFacts = { channel: 'SMS' };
    graph = await startGraphDouble();
    graph.regions = [KURANJI];
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      smsCallbackSecrets: [CALLBACK_SECRET],
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id', facts: reporterFacts }) },
    });
    ({ channels } = running);
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const post = (body: string, headers: Record<string, string> = {}) => {
    const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
    return running.server.inject({
      method: 'POST',
      url: '/channels/sms',
      headers: {
        'content-type': 'application/json',
        'x-lapor-timestamp': timestamp,
        'x-lapor-signature': signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(body)),
        ...headers,
      },
      payload: body,
    });
  };
  const send = async (text: string, { messageId = randomUUID() as string, from = '081200000032' } = {}) =>
    (await post(JSON.stringify({ messageId, from, text }))).statusCode;
  /** Bodies, oldest first. */
  const inbox = async (): Promise<string[]> => {
    const { messages } = (
      await running.server.inject({ url: `/mailbox/messages?to=${encodeURIComponent(PHONE)}` })
    ).json();
    return messages.map(({ body }: { body: string }) => body).reverse();
  };
  const rest = async () => {
    while ((await channels.settle()) > 0);
  };
  const says = async (text: string) => {
    const before = (await inbox()).length;
    expect(await send(text)).toBe(202);
    await rest();
    const answers = (await inbox()).slice(before);
    expect(answers).toHaveLength(1);
    return answers[0]!;
  };
  const file = async () => {
    await says(FILED);
    return says('Kuranji Padang');
  };
  const states = async () =>
    (await running.sql<{ state: string }>('select state from channels.inbound order by position')).map(
      ({ state }) => state,
    );
  const did = () => graph.asked.map(({ operation }) => operation).filter((name) => name !== 'OpenAtDoor');
  /** The signature of a body as the gateway of the operator makes it. */
  const sign = (timestamp: string, body: string) =>
    signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(body));

  return {
    post,
    sign,
    send,
    inbox,
    rest,
    says,
    file,
    states,
    did,
    get graph() {
      return graph;
    },
    get clock() {
      return clock;
    },
    get channels() {
      return channels;
    },
    get running() {
      return running;
    },
    get reporterFacts() {
      return reporterFacts;
    },
  };
}

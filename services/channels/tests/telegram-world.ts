import { afterEach, beforeEach, expect } from 'vitest';
import { movableClock } from '@lapor/clock';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';
import { startTelegramDouble, type TelegramDouble } from './telegram-double.ts';

const SECRET_TOKEN = 'rahasia-panggilan-balik-telegram-123';
export const CHAT = 900_100_200_300;
export const KURANJI = {
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang, Sumatera Barat',
  level: 'DISTRICT',
};

/** A service with the door of Telegram, anew for each test, and somebody who writes to it. */
export function useTelegramDoor() {
  let graph: GraphDouble;
  let telegram: TelegramDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let count = 0;

  beforeEach(async () => {
    graph = await startGraphDouble();
    graph.regions = [KURANJI];
    telegram = await startTelegramDouble();
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      telegram: { botToken: telegram.token, webhookSecret: SECRET_TOKEN, apiUrl: telegram.url },
      // Reached by the chat alone; what may be left out comes with the way to end it.
      contactBook: {
        contactFor: async () => ({ language: 'id', facts: { unsubscribeToken: 'u'.repeat(40) } }),
      },
    });
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await telegram[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const rest = async () => {
    while ((await running.channels.settle()) > 0);
  };
  /** Brings an update, without anybody working it off. */
  const brings = async (message: object, kind: 'message' | 'edited_message' = 'message') => {
    const id = ++count;
    const answer = await running.server.inject({
      method: 'POST',
      url: '/channels/telegram',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET_TOKEN },
      payload: JSON.stringify({
        update_id: id,
        [kind]: {
          // Numbers of a chat count both sides' messages; ours begin far above.
          message_id: 1_000 + id,
          from: { id: CHAT, is_bot: false },
          chat: { id: CHAT, type: 'private' },
          ...message,
        },
      }),
    });
    expect(answer.statusCode).toBe(200);
    return 1_000 + id;
  };
  /** What was said back to it. */
  const says = async (message: string | object, kind?: 'message' | 'edited_message') => {
    const before = telegram.sent.length;
    await brings(typeof message === 'string' ? { text: message } : message, kind);
    await rest();
    return telegram.sent.slice(before).map(({ text }) => text);
  };
  const later = async (seconds: number) => {
    clock.set(new Date(clock.now().getTime() + seconds * 1_000).toISOString());
    await rest();
  };
  const photo = (name: string, bytes = 500) => {
    telegram.files.set(name, Buffer.alloc(bytes, 1));
    return [{ file_id: name, file_size: bytes }];
  };
  return {
    rest,
    brings,
    says,
    later,
    photo,
    texts: () => telegram.sent.map(({ text }) => text),
    filed: () => [...graph.reports.values()].map(({ input }) => input),
    inbound: () =>
      running.sql<{ state: string; reason: string | null }>(
        'select state, reason from channels.inbound order by position',
      ),
    get graph() {
      return graph;
    },
    get telegram() {
      return telegram;
    },
    get running() {
      return running;
    },
    get clock() {
      return clock;
    },
  };
}

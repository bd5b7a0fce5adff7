import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect } from 'vitest';
import { movableClock } from '@lapor/clock';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import type { Channels } from '../src/index.ts';
import { signatureOf } from '../src/modules/sms/signature.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

export const CALLBACK_SECRET = 'c'.repeat(40);
const ORIGIN = 'https://lapor.example';
export const PHONE = '+6281200000032';
export const WORDS = 'pak tolong got depan rumah kami meluap terus';
export const anOfficer: Viewer = { kind: 'officer', posts: [], reportGrants: [] };
const operator = (accountId: string): Viewer => ({
  ...anOfficer,
  accountId,
  posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }],
});
export const RINA = operator('rina');
export const BUDI = operator('budi');
/** What an operator makes of `WORDS`. */
export const REPORT = {
  title: 'Got meluap di depan rumah',
  text: 'Got di depan rumah kami meluap terus.',
};

/** A service with the door of short messages and its desk, anew for each test. */
export function useDesk() {
  let graph: GraphDouble;
  let running: RunningChannels;
  let clock: ReturnType<typeof movableClock>;
  let channels: Channels;
  let server: FastifyInstance;

  beforeEach(async () => {
    graph = await startGraphDouble();
    clock = movableClock(NOW);
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      smsCallbackSecrets: [CALLBACK_SECRET],
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id', facts: { channel: 'SMS' } }) },
    });
    ({ channels } = running);
    server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = JSON.parse(String(request.headers['x-as'] ?? 'null')) ?? PUBLIC_VIEWER;
    });
    await server.register(async (routes) => channels.routes?.(routes));
  });
  afterEach(async () => {
    await server.close();
    await running[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  const rest = async () => {
    while ((await channels.settle()) > 0);
  };
  /** Somebody writes, and the door reads it. */
  async function writes(text: string, from = '081200000032') {
    const body = JSON.stringify({ messageId: randomUUID(), from, text });
    const timestamp = String(Math.floor(clock.now().getTime() / 1_000));
    const answer = await server.inject({
      method: 'POST',
      url: '/channels/sms',
      headers: {
        'content-type': 'application/json',
        'x-lapor-timestamp': timestamp,
        'x-lapor-signature': signatureOf(CALLBACK_SECRET, timestamp, Buffer.from(body)),
      },
      payload: body,
    });
    expect(answer.statusCode).toBe(202);
    await rest();
  }
  const read = (path: string, as: Viewer = RINA) =>
    server.inject({ url: `/channels/desk${path}`, headers: { 'x-as': JSON.stringify(as) } });
  const does = (as: Viewer, path: string, body: object = {}, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url: `/channels/desk${path}`,
      headers: { origin: ORIGIN, 'x-as': JSON.stringify(as), ...headers },
      payload: body,
    });
  const waiting = async (query = ''): Promise<any[]> => (await read(`/messages${query}`)).json().messages;
  /** Somebody writes what no door understands; its id at the desk. */
  async function strays(text = WORDS, from?: string): Promise<string> {
    await writes(text, from);
    return (await waiting()).at(-1).id;
  }
  /** What somebody was told, oldest first. */
  async function told(phone = PHONE): Promise<string[]> {
    await rest();
    const { messages } = (
      await server.inject({ url: `/mailbox/messages?to=${encodeURIComponent(phone)}` })
    ).json();
    return messages.map(({ body }: { body: string }) => body.trim()).reverse();
  }
  const rows = () =>
    running.sql<{ state: string; sealed: Buffer | null; report_id: string | null }>(
      'select state, sealed, report_id from channels.inbound order by position',
    );
  const actions = async () =>
    (await read('/actions')).json().actions.map((one: any) => [one.accountId, one.action, one.detail]);
  return {
    rest,
    writes,
    read,
    does,
    waiting,
    strays,
    told,
    rows,
    actions,
    key: () => randomUUID() as string,
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
  };
}

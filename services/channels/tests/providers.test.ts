import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import { createLogger } from '@lapor/logging';
import type { Viewer } from '@lapor/viewer';
import { startChannels, type Channels } from '../src/index.ts';
import { startGateway, type Gateway, type Step } from './a-gateway.ts';
import { anOfficer, BUDI, RINA } from './desk-world.ts';
import { NOW, runChannels, SECRET, type RunningChannels } from './running-channels.ts';

const PHONE = '+6281200000048';
const REASON = 'Operator memberi tahu gangguan.';

describe('providers of short messages', () => {
  const stack: AsyncDisposable[] = [];
  afterEach(async () => {
    for (const one of stack.splice(0).toReversed()) await one[Symbol.asyncDispose]();
  });
  const nameOf = ({ url }: Gateway) => `HTTP ${new URL(url).host}/send`;
  /** The routes as the gateway of the platform asks them. */
  async function deskOf(channels: Channels): Promise<FastifyInstance> {
    const server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = JSON.parse(String(request.headers['x-as']));
    });
    await server.register(async (routes) => channels.routes?.(routes));
    stack.push({ [Symbol.asyncDispose]: async () => server.close() });
    return server;
  }
  async function start(...steps: Step[]) {
    const gateways = await Promise.all(steps.map((step) => startGateway(step)));
    const clock = movableClock(NOW);
    const running = await runChannels({
      clock,
      quietHours: null,
      smsGateways: gateways.map(({ url }) => ({ url })),
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
    });
    stack.push(...gateways, running);
    const server = await deskOf(running.channels);
    const does = (path: string, body: object, as: Viewer = RINA) =>
      server.inject({
        method: 'POST',
        url: `/channels/desk/providers/${path}`,
        headers: { origin: 'https://lapor.example', 'x-as': JSON.stringify(as) },
        payload: { requestKey: randomUUID(), reason: REASON, ...body },
      });
    const read = async (path: string) =>
      (
        await server.inject({ url: `/channels/desk${path}`, headers: { 'x-as': JSON.stringify(RINA) } })
      ).json();
    return { gateways, names: gateways.map(nameOf), running, clock, does, read };
  }
  async function send({ channels, notify }: RunningChannels) {
    const id = await notify({ template: 'report-answered', facts: { number: '48213097' } });
    while ((await channels.settle()) > 0);
    return id;
  }
  const UNTIL = '2026-11-20T06:00:00.000Z';

  it('rest by hand for a reason, are not asked meanwhile, and are asked again after it', async () => {
    const { gateways, names, running, clock, does, read } = await start(202, 202);
    const [first, second] = gateways;
    expect((await does('rest', { provider: names[0], until: UNTIL })).statusCode).toBe(200);
    await send(running);
    expect([first!.got.length, second!.got.length]).toEqual([0, 1]);
    const { providers } = await read('/state');
    expect(providers).toMatchObject([
      {
        name: names[0],
        role: 'RESTS_BY_HAND',
        rest: { until: UNTIL, since: NOW, reason: REASON, accountId: 'rina' },
        lastTakenAt: null,
      },
      { name: names[1], role: 'FIRST', rest: null, lastTakenAt: NOW },
    ]);
    clock.set('2026-11-20T06:00:01.000Z');
    await send(running);
    expect([first!.got.length, second!.got.length]).toEqual([1, 1]);
    expect((await read('/actions')).actions).toMatchObject([
      { action: 'PROVIDER_RESTED', subjectId: names[0], accountId: 'rina', reason: REASON },
    ]);
  });

  it('are brought back before, once by one wish', async () => {
    const { gateways, names, running, does } = await start(202, 202);
    await does('rest', { provider: names[0], until: UNTIL });
    const wish = { requestKey: randomUUID(), provider: names[0] };
    expect((await does('back', wish, BUDI)).statusCode).toBe(200);
    expect((await does('back', wish, BUDI)).statusCode).toBe(200);
    expect((await does('back', { provider: names[0] }, BUDI)).json().code).toBe('NOTHING_CHANGED');
    expect((await does('rest', { ...wish, until: UNTIL }, BUDI)).json().code).toBe('REQUEST_KEY_USED');
    await send(running);
    expect(gateways[0]!.got).toHaveLength(1);
  });

  it('do not all rest by mistake; where it is meant, messages wait and are sent when one is back', async () => {
    const { names, running, does, gateways } = await start(202, 202);
    const both = await Promise.all(names.map((provider) => does('rest', { provider, until: UNTIL })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const left = names[both.findIndex(({ statusCode }) => statusCode === 409)];
    expect(both.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('LAST_PROVIDER');
    const long = await does('rest', { provider: left, until: '2026-11-21T06:00:00.000Z', evenTheLast: true });
    expect(long.json().fields).toEqual([{ path: 'until', message: 'LAST_TOO_FAR 12' }]);
    expect((await does('rest', { provider: left, until: UNTIL, evenTheLast: true })).statusCode).toBe(200);
    const id = await send(running);
    const row = async () =>
      (await running.sql('select state, reason from channels.delivery where id = $1', [id]))[0];
    expect(await row()).toEqual({ state: 'WAITING', reason: 'RESTED_BY_HAND' });
    expect(gateways.flatMap(({ got }) => got)).toEqual([]);
    await does('back', { provider: left });
    await running.retry();
    expect(await row()).toMatchObject({ state: 'SENT' });
  });

  it('are asked in the order that the desk says, also after a restart and by other processes', async () => {
    const { gateways, names, running, does, read, clock } = await start(202, 202);
    const order = names.toReversed();
    expect((await does('order', { order, before: names })).statusCode).toBe(200);
    await send(running);
    expect(gateways.map(({ got }) => got.length)).toEqual([0, 1]);
    expect((await read('/state')).providers.map(({ name, role }: any) => [name, role])).toEqual([
      [order[0], 'FIRST'],
      [order[1], 'STANDS_IN'],
    ]);
    expect((await does('order', { order: names, before: names }, BUDI)).json().code).toBe(
      'CHANGED_MEANWHILE',
    );
    expect((await does('order', { order: [order[0]], before: order })).json().fields).toEqual([
      { path: 'order', message: 'EACH_ONCE' },
    ]);
    const again = await startChannels({
      databaseUrl: running.databaseUrl,
      serviceSecret: SECRET,
      clock,
      logger: createLogger('channels', 'silent'),
      publicUrl: 'https://lapor.example',
      contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
      mailFrom: 'tidak-dibalas@lapor.example',
      smsGateways: gateways.map(({ url }) => ({ url })),
      quietHours: null,
      production: false,
    });
    stack.push(again);
    await running.notify({ template: 'report-answered', facts: { number: '48213097' } });
    while ((await again.settle()) > 0);
    expect(gateways.map(({ got }) => got.length)).toEqual([0, 2]);
  });

  it('show how often they refused in the last hour', async () => {
    const { names, running, clock, read } = await start(503, 202);
    await send(running);
    await send(running);
    const refused = async () =>
      (await read('/state')).providers.map(({ name, refusedInHour }: any) => [name, refusedInHour]);
    await expect.poll(refused).toEqual([
      [names[0], 2],
      [names[1], 0],
    ]);
    clock.set('2026-11-20T03:45:00.000Z');
    expect((await refused())[0]).toEqual([names[0], 0]);
  });

  it('cost what was in force on each day; the past is never written anew', async () => {
    const { names, running, clock, does, read } = await start(202);
    const [name] = names;
    const price = (rupiah: number, fromDay: string, more: object = {}) =>
      does('price', { provider: name, rupiah, fromDay, ...more });
    clock.set('2026-11-18T02:00:00.000Z');
    await send(running);
    clock.set(NOW);
    expect((await read('/state')).days).toMatchObject([{ day: '2026-11-18', segments: 1, rupiah: null }]);
    expect((await price(300, '2026-11-19')).json().fields).toEqual([{ path: 'fromDay', message: 'PAST' }]);
    const wish = { requestKey: randomUUID() };
    expect((await price(250.5, '2026-11-20', wish)).statusCode).toBe(200);
    expect((await price(250.5, '2026-11-20', wish)).statusCode).toBe(200);
    await price(400, '2026-11-21');
    await price(410, '2026-11-21');
    await send(running);
    clock.set('2026-11-21T02:00:00.000Z');
    await send(running);
    const { days, months, prices } = await read('/state');
    expect(days.map(({ day, rupiah }: any) => [day, rupiah])).toEqual([
      ['2026-11-21', 410],
      ['2026-11-20', 250.5],
      ['2026-11-18', null],
    ]);
    expect(months).toEqual([
      { month: '2026-11', provider: name, messages: 3, segments: 3, unpriced: 1, rupiah: 660.5 },
    ]);
    expect(prices).toEqual([{ provider: name, fromDay: '2026-11-21', rupiah: 410 }]);
    expect(await running.sql('select count(*)::int as n from channels.provider_price')).toEqual([{ n: 3 }]);
    await expect(running.sql('update channels.provider_price set rupiah = 1')).rejects.toThrow(
      'stays as it is',
    );
    for (const wrong of [-1, 0.001, 2_000_000])
      expect((await price(wrong, '2026-11-21')).statusCode).toBe(400);
  });

  it('are left alone by bad wishes and by everybody else', async () => {
    const { names, does, running } = await start(202, 202);
    const good = { provider: names[0], until: UNTIL };
    const wrong = [
      { ...good, until: '2026-11-20T02:00:00.000Z' },
      { ...good, until: '2027-11-20T02:00:00.000Z' },
      { ...good, until: 'besok' },
      { ...good, reason: 'pendek' },
    ];
    for (const wish of wrong) expect((await does('rest', wish)).statusCode).toBe(400);
    expect((await does('rest', { ...good, provider: 'HTTP unknown' })).statusCode).toBe(404);
    const other: Viewer = {
      ...anOfficer,
      accountId: 'a',
      posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }],
    };
    for (const path of ['rest', 'back', 'order', 'price'])
      expect((await does(path, { ...good, order: names, before: names }, other)).statusCode).toBe(404);
    expect(await running.sql('select 1 from channels.provider_rule')).toEqual([]);
  });
});

import { afterEach, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import type { ChannelsConfig } from '../src/index.ts';
import { startGateway, type Step } from './a-gateway.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const PHONE = '+6281200000048';
const NIGHT = '2026-11-20T15:30:00.000Z';
const MORNING = '2026-11-20T23:00:00.000Z';

const stack: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of stack.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

async function start(steps: Step[], config: Partial<ChannelsConfig> = {}) {
  const gateway = await startGateway(...steps);
  const clock = movableClock(NOW);
  const running = await runChannels({
    clock,
    smsGateways: [{ url: gateway.url }],
    contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
    ...config,
  });
  stack.push(gateway, running);
  return { running, clock };
}
const tell = (running: RunningChannels) =>
  running.notify({ template: 'report-answered', facts: { number: '48213097' } });
const rest = async ({ channels }: RunningChannels) => {
  while ((await channels.settle()) > 0);
};
/** What `reports` is told of a message, in turn. */
const told = async (running: RunningChannels, id: string) => {
  const events = await running.sql<{ type: string; payload: Record<string, unknown> }>(
    `select type, payload from channels.event where payload ->> 'notificationId' = $1 order by id`,
    [id],
  );
  expect(JSON.stringify(events)).not.toContain('81200000048');
  return events.map(({ type, payload }) => ({ type, ...payload }));
};

it('tells that a message waits for the morning, and then that it was sent', async () => {
  const { running, clock } = await start([202]);
  clock.set(NIGHT);
  const id = await tell(running);
  await rest(running);
  const held = {
    type: 'notification.held',
    reportId: 'report-1',
    template: 'report-answered',
    way: 'PHONE',
    waitsFor: 'QUIET_HOURS',
    until: MORNING,
    at: NIGHT,
  };
  expect(await told(running, id)).toMatchObject([held]);
  clock.set(MORNING);
  await rest(running);
  expect(await told(running, id)).toMatchObject([held, { type: 'notification.ended', outcome: 'SENT' }]);
});

it('tells of what is too much for one day', async () => {
  const { running } = await start([202]);
  let id = '';
  for (let count = 0; count < 21; count++) {
    id = await tell(running);
    await rest(running);
  }
  expect(await told(running, id)).toMatchObject([{ waitsFor: 'CAP_OF_THE_DAY', until: MORNING }]);
});

it('tells once that the provider does not take it, however often it is tried', async () => {
  const { running } = await start([503, 503, 503, 202]);
  const id = await tell(running);
  await rest(running);
  const held = { type: 'notification.held', waitsFor: 'PROVIDER', until: null, way: 'PHONE' };
  expect(await told(running, id)).toMatchObject([held]);
  await running.retry();
  await running.retry();
  expect(await told(running, id)).toMatchObject([held]);
  await running.retry();
  expect(await told(running, id)).toMatchObject([held, { type: 'notification.ended', outcome: 'SENT' }]);
});

it('tells nothing of what is nobody’s report', async () => {
  const { running } = await start([503]);
  await running.channels.sendPhoneMessage({
    template: 'phone-code',
    phone: PHONE,
    facts: { code: '482130' },
    language: 'id',
  });
  await rest(running);
  expect(await running.sql('select 1 from channels.event')).toEqual([]);
});

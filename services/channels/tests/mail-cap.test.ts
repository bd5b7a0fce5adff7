import { movableClock } from '@lapor/clock';
import { afterEach, expect, it } from 'vitest';
import type { Contact } from '../src/index.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const stack: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of stack.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

/** Everybody has the address that somebody else wrote into a form. */
async function start(contact: () => Contact) {
  const clock = movableClock(NOW);
  const running = await runChannels({ clock, contactBook: { contactFor: async () => contact() } });
  stack.push(running);
  return { clock, running };
}

const states = async (running: RunningChannels) =>
  running.sql<{ state: string; reason: string | null; n: number }>(
    `select state, reason, count(*)::int as n from channels.delivery group by 1, 2 order by 1`,
  );

it('brings one address twenty news in a day, however it is written; the rest comes the next morning, and none is lost', async () => {
  let turn = 0;
  const { clock, running } = await start(() => ({
    email: turn++ % 2 ? 'Korban@Example.test' : 'korban@example.test',
    language: 'id',
  }));
  for (let index = 0; index < 23; index++) await running.notify({ template: 'report-message' });
  await running.channels.settle();
  expect(await states(running)).toEqual([
    { state: 'SENT', reason: null, n: 20 },
    { state: 'WAITING', reason: 'CAP_OF_THE_DAY', n: 3 },
  ]);
  const [held] = await running.sql<{ until: Date }>(
    'select distinct held_until as until from channels.delivery where held_until is not null',
  );
  // Six in the morning in Jakarta.
  expect(new Date(held!.until).toISOString()).toBe('2026-11-20T23:00:00.000Z');
  clock.set('2026-11-20T22:59:00.000Z');
  await running.channels.settle();
  expect(await states(running)).toContainEqual({ state: 'WAITING', reason: 'CAP_OF_THE_DAY', n: 3 });
  clock.set('2026-11-20T23:01:00.000Z');
  await running.channels.settle();
  expect(await states(running)).toEqual([{ state: 'SENT', reason: null, n: 23 }]);
});

it('never holds back a code, a link that was asked for, an alarm, or what ends today', async () => {
  const { running } = await start(() => ({
    email: 'korban@example.test',
    language: 'id',
    facts: { path: `/lacak#kode-${'x'.repeat(45)}` },
  }));
  for (let index = 0; index < 20; index++) await running.notify({ template: 'report-message' });
  await running.channels.settle();
  const number = '48213097';
  await running.notify({ template: 'access-code-lost', facts: { number } });
  await running.notify({ template: 'access-code-renewed', facts: { number } });
  await running.notify({ template: 'report-asks-for-data', facts: { number, dueOn: NOW.slice(0, 10) } });
  await running.channels.sendMessage({
    template: 'sign-in-code',
    to: 'korban@example.test',
    facts: { code: '123456' },
    language: 'id',
  });
  await running.channels.settle();
  expect(await states(running)).toEqual([{ state: 'SENT', reason: null, n: 24 }]);
  const late = await running.notify({ template: 'report-message' });
  await running.channels.settle();
  expect(await running.sql('select reason from channels.delivery where id = $1', [late])).toEqual([
    { reason: 'CAP_OF_THE_DAY' },
  ]);
});

it('keeps no other news back because somebody files again and again with the address', async () => {
  const { running } = await start(() => ({ email: 'korban@example.test', language: 'id' }));
  const number = '48213097';
  for (let index = 0; index < 21; index++)
    await running.notify({ template: 'report-received', facts: { number } });
  await running.channels.settle();
  expect(await states(running)).toContainEqual({ state: 'WAITING', reason: 'CAP_OF_THE_DAY', n: 1 });
  for (let index = 0; index < 20; index++) await running.notify({ template: 'report-message' });
  await running.notify({ template: 'report-identity-read', facts: { number } });
  await running.channels.settle();
  expect(await states(running)).toEqual([
    { state: 'SENT', reason: null, n: 41 },
    { state: 'WAITING', reason: 'CAP_OF_THE_DAY', n: 1 },
  ]);
});

it('counts each address by itself', async () => {
  let email = 'korban@example.test';
  const { running } = await start(() => ({ email, language: 'id' }));
  for (let index = 0; index < 20; index++) await running.notify({ template: 'report-message' });
  await running.channels.settle();
  email = 'orang.lain@example.test';
  await running.notify({ template: 'report-message' });
  await running.channels.settle();
  expect(await states(running)).toEqual([{ state: 'SENT', reason: null, n: 21 }]);
});

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, must, REPORTER } from './situations.ts';

const MESSAGES = `query ($id: ID!) { reportMessages(reportId: $id) { id template way state at waitsFor waitsUntil } }`;
const unit = actor.officer('LIAISON_OFFICER', LEAD);

describe('messages to a reporter', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const seen = async (viewer: Viewer, id: string) =>
    (await harness.ask(viewer, MESSAGES, { id })).reportMessages;
  let ids = 9_000;
  const ended = (reportId: string | null, notificationId: string, more: Record<string, unknown> = {}) => {
    const at = harness.clock.now().toISOString();
    const payload = {
      notificationId,
      handOverId: null,
      reportId,
      template: 'report-answered',
      way: 'PHONE',
      outcome: 'SENT',
      at,
      ...more,
    };
    return harness.service.receiveEvents('channels', [
      { id: ++ids, stream: reportId ?? 'x', type: 'notification.ended', occurredAt: at, payload },
    ]);
  };

  const held = (reportId: string, notificationId: string, more: Record<string, unknown> = {}) => {
    const at = harness.clock.now().toISOString();
    const until = '2026-11-20T23:00:00.000Z';
    const waits = { way: 'PHONE', waitsFor: 'QUIET_HOURS', until };
    const payload = { notificationId, reportId, template: 'report-answered', ...waits, at, ...more };
    return harness.service.receiveEvents('channels', [
      { id: ++ids, stream: reportId, type: 'notification.held', occurredAt: at, payload },
    ]);
  };

  it('that wait say for what and until when, and no more of it once they ended', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER), { reporter: { email: 'ibu@contoh.test' } });
    await dispose(harness, id);
    await held(id, 'w1');
    const waiting = {
      id: 'w1',
      way: 'PHONE',
      state: 'WAITING',
      waitsFor: 'QUIET_HOURS',
      waitsUntil: '2026-11-20T23:00:00.000Z',
    };
    expect(await seen(actor.citizen(REPORTER), id)).toMatchObject([waiting]);
    expect(await seen(unit, id)).toMatchObject([waiting]);
    await held(id, 'w1', { waitsFor: 'PROVIDER', until: null });
    expect(await seen(unit, id)).toMatchObject([{ ...waiting, waitsFor: 'PROVIDER', waitsUntil: null }]);
    await ended(id, 'w1');
    // One that was told late.
    await held(id, 'w1');
    const sent = { id: 'w1', state: 'SENT', waitsFor: null, waitsUntil: null };
    expect(await seen(actor.citizen(REPORTER), id)).toMatchObject([sent]);
    await ended(id, 'w1', { outcome: 'ARRIVED' });
    expect(await seen(unit, id)).toMatchObject([{ ...sent, state: 'ARRIVED' }]);
    // Of a report that is gone.
    const receipt = await held('0b8d1c80-0000-4000-8000-000000000000', 'w2');
    expect(receipt.failed).toEqual([]);
  });

  it('are noted in as many statements for a hundred and twenty events as for one', async () => {
    // Every statement of this process goes through the driver's client.
    const { Client } = harness.deps.database.pool as unknown as {
      Client: { prototype: { query: (...args: unknown[]) => unknown } };
    };
    const query = Client.prototype.query;
    let written = 0;
    Client.prototype.query = function (this: unknown, ...args: unknown[]) {
      const [first] = args as [string | { text?: string }];
      if (/told_message/.test(typeof first === 'string' ? first : (first.text ?? ''))) written++;
      return query.apply(this, args);
    };
    onTestFinished(() => void (Client.prototype.query = query));
    const { id } = await file(harness, actor.citizen(REPORTER), { reporter: { email: 'ibu@contoh.test' } });
    const event = (notificationId: string, outcome: string) => {
      const at = harness.clock.now().toISOString();
      const of = {
        notificationId,
        handOverId: null,
        reportId: id,
        template: 'report-answered',
        way: 'PHONE',
      };
      const payload = { ...of, outcome, at };
      return { id: ++ids, stream: id, type: 'notification.ended' as const, occurredAt: at, payload };
    };
    await harness.service.receiveEvents('channels', [event('first', 'SENT')]);
    expect(written).toBe(2);
    const outcomes = ['SENT', 'ARRIVED', 'NOT_ARRIVED'];
    await harness.service.receiveEvents(
      'channels',
      Array.from({ length: 40 }, (_, index) => outcomes.map((outcome) => event(`b${index}`, outcome))).flat(),
    );
    expect(written).toBe(4);
    const messages = await seen(actor.citizen(REPORTER), id);
    expect(messages).toHaveLength(41);
    const states: string[] = messages.map(({ state }: { state: string }) => state);
    expect(states.filter((state) => state === 'ARRIVED')).toHaveLength(40);
  });

  it('are seen by the reporter and by who works on the report, with what became of them, and by nobody else', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER), { reporter: { email: 'ibu@contoh.test' } });
    await dispose(harness, id);
    await ended(id, 'n1');
    await ended(id, 'n1', { outcome: 'ARRIVED' });
    // Whatever comes after it.
    await ended(id, 'n1', { outcome: 'NOT_ARRIVED' });
    await ended(id, 'n2', { template: 'access-code-lost', way: 'MAIL' });
    await ended(id, 'n3', { way: null, outcome: 'NO_ADDRESS' });
    const one = { id: 'n1', template: 'report-answered', way: 'PHONE', state: 'ARRIVED' };
    const own = await seen(actor.citizen(REPORTER), id);
    expect(own).toHaveLength(3);
    expect(own).toContainEqual(expect.objectContaining(one));
    const officers = await seen(unit, id);
    expect(officers.map((message: { id: string }) => message.id).toSorted()).toEqual(['n1', 'n3']);
    for (const viewer of [
      actor.public,
      actor.citizen('another'),
      actor.officer('LIAISON_OFFICER', 'opd-13-71-lain'),
    ])
      expect(await seen(viewer, id)).toBeNull();
  });

  it('do not say by what they went to officers of anonymous and of confidential reports', async () => {
    for (const hidden of [{ isAnonymous: true }, { isConfidential: true }]) {
      const { id } = await file(harness, actor.citizen(REPORTER), {
        ...hidden,
        reporter: { email: 'ibu@contoh.test' },
      });
      await dispose(harness, id);
      await ended(id, `way-${Object.keys(hidden)[0]}`, { way: 'TELEGRAM' });
      expect(await seen(actor.citizen(REPORTER), id)).toMatchObject([{ way: 'TELEGRAM' }]);
      expect(await seen(unit, id)).toMatchObject([{ way: null, state: 'SENT' }]);
      // Only messages by phone wait for the morning.
      await held(id, `held-${Object.keys(hidden)[0]}`);
      expect(await seen(unit, id)).toMatchObject([{ way: null, state: 'SENT' }]);
      expect(await seen(actor.citizen(REPORTER), id)).toHaveLength(2);
    }
  });

  it('are kept, the newest of each report, until the reporter is erased', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER), { reporter: { email: 'ibu@contoh.test' } });
    for (let count = 0; count < 53; count++) await ended(id, `many-${count}`);
    expect(await seen(actor.citizen(REPORTER), id)).toHaveLength(50);
    // Of a report that is gone, and of a head of an organisation.
    await ended('0b8d1c80-0000-4000-8000-000000000000', 'nobody');
    await ended(null, 'head', { handOverId: '0b8d1c80-0000-4000-8000-000000000001' });
    expect(await seen(actor.nationalAdmin(), id)).toHaveLength(50);
    await must(harness, actor.citizen(REPORTER), 'withdrawReport', {
      reportId: id,
      reason: 'Sudah beres sendiri.',
    });
    const { eraseOwnData } = await harness.ask(
      actor.citizen(REPORTER),
      `mutation ($id: ID!) { eraseOwnData(input: { reportId: $id }) { ... on OwnDataErased { isErased } } }`,
      { id },
    );
    expect(eraseOwnData).toEqual({ isErased: true });
    expect(await seen(actor.nationalAdmin(), id)).toEqual([]);
  });
});

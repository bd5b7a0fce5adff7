import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recountHolds } from '../src/modules/publication/index.ts';
import { calendarVersion, tellCalendars } from './calendars.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, must, REPORTER } from './situations.ts';

const desk = actor.nationalAdmin();
const reason = 'Nama seorang guru disebut dalam judul.';

// Friday, 20 November 2026 in Jakarta: Monday, Tuesday and Wednesday count, and the end is exclusive.
const WITH_WEEKENDS_ALONE = '2026-11-25T17:00:00.000Z';
const A_DAY_LATER = '2026-11-26T17:00:00.000Z';

describe('the end of a hold from publication', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness[Symbol.asyncDispose]());

  const held = async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    await dispose(harness, id);
    await must(harness, desk, 'withholdReport', { reportId: id, reason, rule: 'SLANDER' });
    return id;
  };
  const endOf = async (id: string) =>
    (await harness.row('select withheld_until as at from report where id = $1', id)).at?.toISOString() ??
    null;
  const tell = (version: number, ...dates: string[]) =>
    tellCalendars(harness, calendarVersion(harness, version, dates));

  it('is counted by the days off that sla told', async () => {
    await tell(1, '2026-11-24');
    expect(await endOf(await held())).toBe(A_DAY_LATER);
  });

  it('is so for what the verification holds back, and for a report whose secrecy is taken off', async () => {
    await tell(1, '2026-11-24');
    const verified = await file(harness, actor.citizen(REPORTER));
    await dispose(harness, verified.id, { safeToPublish: false, withholdReason: reason });
    expect(await endOf(verified.id)).toBe(A_DAY_LATER);
    const secret = await file(harness, actor.citizen(REPORTER), { isConfidential: true });
    await dispose(harness, secret.id);
    await must(harness, actor.citizen(REPORTER), 'removeFlag', { reportId: secret.id, confidential: true });
    expect(await endOf(secret.id)).toBe(A_DAY_LATER);
  });

  it('knows weekends alone before sla has told anything, and is counted again when it has', async () => {
    const id = await held();
    expect(await endOf(id)).toBe(WITH_WEEKENDS_ALONE);
    await tell(1, '2026-11-23', '2026-11-28');
    expect(await recountHolds(harness.deps)).toBe(1);
    expect(await endOf(id)).toBe(A_DAY_LATER);
    // What is right stays as it is.
    expect(await recountHolds(harness.deps)).toBe(0);
  });

  it('moves with a day off that is taken back, by the running service', async () => {
    await tell(1, '2026-11-24');
    const id = await held();
    await tell(2);
    await harness.service.settle!();
    expect(await endOf(id)).toBe(WITH_WEEKENDS_ALONE);
  });

  it('is counted by the newest version, whatever arrives again or late', async () => {
    const [first, second] = [
      calendarVersion(harness, 1, ['2026-11-23', '2026-11-24']),
      calendarVersion(harness, 2, ['2026-11-24']),
    ];
    await tellCalendars(harness, second);
    await tellCalendars(harness, first);
    await tellCalendars(harness, second);
    expect(await endOf(await held())).toBe(A_DAY_LATER);
    // Told again by whoever rebuilds, it says the same.
    await tellCalendars(harness, { ...second, id: second.id + 1_000 });
    expect(
      await harness.row('select count(*)::int as versions, max(version) as newest from calendar'),
    ).toEqual({
      versions: 1,
      newest: 2,
    });
    await tellCalendars(
      harness,
      calendarVersion(harness, 3, []),
      calendarVersion(harness, 4, ['2026-11-25']),
    );
    expect(await harness.row('select version, name from calendar')).toEqual({
      version: 4,
      name: 'kalender-4',
    });
  });

  it('is not counted by a calendar that names a day twice: it waits, and the one before stays', async () => {
    await tell(1, '2026-11-24');
    await expect(tell(2, '2026-11-25', '2026-11-25')).rejects.toThrow('Two holidays');
    expect(await endOf(await held())).toBe(A_DAY_LATER);
  });

  it('is of no concern any more once the desk has decided', async () => {
    const id = await held();
    await must(harness, desk, 'releaseReport', { reportId: id });
    await tell(1, '2026-11-24');
    expect(await recountHolds(harness.deps)).toBe(0);
    expect(await endOf(id)).toBeNull();
    expect(await harness.row('select withheld_at from report where id = $1', id)).toEqual({
      withheld_at: null,
    });
  });

  it('of an earlier release stays as it was given, and of a hold of long ago as it is', async () => {
    const [earlier, old] = [await held(), await held()];
    await harness.test.database.pool.query('update report set withheld_at = null where id = $1', [earlier]);
    harness.clock.advance(31 * 86_400_000);
    await tell(1, '2026-11-24');
    expect(await recountHolds(harness.deps)).toBe(0);
    for (const id of [earlier, old]) expect(await endOf(id)).toBe(WITH_WEEKENDS_ALONE);
  });

  it('is counted again for every hold, however many there are', async () => {
    // All at one instant, in pages of two.
    const ids = [await held(), await held(), await held(), await held(), await held()];
    await tell(1, '2026-11-24');
    expect(await recountHolds(harness.deps, 2)).toBe(5);
    for (const id of ids) expect(await endOf(id)).toBe(A_DAY_LATER);
  });
});

import { describe, expect, it } from 'vitest';
import { next, TRANSITIONS, type LifecycleFacts, type Transition } from '../src/modules/report/lifecycle.ts';
import { REPORT_STATES, type ReportState } from '../src/modules/report/vocabulary.ts';
import { STATE_TABLE } from './oracle/state-table.ts';

const NOW = new Date('2026-11-20T02:40:00Z');
const DAY = 86_400_000;
const facts = (state: ReportState, overrides: Partial<LifecycleFacts> = {}): LifecycleFacts => ({
  state,
  endedAt: state === 'COMPLETED' || state === 'ARCHIVED' ? NOW : null,
  returnCount: 0,
  rating: null,
  isAnonymous: true,
  isConfidential: true,
  hasIdentity: true,
  isPublished: false,
  isHeld: false,
  isDuplicate: false,
  archiveCode: null,
  ...overrides,
});

/** What a transition asks for besides the state. */
const WHERE_IT_APPLIES: Partial<Record<Transition, Partial<LifecycleFacts>>> = {
  withhold: { isConfidential: false },
  publish: { isConfidential: false },
  unmarkDuplicate: { isDuplicate: true, archiveCode: 'DUPLICATE' },
  repointDuplicate: { isDuplicate: true },
  endWithMaster: { isDuplicate: true },
};

describe('the state table against domain.md', () => {
  it('has a row for every transition and no transition more', () => {
    expect([...TRANSITIONS].toSorted()).toEqual(Object.keys(STATE_TABLE).toSorted());
  });

  it.each(TRANSITIONS.flatMap((transition) => REPORT_STATES.map((state) => [transition, state] as const)))(
    '%s in %s',
    (transition, state) => {
      const row = STATE_TABLE[transition]!;
      const result = next(facts(state, WHERE_IT_APPLIES[transition]), transition, NOW);
      if (row.from.includes(state))
        expect(result).toEqual({
          ok: true,
          state: row.to === 'same' ? state : typeof row.to === 'string' ? row.to : row.to[state],
        });
      else expect(result).toEqual({ ok: false, refusal: 'WRONG_STATE' });
    },
  );

  it.each(Object.entries(STATE_TABLE).filter(([, row]) => row.withinDays))(
    '%s is possible to the last millisecond of its days and not after',
    (transition, { withinDays, from }) => {
      const endedAt = (age: number) => facts(from[0]!, { endedAt: new Date(NOW.getTime() - age) });
      const after = (age: number) => next(endedAt(age), transition as never, NOW);
      expect(after(withinDays! * DAY)).toMatchObject({ ok: true });
      expect(after(withinDays! * DAY + 1)).toEqual({ ok: false, refusal: 'TOO_LATE' });
    },
  );

  it('allows three returns in a life and one rating', () => {
    const returned = (returnCount: number) => next(facts('DISPOSED', { returnCount }), 'return', NOW);
    expect([0, 1, 2, 3, 4].map((count) => returned(count).ok)).toEqual([true, true, true, false, false]);
    for (const transition of ['rateWell', 'rateBadly'] as const)
      expect(next(facts('COMPLETED', { rating: 4 }), transition, NOW)).toEqual({
        ok: false,
        refusal: 'ALREADY_RATED',
      });
  });

  it('holds back once, and publishes what is not confidential and not public already', () => {
    const held = { isConfidential: false, isHeld: true };
    const why = (transition: Transition, overrides: Partial<LifecycleFacts>) =>
      next(facts('DISPOSED', overrides), transition, NOW);
    expect(why('withhold', held)).toEqual({ ok: false, refusal: 'ALREADY_HELD' });
    expect(why('withhold', { isConfidential: true })).toEqual({ ok: false, refusal: 'NOT_PUBLIC' });
    expect(why('publish', held)).toMatchObject({ ok: true });
    expect(why('publish', { ...held, isPublished: true })).toEqual({
      ok: false,
      refusal: 'ALREADY_PUBLISHED',
    });
    expect(why('publish', { ...held, isConfidential: true })).toEqual({ ok: false, refusal: 'NOT_PUBLIC' });
  });

  it('lets go only what is a duplicate, and of the archived only what was archived for it', () => {
    const unmark = (state: ReportState, overrides: Partial<LifecycleFacts>) =>
      next(facts(state, overrides), 'unmarkDuplicate', NOW);
    expect(unmark('DISPOSED', { isDuplicate: false })).toEqual({ ok: false, refusal: 'NOT_A_DUPLICATE' });
    expect(unmark('ARCHIVED', { isDuplicate: true, archiveCode: 'WITHDRAWN' })).toEqual({
      ok: false,
      refusal: 'WRONG_STATE',
    });
  });

  it('has nothing to reveal where nothing was stored, and no flag to remove where none is', () => {
    expect(next(facts('DISPOSED', { hasIdentity: false }), 'revealIdentity', NOW)).toEqual({
      ok: false,
      refusal: 'NO_IDENTITY',
    });
    const plain = facts('DISPOSED', { isAnonymous: false, isConfidential: false });
    expect(next(plain, 'removeFlag', NOW)).toEqual({ ok: false, refusal: 'NO_SUCH_FLAG' });
  });
});

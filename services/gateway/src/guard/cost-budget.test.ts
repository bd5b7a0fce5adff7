import { movableClock } from '@lapor/clock';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { describe, expect, it } from 'vitest';
import { createCostBudget, POINTS_PER_MINUTE } from './cost-budget.ts';

const key = (id: string): Viewer => ({
  ...PUBLIC_VIEWER,
  kind: 'officer',
  apiKey: { id, scopes: ['graph:read'] },
});

describe('the budget of analysts and keys', () => {
  it('says what a request costs and what is left, and is whole again after a minute', () => {
    const clock = movableClock('2026-11-25T03:00:00Z');
    const budget = createCostBudget(clock);
    expect(budget.spend(key('a'), 100)).toEqual({
      requested: 110,
      left: POINTS_PER_MINUTE - 110,
      limit: POINTS_PER_MINUTE,
      resetsInSeconds: 60,
      isSpent: false,
    });
    expect(budget.spend(key('b'), 100)?.left).toBe(POINTS_PER_MINUTE - 110);
    for (let count = 0; count < 4; count++) budget.spend(key('a'), 10_100);
    const spent = budget.spend(key('a'), 10_100);
    expect(spent).toMatchObject({ isSpent: true, left: POINTS_PER_MINUTE - 110 - 4 * 10_110 });
    // A smaller one still fits.
    expect(budget.spend(key('a'), 100)?.isSpent).toBe(false);
    clock.advance(60_000);
    expect(budget.spend(key('a'), 10_100)?.isSpent).toBe(false);
  });

  it('is nobody else’s', () => {
    const budget = createCostBudget(movableClock('2026-11-25T03:00:00Z'));
    const officer: Viewer = {
      ...PUBLIC_VIEWER,
      kind: 'officer',
      accountId: 'x',
      posts: [{ role: 'AGENCY_ADMIN', organisationId: 'y' }],
    };
    expect(budget.spend(PUBLIC_VIEWER, 1)).toBeNull();
    expect(budget.spend(officer, 1)).toBeNull();
    expect(
      budget.spend({ ...officer, posts: [{ role: 'ANALYST', organisationId: 'ksp' }] }, 1)?.requested,
    ).toBe(11);
  });
});

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
    expect(budget.spend(key('a'), 100)).toMatchObject({
      isSpent: false,
      cost: {
        requested: 110,
        charged: 110,
        left: POINTS_PER_MINUTE - 110,
        limit: POINTS_PER_MINUTE,
        resetsInSeconds: 60,
      },
    });
    expect(budget.spend(key('b'), 100)?.cost.left).toBe(POINTS_PER_MINUTE - 110);
    for (let count = 0; count < 4; count++) budget.spend(key('a'), 10_100);
    const spent = budget.spend(key('a'), 10_100);
    expect(spent).toMatchObject({
      isSpent: true,
      cost: { charged: 0, left: POINTS_PER_MINUTE - 110 - 4 * 10_110 },
    });
    // A smaller one still fits.
    expect(budget.spend(key('a'), 100)?.isSpent).toBe(false);
    clock.advance(60_000);
    expect(budget.spend(key('a'), 10_100)?.isSpent).toBe(false);
  });

  it('gives back what was put aside for rows that did not come', () => {
    const budget = createCostBudget(movableClock('2026-11-25T03:00:00Z'), 250);
    const total = budget.spend(key('a'), 100)!;
    const months = budget.spend(key('a'), 100)!;
    // Both may still give a page each, so a third has to wait.
    expect(budget.spend(key('a'), 100)!.isSpent).toBe(true);
    expect(total.settle(1)).toMatchObject({ requested: 110, charged: 11, left: 129 });
    expect(months.settle(12)).toMatchObject({ requested: 110, charged: 22, left: 217 });
    expect(months.settle(0).left).toBe(229);
    expect(budget.spend(key('a'), 100)!.isSpent).toBe(false);
  });

  it('keeps everything that was put aside where the answer failed', () => {
    const budget = createCostBudget(movableClock('2026-11-25T03:00:00Z'), 250);
    const failed = budget.spend(key('a'), 100)!;
    const other = budget.spend(key('a'), 100)!;
    other.settle(0);
    expect(failed.keep()).toMatchObject({ requested: 110, charged: 110, left: 130 });
    expect(budget.spend(key('a'), 121)!.isSpent).toBe(true);
  });

  it('charges no more than was put aside, and nothing where there was too little', () => {
    const budget = createCostBudget(movableClock('2026-11-25T03:00:00Z'), 100);
    expect(budget.spend(key('a'), 10)!.settle(5_000)).toMatchObject({ charged: 20, left: 80 });
    expect(budget.spend(key('a'), 100)!.settle(100)).toMatchObject({ charged: 0, left: 80 });
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
      budget.spend({ ...officer, posts: [{ role: 'ANALYST', organisationId: 'ksp' }] }, 1)?.cost.requested,
    ).toBe(11);
  });
});

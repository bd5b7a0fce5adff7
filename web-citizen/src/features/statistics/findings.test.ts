import { describe, expect, it } from 'vitest';
import id from '../../locales/id.json' with { type: 'json' };
import {
  comparable,
  findingOfCategories,
  findingOfDeadlines,
  findingOfMonths,
  findingOfRegions,
  findingOfSatisfaction,
  findingOfStates,
  findingOfTimes,
  sinceFirst,
  type Finding,
} from './findings.ts';

const month = (received: number | null, completed: number | null) => ({
  from: '2026-11-01',
  received,
  completed,
});
const group = (name: string, received: number | null, followUpRate: number | null) => ({
  name,
  received,
  followUpRate,
});

describe('what the months say', () => {
  it('is how far completed stays behind received', () => {
    expect(findingOfMonths([month(215, 77), month(100, 90)])).toEqual({
      id: 'stats.months.behind',
      values: { received: 315, completed: 167, behind: 148 },
    });
    expect(findingOfMonths([month(10, 12)]).id).toBe('stats.months.keepsUp');
  });
  it('is the fullest month where one is kept back: a sum would leave it out', () => {
    expect(findingOfMonths([{ ...month(40, 9), from: '2026-09-01' }, month(57, null)])).toEqual({
      id: 'stats.months.most',
      values: { month: '2026-11-01', received: 57 },
    });
  });
  it('begins with the first month of which something is known', () => {
    const later = { ...month(0, 0), from: '2026-12-01' };
    expect(sinceFirst([month(0, 0), month(null, 0), later])).toEqual([month(null, 0), later]);
    expect(sinceFirst([month(0, 0)])).toEqual([]);
  });
  it('is nothing where all is kept back', () => {
    expect(findingOfMonths([month(null, null)]).id).toBe('stats.months.nothing');
    expect(findingOfMonths([]).id).toBe('stats.months.nothing');
  });
});

describe('what places say', () => {
  it('compares only where thirty reports stand behind a share', () => {
    const groups = [
      group('Bali', 40, 92),
      group('Maluku', 30, 47),
      group('Papua', 29, 3),
      group('Riau', null, null),
    ];
    expect(comparable(groups).map(({ name }) => name)).toEqual(['Bali', 'Maluku']);
    expect(findingOfRegions(groups)).toEqual({
      id: 'stats.regions.apart',
      values: { best: 'Bali', bestShare: 92, worst: 'Maluku', worstShare: 47 },
    });
  });
  it('names no best and worst when all are alike, or one stands alone', () => {
    expect(findingOfRegions([group('Bali', 40, 60), group('Aceh', 40, 60)]).id).toBe('stats.regions.same');
    expect(findingOfRegions([group('Bali', 40, 60)]).id).toBe('stats.regions.few');
  });
});

it('categories are told as a share of all, never as a ranking of agencies', () => {
  expect(findingOfCategories([group('Jalan', 50, 40)], 200)).toEqual({
    id: 'stats.categories.top',
    values: { name: 'Jalan', share: 25 },
  });
  expect(findingOfCategories([group('Jalan', null, null)], 3).id).toBe('stats.categories.nothing');
  expect(findingOfCategories([], 0).id).toBe('stats.categories.nothing');
});

it('the worked example of the figures: 215 received, 77 completed, 12 in progress', () => {
  expect(findingOfStates({ received: 215, followUpRate: 41, completionRate: 36 })).toEqual({
    id: 'stats.states.share',
    values: { followedUp: 41, completed: 36 },
  });
  expect(findingOfStates({ received: 4, followUpRate: null, completionRate: null }).id).toBe(
    'stats.states.few',
  );
});

it('times and satisfaction say that too little is known where it is', () => {
  expect(findingOfTimes(null).id).toBe('stats.times.few');
  expect(findingOfTimes({ medianDays: 4, ninetiethPercentileDays: null }).values).toEqual({
    median: 4,
    ninetieth: 4,
  });
  expect(findingOfSatisfaction({ rated: 3, satisfiedRate: null }).id).toBe('stats.satisfaction.few');
  expect(findingOfSatisfaction({ rated: 50, satisfiedRate: 72 }).id).toBe('stats.satisfaction.share');
});

it('deadlines are told of open reports, and nothing open is neither good nor bad', () => {
  expect(findingOfDeadlines({ open: 40, overdueRate: 15 })).toEqual({
    id: 'stats.deadlines.share',
    values: { share: 85, open: 40 },
  });
  expect(findingOfDeadlines({ open: 0, overdueRate: null }).id).toBe('stats.deadlines.none');
  expect(findingOfDeadlines({ open: 12, overdueRate: null }).id).toBe('stats.deadlines.few');
  expect(findingOfDeadlines({ open: null, overdueRate: null }).id).toBe('stats.deadlines.few');
});

it('every sentence has words for what stands in it', () => {
  const findings: Finding[] = [
    findingOfMonths([month(10, 5)]),
    findingOfMonths([month(10, null)]),
    findingOfMonths([month(5, 10)]),
    findingOfCategories([group('Jalan', 50, 40)], 200),
    findingOfRegions([group('Bali', 40, 92), group('Maluku', 30, 47)]),
    findingOfRegions([group('Bali', 40, 60), group('Aceh', 40, 60)]),
    findingOfTimes({ medianDays: 4, ninetiethPercentileDays: 12 }),
    findingOfDeadlines({ open: 40, overdueRate: 15 }),
    findingOfSatisfaction({ rated: 50, satisfiedRate: 72 }),
    findingOfStates({ received: 215, followUpRate: 41, completionRate: 36 }),
  ];
  for (const { id: message, values } of findings) {
    const named = [...id[message].matchAll(/\{(\w+)/g)].map(([, name]) => name);
    expect(named.length, message).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(values), message).toContain(name);
  }
});

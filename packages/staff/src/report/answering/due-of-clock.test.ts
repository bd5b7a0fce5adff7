import { expect, it } from 'vitest';
import { dueOfClock } from './due-of-clock.ts';

const clock = (status: 'RUNNING' | 'MET' | 'MISSED', dueOn: string, unit: string | null) => ({
  kind: 'FOLLOW_UP' as const,
  status,
  dueOn,
  organisation: unit === null ? null : { id: unit },
});

it('is the own unit’s where co-handlers have clocks of their own, else the first to end', () => {
  const clocks = [
    clock('RUNNING', '2026-11-26', 'dinas-b'),
    clock('MISSED', '2026-11-24', 'dinas-a'),
    clock('MET', '2026-11-20', 'dinas-b'),
  ];
  expect(dueOfClock(clocks, 'FOLLOW_UP', 'dinas-b')).toBe('2026-11-26');
  expect(dueOfClock(clocks, 'FOLLOW_UP', 'dinas-c')).toBe('2026-11-24');
  expect(dueOfClock(clocks, 'RESOLUTION', 'dinas-a')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { inReadingOrder, isOpen } from './clock-order.ts';

const clock = (
  kind: string,
  status: 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED',
  due: string,
  stopped?: string,
) => ({
  kind,
  status,
  dueAt: `2026-${due}T17:00:00.000Z`,
  stoppedAt: stopped ? `2026-${stopped}T03:00:00.000Z` : null,
});

test('what is due first stands first, then what is past, newest first', () => {
  const clocks = [
    clock('VERIFICATION', 'MET', '11-05', '11-04'),
    clock('RESOLUTION', 'RUNNING', '11-24'),
    clock('FOLLOW_UP', 'MET', '11-11', '11-10'),
    clock('REPLY_TURN', 'RUNNING', '11-19'),
  ];
  expect(inReadingOrder(clocks).map(({ kind }) => kind)).toEqual([
    'REPLY_TURN',
    'RESOLUTION',
    'FOLLOW_UP',
    'VERIFICATION',
  ]);
});

test('a missed clock nobody has stopped is still open', () => {
  expect(isOpen(clock('FOLLOW_UP', 'MISSED', '11-11'))).toBe(true);
  expect(isOpen(clock('FOLLOW_UP', 'MISSED', '11-11', '11-15'))).toBe(false);
});

test('what says nothing to a citizen is left out', () => {
  const silent = [
    clock('FIRST_RESPONSE', 'RUNNING', '11-25'),
    clock('RESOLUTION', 'CANCELLED', '11-25'),
    clock('OMBUDSMAN', 'MET', '12-10', '11-20'),
  ];
  expect(inReadingOrder(silent)).toEqual([]);
  expect(inReadingOrder([clock('OMBUDSMAN', 'RUNNING', '12-10')])).toHaveLength(1);
});

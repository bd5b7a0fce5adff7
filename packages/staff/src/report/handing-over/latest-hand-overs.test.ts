import { describe, expect, it } from 'vitest';
import { latestHandOvers } from './latest-hand-overs.ts';

const handOver = (id: string, organisationId: string, day: number, isOpen: boolean) => ({
  id,
  organisation: { id: organisationId },
  handedOverAt: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`,
  isOpen,
});

describe('the hand-overs that are shown', () => {
  it('are the newest of each organisation', () => {
    const rows = [handOver('old', 'a', 1, false), handOver('new', 'a', 5, true), handOver('b', 'b', 2, true)];
    expect(latestHandOvers(rows).map(({ id }) => id)).toEqual(['new', 'b']);
  });

  it('begin with those whose link is open', () => {
    const rows = [handOver('ended', 'a', 5, false), handOver('open', 'b', 1, true)];
    expect(latestHandOvers(rows).map(({ id }) => id)).toEqual(['open', 'ended']);
  });
});

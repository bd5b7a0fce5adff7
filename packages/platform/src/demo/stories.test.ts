import { beforeAll, describe, expect, it } from 'vitest';
import { readSamples } from './samples.ts';
import { storiesOf } from './stories.ts';
import type { Story } from './timeline.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const KILOMETRES_PER_DEGREE = 111;

function kilometresApart(one: Story, other: Story): number {
  const [a, b] = [one.sample.point, other.sample.point];
  if (!a || !b) return Infinity;
  return Math.hypot(a.latitude - b.latitude, a.longitude - b.longitude) * KILOMETRES_PER_DEGREE;
}

describe('the demo’s reports', () => {
  let pairs: (readonly [Story, Story])[];
  beforeAll(async () => {
    const stories = storiesOf(await readSamples(), NOW);
    pairs = stories.flatMap((one, index) => stories.slice(index + 1).map((other) => [one, other] as const));
  });

  it('stand where they say: two of the same spot name the same area', () => {
    const near = pairs.filter(([one, other]) => kilometresApart(one, other) < 0.3);
    expect(near.length).toBeGreaterThan(0);
    for (const [one, other] of near)
      expect(`${one.key} ${one.sample.region_code}`).toBe(`${one.key} ${other.sample.region_code}`);
  });

  it('hold a duplicate that waits on the desk beside the report it repeats', () => {
    const waiting = pairs.filter(
      ([one, other]) =>
        other.steps.length === 0 &&
        one.sample.id === other.sample.id &&
        one.steps.length > 0 &&
        kilometresApart(one, other) < 0.3,
    );
    expect(waiting.length).toBeGreaterThan(0);
  });
});

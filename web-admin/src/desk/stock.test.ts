import { describe, expect, it } from 'vitest';
import { aheadFor, placesFor, readyIn, toGiveBack } from './stock.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, number: `1000000${id}` })) as [Held, Held, Held];
type Held = { id: string; number: string };

describe('reports that a verifier has ready', () => {
  it('are none while few wait, so that a colleague finds something to do', () => {
    expect([0, 5, 6, 11, 12, 700].map(aheadFor)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('are asked for beside those that stay with the verifier, never more than the platform gives', () => {
    expect(placesFor(3, 0)).toBe(1);
    expect(placesFor(300, 0)).toBe(3);
    expect(placesFor(300, 2)).toBe(5);
    expect(placesFor(300, 40)).toBe(10);
  });

  it('are the own ones but for the open one, what was passed over, and what was decided', () => {
    expect(readyIn([a, b, c], a.number, new Set(['b']))).toEqual([c]);
    expect(readyIn([a, b], undefined, new Set())).toEqual([a, b]);
  });

  it('go back when they were passed over, unless they are open again or wait to be made', () => {
    expect(toGiveBack([a, b, c], a.number, new Set(['a', 'b', 'c']), new Set(['c']))).toEqual([b]);
    expect(toGiveBack([a, b], undefined, new Set(), new Set())).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { joinPages, pageJoiner, type Page } from './join-pages.ts';

const page = (...ids: string[]): Page<{ id: string }> => ({
  edges: ids.map((id) => ({ node: { id } })),
  pageInfo: { hasNextPage: true, endCursor: ids.at(-1) ?? null },
});

describe('pages of a list', () => {
  it('follow each other', () => {
    expect(joinPages([page('a', 'b'), page('c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('show a row once that moved between two requests', () => {
    expect(joinPages([page('a', 'b'), page('b', 'c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('wait for one that has not arrived', () => {
    expect(joinPages([page('a'), undefined]).map(({ id }) => id)).toEqual(['a']);
  });

  it('grow without going through the first ones again, and begin anew when one of them is another', () => {
    const join = pageJoiner<{ id: string }>();
    const [first, second] = [page('a', 'b'), page('b', 'c')];
    const shown = join([first, undefined]);
    expect(join([first, undefined])).toBe(shown);
    expect(join([first, second]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(shown.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(join([page('x'), second]).map(({ id }) => id)).toEqual(['x', 'b', 'c']);
    expect(join([second]).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

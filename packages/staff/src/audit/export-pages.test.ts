import { describe, expect, it } from 'vitest';
import { exportPages } from './export-pages.ts';

/** A list of so many rows, ten on a page. */
const list =
  (count: number, failAt = Infinity) =>
  (after: string | null) => {
    const start = Number(after ?? 0);
    if (start >= failAt) return Promise.resolve(null);
    const nodes = Array.from({ length: Math.min(10, count - start) }, (_, index) => start + index);
    return Promise.resolve({
      edges: nodes.map((node) => ({ node })),
      pageInfo: { hasNextPage: start + 10 < count, endCursor: String(start + 10) },
    });
  };

describe('an export', () => {
  it('has every page, in order', async () => {
    const result = await exportPages(list(25));
    expect(result).toMatchObject({ ok: true, isCut: false });
    expect(result.ok && result.rows).toEqual(Array.from({ length: 25 }, (_, index) => index));
  });

  it('is cut at a limit, and says so', async () => {
    const result = await exportPages(list(100), 15);
    expect(result).toMatchObject({ ok: true, isCut: true });
    expect(result.ok && result.rows).toHaveLength(15);
  });

  it('is none when a page did not come: half a log would be taken for the whole', async () =>
    expect(await exportPages(list(30, 20))).toEqual({ ok: false }));
});

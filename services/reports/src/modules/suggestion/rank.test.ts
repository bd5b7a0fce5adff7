import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFarAhead, rankCategories, rankOrganisations, type Neighbour } from './rank.ts';

const alike = (
  categoryId: string,
  organisationId: string,
  likeness: number,
  isEligible = true,
): Neighbour => ({
  categoryId,
  organisationId,
  likeness,
  isEligible,
  words: [`kata-${categoryId}`],
});

describe('what a text is about', () => {
  it('is nothing where nothing speaks for anything', () => {
    expect(rankCategories([], [])).toEqual([]);
    expect(rankOrganisations([], [], [], [])).toEqual([]);
    expect(isFarAhead([])).toBe(false);
  });

  it('is what labels say while there are no reports, and what verifiers said the more reports there are', () => {
    const labels = [
      { categoryId: 'a', score: 9, words: ['x'] },
      { categoryId: 'b', score: 3, words: ['y'] },
    ];
    expect(rankCategories(labels, []).map(({ categoryId, share }) => [categoryId, share])).toEqual([
      ['a', 0.75],
      ['b', 0.25],
    ]);
    const few = rankCategories(labels, [alike('b', 'o', 0.5)]);
    expect(few[0]!.categoryId).toBe('a');
    const many = rankCategories(
      labels,
      Array.from({ length: 20 }, () => alike('b', 'o', 0.5)),
    );
    expect(many[0]).toMatchObject({ categoryId: 'b', similarReportCount: 20, words: ['kata-b', 'y'] });
  });

  it('counts one very similar report for more than two that are a little similar', () => {
    expect(
      rankCategories([], [alike('a', 'o', 0.6), alike('b', 'o', 0.4), alike('b', 'o', 0.4)])[0]!.categoryId,
    ).toBe('a');
  });

  it('has shares that are at most one together, in order, whatever comes', () => {
    const neighbours = fc.array(
      fc.record({
        categoryId: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
        organisationId: fc.constantFrom('o', 'p'),
        isEligible: fc.boolean(),
        likeness: fc.double({ min: 0.01, max: 1, noNaN: true }),
        words: fc.array(fc.constantFrom('x', 'y')),
      }),
      { maxLength: 20 },
    );
    const labels = fc.uniqueArray(
      fc.record({
        categoryId: fc.constantFrom('a', 'b', 'c', 'e'),
        score: fc.double({ min: 0.1, max: 40, noNaN: true }),
        words: fc.constant(['z']),
      }),
      { selector: ({ categoryId }) => categoryId },
    );
    fc.assert(
      fc.property(labels, neighbours, (label, near) => {
        const ranked = rankCategories(label, near);
        expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.000001);
        for (const [index, { share }] of ranked.entries())
          if (index) expect(share).toBeLessThanOrEqual(ranked[index - 1]!.share);
      }),
    );
  });
});

describe('who is competent', () => {
  const categories = [{ categoryId: 'a', share: 0.8, words: ['lampu'], similarReportCount: 0 }];
  const rule = (organisationId: string, level: 'NATIONAL' | 'PROVINCE' | 'REGENCY') => ({
    categoryId: 'a',
    organisationId,
    level,
    basis: 'UNIT_WITH_KEY' as const,
    version: 1,
  });

  it('is named by the rules, the regency first where all levels may be', () => {
    const found = rankOrganisations(
      categories,
      [rule('n', 'NATIONAL'), rule('p', 'PROVINCE'), rule('r', 'REGENCY')],
      [],
      [],
    );
    expect(found[0]).toMatchObject({
      organisationId: 'r',
      words: ['lampu'],
      rule: { level: 'REGENCY' },
      similarReportCount: 0,
    });
  });

  it('is where verifiers sent similar reports of the place, and never who is not of the place', () => {
    const near = Array.from({ length: 9 }, () => alike('a', 'dishub', 0.6));
    const elsewhere = Array.from({ length: 9 }, () => alike('a', 'dishub-lain', 0.9, false));
    const found = rankOrganisations(categories, [rule('dpupr', 'REGENCY')], [], [...near, ...elsewhere]);
    expect(found.map(({ organisationId }) => organisationId)).toEqual(['dishub', 'dpupr']);
    expect(found[0]).toMatchObject({ similarReportCount: 9, rule: null });
  });

  it('may be named in the text', () => {
    const [first] = rankOrganisations([], [], [{ organisationId: 'pln', word: 'pln' }], []);
    expect(first).toMatchObject({ organisationId: 'pln', words: ['pln'], rule: null });
  });

  it('is filled in only where the first is far ahead', () => {
    expect(isFarAhead([{ share: 0.6 }, { share: 0.3 }])).toBe(true);
    expect(isFarAhead([{ share: 0.6 }, { share: 0.31 }])).toBe(false);
    expect(isFarAhead([{ share: 0.4 }])).toBe(false);
  });
});

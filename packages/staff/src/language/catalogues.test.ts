import { expect, it } from 'vitest';
import english from '../locales/en.json' with { type: 'json' };
import indonesian from '../locales/id.json' with { type: 'json' };
import { catalogueDifferences } from './catalogue-differences.ts';

it('both languages have every message, with the same values', () => {
  expect(catalogueDifferences(indonesian, english)).toEqual([]);
});

it('a message that is missing or needs another value is found', () => {
  expect(catalogueDifferences({ a: '{n} hari', b: 'ya' }, { a: '{days} days' })).toEqual(['a', 'b']);
  expect(
    catalogueDifferences(
      { a: '{n, plural, other {# hari}}' },
      { a: '{n, plural, one {# day} other {# days}}' },
    ),
  ).toEqual([]);
});

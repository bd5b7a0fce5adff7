import { catalogueDifferences } from '@lapor/staff/catalogue-differences';
import { expect, it } from 'vitest';
import english from '../locales/en.json' with { type: 'json' };
import indonesian from '../locales/id.json' with { type: 'json' };

it('both languages have every message, with the same values', () => {
  expect(catalogueDifferences(indonesian, english)).toEqual([]);
});

import { catalogueDifferences } from '@lapor/staff/catalogue-differences';
import { expect, it } from 'vitest';
import english from './en.json' with { type: 'json' };
import indonesian from './id.json' with { type: 'json' };

it('the desk of channels speaks both languages, with the same values', () => {
  expect(catalogueDifferences(indonesian, english)).toEqual([]);
});

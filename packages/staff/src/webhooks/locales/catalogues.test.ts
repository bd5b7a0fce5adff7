import { expect, it } from 'vitest';
import { catalogueDifferences } from '../../language/catalogue-differences.ts';
import english from './en.json' with { type: 'json' };
import indonesian from './id.json' with { type: 'json' };

it('webhooks speak both languages, with the same values', () => {
  expect(catalogueDifferences(indonesian, english)).toEqual([]);
});

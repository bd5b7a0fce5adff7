import { expect, test } from 'vitest';
import { agencyKinds, agencySearchAddress, readAgencySearch, toOrganisationFilter } from './agency-filter.ts';

test('a search for agencies can be shared', () => {
  for (const kind of [null, ...agencyKinds]) {
    const asked = { search: 'pekerjaan umum', kind };
    expect(readAgencySearch(agencySearchAddress(asked).split('?')[1]!)).toEqual(asked);
  }
  expect(agencySearchAddress(readAgencySearch('jenis=apa-saja&q=%20'))).toBe('/kinerja');
});

test('without words only governments and K/L are listed, with words their units as well', () => {
  expect(toOrganisationFilter({ search: '', kind: null }).rootsOnly).toBe(true);
  expect(toOrganisationFilter({ search: 'dinas', kind: null })).toEqual({
    search: 'dinas',
    kinds: null,
    rootsOnly: false,
  });
});

import { expect, test } from 'vitest';
import { addressOf, isFiltered, readFilter } from './list-filter.ts';

test('a filtered list can be shared: the address gives the same filter', () => {
  const filter = {
    search: 'jalan rusak',
    state: 'IN_PROGRESS',
    categoryId: 'jalan.berlubang',
    regionCode: '13.71',
  } as const;
  const address = addressOf(filter);
  expect(address).toBe('/laporan?q=jalan+rusak&status=proses&kategori=jalan.berlubang&wilayah=13.71');
  expect(readFilter(address.split('?')[1]!)).toEqual(filter);
});

test('the bare list has the bare address, and nonsense in it filters nothing', () => {
  const none = readFilter('status=apa-saja&q=%20');
  expect(addressOf(none)).toBe('/laporan');
  expect(isFiltered(none)).toBe(false);
});

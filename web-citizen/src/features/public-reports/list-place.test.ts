import { beforeEach, expect, test, vi } from 'vitest';
import { keepPlace, listOf, takePlace } from './list-place.ts';

const place = { address: '/laporan?q=jalan', cursors: ['a', 'b'], number: '48213097' };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

test('whoever comes back to the same list finds the place, once', () => {
  keepPlace(place);
  expect(takePlace('/laporan')).toBeNull();
  expect(takePlace(place.address)).toEqual(place);
  expect(takePlace(place.address)).toBeNull();
});

test('a report knows the list from which it was opened, another one does not', () => {
  keepPlace(place);
  expect(listOf('48213097')).toBe('/laporan?q=jalan');
  expect(listOf('11111111')).toBeNull();
});

test('what somebody else left in the storage is no place', () => {
  sessionStorage.setItem('list-place', '{"address":1}');
  expect(takePlace('/laporan')).toBeNull();
  sessionStorage.setItem('list-place', '{');
  expect(listOf('48213097')).toBeNull();
});

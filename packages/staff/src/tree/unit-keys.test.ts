import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { UNIT_KEYS, unitKeyName } from './unit-keys.ts';

it('every kind of unit of the reference data has a name here, and no other', async () => {
  const text = await readFile(new URL('../../../../data/opd-templates.csv', import.meta.url), 'utf8');
  const keys = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]);
  expect(Object.keys(UNIT_KEYS).toSorted()).toEqual([...new Set(keys)].toSorted());
});

it('a key that somebody invented stands for itself', () => {
  expect(unitKeyName('dishub')).toBe('Dinas Perhubungan (dishub)');
  expect(unitKeyName('dinas-baru')).toBe('dinas-baru');
});

import { expect, test } from 'vitest';
import { findTiles } from '../src/features/map/tiles.ts';
import { tilesTags } from './map-tiles.ts';

test('a page names no tile server unless the installation has one', () => {
  expect(tilesTags()).toEqual([]);
  expect(tilesTags('')).toEqual([]);
});

test('what is written into the page is what the map reads there', () => {
  const [tag] = tilesTags('/peta/{z}/{x}/{y}.png', '© Badan Informasi Geospasial');
  const attributes = tag!.attrs as Record<string, string>;
  const page = { querySelector: () => ({ getAttribute: (name: string) => attributes[name] ?? null }) };
  expect(findTiles(page as never)).toEqual({
    url: '/peta/{z}/{x}/{y}.png',
    attribution: '© Badan Informasi Geospasial',
  });
});

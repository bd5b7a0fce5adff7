import { expect, test } from 'vitest';
import { findTiles } from './tiles.ts';

const page = (attributes: Record<string, string> | null) => ({
  querySelector: () => attributes && { getAttribute: (name: string) => attributes[name] ?? null },
});
const find = (attributes: Record<string, string> | null) => findTiles(page(attributes) as never);

test('without a word of the installation there is no tile server', () => {
  expect(find(null)).toBeNull();
  expect(find({ content: '' })).toBeNull();
});

test('a tile server is used only as an encrypted address with all places', () => {
  const content = 'https://peta.example/{z}/{x}/{y}.png';
  expect(find({ content, 'data-attribution': '© <b>Peta</b>' })).toEqual({
    url: content,
    attribution: '© &#60;b&#62;Peta&#60;/b&#62;',
  });
  expect(find({ content: '/peta/{z}/{x}/{y}.png' })?.url).toBe('/peta/{z}/{x}/{y}.png');
  expect(find({ content: 'http://peta.example/{z}/{x}/{y}.png' })).toBeNull();
  expect(find({ content: 'https://peta.example/{z}/{x}.png' })).toBeNull();
  expect(find({ content: 'javascript:alert(1){z}{x}{y}' })).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { isFoundBy, leftIn, withPlaceholder } from './placeholders.ts';

describe('placeholders of a template', () => {
  it('that an answer still bears are named; other braces are the officer’s own', () => {
    expect(leftIn('Selesai {tenggat}, {tenggat}. {catatan}')).toEqual(['{tenggat}']);
    expect(leftIn('Selesai.')).toEqual([]);
  });

  it('go where the caret stands, in the place of what is selected', () => {
    expect(withPlaceholder('Laporan X sudah', { from: 8, to: 9 }, 'nomor')).toEqual({
      text: 'Laporan {nomor} sudah',
      caret: 15,
    });
  });
});

it('a template is found by all words of its title or text', () => {
  const template = { title: 'Penambalan dijadwalkan', text: 'Regu datang {tenggat}.' };
  expect(isFoundBy(template, 'regu PENAMBALAN')).toBe(true);
  expect(isFoundBy(template, 'regu lampu')).toBe(false);
  expect(isFoundBy(template, '')).toBe(true);
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MOST_CHOICES, readings, understandPlace, type FoundRegion } from './understand-place.ts';

const region = (code: string, level: FoundRegion['level'], fullName: string): FoundRegion => ({
  code,
  level,
  fullName,
  name: fullName.split(',')[0]!,
});
const REGIONS = [
  region('13', 'PROVINCE', 'Sumatera Barat'),
  region('13.71', 'CITY', 'Kota Padang, Sumatera Barat'),
  region('13.71.09', 'DISTRICT', 'Kuranji, Kota Padang, Sumatera Barat'),
  region('13.05', 'REGENCY', 'Kabupaten Padang Pariaman, Sumatera Barat'),
  region('13.05.02', 'DISTRICT', 'Sungai Limau, Kabupaten Padang Pariaman, Sumatera Barat'),
  region('32.73', 'CITY', 'Kota Bandung, Jawa Barat'),
  region('32.04', 'REGENCY', 'Kabupaten Bandung, Jawa Barat'),
  region('32.73.01', 'DISTRICT', 'Sukasari, Kota Bandung, Jawa Barat'),
  region('36.71.01', 'DISTRICT', 'Tangerang, Kota Tangerang, Banten'),
  region('36.71', 'CITY', 'Kota Tangerang, Banten'),
  region('63.10.05', 'DISTRICT', 'Kuranji, Kabupaten Tanah Bumbu, Kalimantan Selatan'),
];

/** As the graph: every word has to begin a word of the name or of what lies above it. */
const search = async (words: string) => {
  const typed = words.toLowerCase().split(' ').filter(Boolean);
  return REGIONS.filter(({ fullName }) => {
    const own = fullName.toLowerCase().split(/[\s,]+/);
    return typed.every((word) => own.some((one) => one.startsWith(word)));
  });
};
const understood = async (text: string) => {
  const place = await understandPlace(text, search);
  if (place.kind === 'NONE') return 'NONE';
  return place.kind === 'ONE' ? place.region.code : place.regions.map(({ code }) => code);
};

describe('a place in free words', () => {
  test.each([
    ['Kuranji, Kota Padang', '13.71.09'],
    ['kuranji padang', '13.71.09'],
    ['di kec. Kuranji kota Padang', '13.71.09'],
    ['Kec Kuranji, Kota Padang, Sumatera Barat', '13.71.09'],
    ['Jl. Belimbing depan pasar, Kuranji, Padang', '13.71.09'],
    ['jalan belimbing no 5 rt 3 kuranji padang', '13.71.09'],
    ['Padang', '13.71'],
    ['padang pariaman', '13.05'],
    ['Sungai Limau', '13.05.02'],
    ['kab bandung', '32.04'],
    ['Kota Bandung', '32.73'],
    ['tangerang', '36.71'],
    ['kec tangerang kota tangerang', '36.71.01'],
    ['Sumatera Barat', '13'],
  ])('%j', async (text, code) => {
    expect(await understood(text)).toBe(code);
  });

  test.each([
    ['Bandung', ['32.73', '32.04']],
    ['Kuranji', ['13.71.09', '63.10.05']],
  ])('%j is several', async (text, codes) => {
    expect(await understood(text)).toEqual(codes);
  });

  test.each(['entah', 'dekat rumah pak lurah', '12345', '', '??'])('%j is none', async (text) => {
    expect(await understood(text)).toBe('NONE');
  });

  it('is searched for a few times at most, and offers few', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(30), async (text, count) => {
        let searches = 0;
        const place = await understandPlace(text, async () => {
          searches += 1;
          return Array.from({ length: count }, (_one, index) =>
            region(String(index), 'DISTRICT', `X${index}`),
          );
        });
        expect(searches).toBeLessThanOrEqual(8);
        if (place.kind === 'SOME') expect(place.regions.length).toBeLessThanOrEqual(MOST_CHOICES);
        for (const words of readings(text)) expect(words.length).toBeGreaterThan(0);
      }),
    );
  });
});

import { expect, test } from 'vitest';
import { faultsBelow, fromParagraphs, toParagraphs } from './letter-text.ts';

test('a text comes back as it was when nothing is typed', () => {
  const paragraphs = ['Di atas.', 'Di bawah.', 'Penutup.'];
  expect(toParagraphs(fromParagraphs(paragraphs))).toEqual(paragraphs);
});

test('an empty line makes a paragraph, a new line does not, and empty ones are left out', () => {
  expect(toParagraphs({ above: ' Satu ', below: 'dua\nlanjut\n \n\n\ntiga\n' })).toEqual([
    'Satu',
    'dua\nlanjut',
    'tiga',
  ]);
  expect(toParagraphs({ above: 'Satu', below: '' })).toEqual(['Satu']);
});

test('a fault stands where its paragraph is, and one of the whole text below', () => {
  const at = (...faulty: string[]) => faultsBelow((place) => (faulty.includes(place) ? place : undefined));
  expect(at()).toBeUndefined();
  expect(at('paragraphs', 'paragraphs.0')).toBeUndefined();
  expect(at('paragraphs', 'paragraphs.2')).toBe('paragraphs.2');
  expect(at('paragraphs')).toBe('paragraphs');
});

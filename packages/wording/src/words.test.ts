import { expect, test } from 'vitest';
import { dueDistance } from './due.ts';
import { words as en } from './en.ts';
import { words as id } from './id.ts';
import { formatMegabytes, formatNumber } from './numbers.ts';
import type { HistoryFacts } from './words.ts';

test('a deadline says how far it is', () => {
  expect(dueDistance(id, 'ON_TIME', 7)).toBe('7 hari kerja lagi');
  expect(dueDistance(id, 'SOON', 2)).toBe('2 hari kerja lagi');
  expect(dueDistance(id, 'LAST_DAY', 0)).toBe('Hari ini');
  expect(dueDistance(id, 'OVERDUE', -3)).toBe('Terlambat 3 hari');
  expect(dueDistance(en, 'SOON', 1)).toBe('1 working day left');
});

test('late on the weekend after the last day counts no working day yet, and still says late', () =>
  expect(dueDistance(id, 'OVERDUE', 0)).toBe('Terlambat'));

const facts: HistoryFacts = { kind: 'DISPOSED', actorKind: 'OFFICER', toReporter: true };

test('history speaks to the reporter and about the reporter', () => {
  const reply: HistoryFacts = { ...facts, kind: 'REPLIED', actorKind: 'CITIZEN' };
  expect(id.history(reply)).toBe('Anda membalas');
  expect(id.history({ ...reply, toReporter: false })).toBe('Pelapor membalas');
  expect(id.history({ ...facts, kind: 'REPLIED', organisation: 'Dishub Kota Padang' })).toBe(
    'Dishub Kota Padang membalas',
  );
});

test('history names the target, and stays whole without one', () => {
  expect(id.history({ ...facts, toOrganisation: 'Dinas PUPR Kota Padang' })).toBe(
    'Diteruskan ke Dinas PUPR Kota Padang',
  );
  expect(id.history(facts)).toBe('Diteruskan ke instansi');
});

test('reasons stand in words; an unknown code is left out rather than shown', () => {
  expect(id.history({ ...facts, kind: 'ARCHIVED', reasonCode: 'SPAM' })).toBe(
    'Laporan diarsipkan: bukan laporan',
  );
  expect(id.history({ ...facts, kind: 'ARCHIVED', reasonCode: 'BRAND_NEW' })).toBe('Laporan diarsipkan');
});

test('numbers use the separators of the language', () => {
  expect(formatNumber(id, 13284)).toBe('13.284');
  expect(formatNumber(id, 3.44, 1)).toBe('3,4');
  expect(formatNumber(en, 13284)).toBe('13,284');
  expect(formatMegabytes(id, 187_000)).toBe('0,2 MB');
  expect(formatMegabytes(id, 900)).toBe('0,1 MB');
});

import { expect, test } from 'vitest';
import { dueDistance } from './due.ts';
import { words as en } from './en.ts';
import { words as id } from './id.ts';
import { formatMegabytes, formatNumber } from './numbers.ts';
import { formatCalendar, formatPolicy } from './rules.ts';
import type { HistoryFacts, Urgency, Words } from './words.ts';

const distance = (words: Words, urgency: Urgency, workingDaysLeft: number) =>
  dueDistance(
    words,
    { urgency, workingDaysLeft, dueOn: '2026-11-24', explanation: { unit: 'WORKING' } },
    '2026-11-20',
  );

test('a deadline says how far it is', () => {
  expect(distance(id, 'ON_TIME', 7)).toBe('7 hari kerja lagi');
  expect(distance(id, 'SOON', 2)).toBe('2 hari kerja lagi');
  expect(distance(id, 'LAST_DAY', 0)).toBe('Hari ini');
  expect(distance(id, 'OVERDUE', -3)).toBe('Terlambat 3 hari kerja');
  expect(distance(en, 'SOON', 1)).toBe('1 working day left');
});

test('a clock that counts every day says its distance in every day', () => {
  const outer = (urgency: Urgency, today: string) =>
    dueDistance(
      id,
      { urgency, workingDaysLeft: 0, dueOn: '2027-01-09', explanation: { unit: 'CALENDAR' } },
      today,
    );
  expect(outer('ON_TIME', '2026-11-22')).toBe('48 hari lagi');
  // A Saturday: no working day is left on Friday, and still it is not today.
  expect(outer('LAST_DAY', '2027-01-08')).toBe('1 hari lagi');
  expect(outer('LAST_DAY', '2027-01-09')).toBe('Hari ini');
  expect(outer('OVERDUE', '2027-01-13')).toBe('Terlambat 4 hari');
});

test('late on the weekend after the last day counts no working day yet, and still says late', () =>
  expect(distance(id, 'OVERDUE', 0)).toBe('Terlambat'));

const facts: HistoryFacts = { kind: 'DISPOSED', actorKind: 'OFFICER', toReporter: true };

test('history speaks to the reporter and about the reporter', () => {
  const reply: HistoryFacts = { ...facts, kind: 'REPLIED', actorKind: 'CITIZEN' };
  expect(id.history(reply)).toBe('Anda membalas');
  expect(id.history({ ...reply, toReporter: false })).toBe('Pelapor membalas');
  expect(id.history({ ...facts, kind: 'REPLIED', organisation: 'Dishub Kota Padang' })).toBe(
    'Dishub Kota Padang membalas',
  );
});

test('a private message says who wrote it, the reporter and the desk told apart', () => {
  const message: HistoryFacts = { ...facts, kind: 'MESSAGE' };
  expect(id.history({ ...message, actorKind: 'CITIZEN' })).toBe('Pesan pribadi dari Anda');
  expect(id.history({ ...message, actorKind: 'CITIZEN', toReporter: false })).toBe('Pesan pribadi pelapor');
  expect(id.history({ ...message, organisation: 'Dishub Kota Padang' })).toBe(
    'Pesan pribadi dari Dishub Kota Padang',
  );
  expect(id.history(message)).toBe('Pesan pribadi dari admin nasional');
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

test('a rule has a name that people know', () => {
  expect(formatPolicy('permen-panrb-5-2025')).toBe('Permen PANRB 5/2025');
  expect(formatPolicy('trial')).toBe('trial');
  expect(formatCalendar('decrees-to-2026+cf48f32a33cb')).toBe('2026');
});

test('a report that changed hands by itself says from where, to where and why', () => {
  const moved: HistoryFacts = {
    kind: 'REASSIGNED',
    actorKind: 'SYSTEM',
    toReporter: true,
    organisation: 'Dinas A',
    toOrganisation: 'Dinas B',
    reasonCode: 'MERGED',
  };
  expect(id.history(moved)).toBe('Dialihkan dari Dinas A ke Dinas B karena penggabungan');
  expect(id.history({ ...moved, toOrganisation: null, reasonCode: 'RETIRED' })).toBe(
    'Dialihkan dari Dinas A ke admin nasional karena unit dihapus',
  );
  // The same unit under another government, and a code that nobody knows.
  expect(en.history({ ...moved, toOrganisation: 'Dinas A', reasonCode: 'NEW' })).toBe(
    'Taken over by Dinas A',
  );
});

test('a hand-over names the organisation, and an answer of a stand-in for whom it is', () => {
  const handed: HistoryFacts = { kind: 'HANDED_OVER', actorKind: 'SYSTEM', toReporter: true };
  expect(id.history({ ...handed, toOrganisation: 'Pemkab Contoh' })).toBe(
    'Diserahkan kepada pimpinan Pemkab Contoh karena belum terhubung',
  );
  expect(
    id.history({ ...handed, kind: 'HAND_OVER_ENDED', toOrganisation: 'Dinas A', reasonCode: 'STAFFED' }),
  ).toBe('Penyerahan kepada pimpinan Dinas A berakhir: petugasnya sudah ada');
  const plan: HistoryFacts = { ...facts, kind: 'PLANNED', organisation: 'Pemkot Contoh' };
  expect(id.history(plan)).toBe('Rencana dari Pemkot Contoh');
  expect(en.history({ ...plan, toOrganisation: 'Dinas A' })).toBe('Plan from Pemkot Contoh for Dinas A');
});

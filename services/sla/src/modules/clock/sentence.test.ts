import { describe, expect, test } from 'vitest';
import { aReport, at, BY_CITIZEN, BY_DESK } from '../../../tests/a-report.ts';
import { rules } from '../../../tests/rules.ts';
import type { ReportHistory } from '../../../tests/a-report.ts';
import type { ClockKind } from './clock-kinds.ts';
import { countDeadline } from './deadline.ts';
import { deriveClocks } from './derive-clocks.ts';
import { sentenceOf, type Language } from './sentence.ts';

const { calendar } = rules.calendars[0]!;

/** Of the last clock of a kind, without the rules, which end each. */
function say(history: ReportHistory, kind: ClockKind, language: Language = 'ID', now = '2026-11-25 10:00') {
  const clock = deriveClocks(history.events, rules).clocks.findLast((one) => one.kind === kind)!;
  const whole = sentenceOf(clock, countDeadline(clock, calendar), calendar.version, at(now), language);
  expect(whole).toMatch(/(Aturan|Rules): Permen PANRB 5\/2025; (kalender|calendar): calendar-1\.$/);
  return whole.slice(0, whole.search(/ (Aturan|Rules): /));
}

describe('a deadline in words', () => {
  test('names the holidays it steps over, and the zone of the unit', () => {
    const report = aReport('2026-12-21 10:00').disposed('2026-12-22 10:00', ['jayapura-pupr']);
    expect(say(report, 'FOLLOW_UP')).toBe(
      'Tindak lanjut pertama: dihitung sejak laporan didisposisikan pada Selasa, 22 Desember 2026, selama 5 hari kerja, ' +
        'sampai Kamis, 31 Desember 2026 pukul 24.00 WIT. ' +
        'Tidak dihitung: 2 hari akhir pekan; 24 Desember (Cuti Bersama Natal); 25 Desember (Kelahiran Yesus Kristus (Natal)).',
    );
  });

  test('tells what started a verification', () => {
    const filed = aReport('2026-11-20 19:00');
    expect(say(filed, 'VERIFICATION', 'EN')).toContain(
      'counted from Friday, 20 November 2026, when the report was filed',
    );
    const completed = filed
      .next('2026-11-23 10:00', 'POSTPONED', { ...BY_DESK, state: 'POSTPONED' })
      .next('2026-11-24 10:00', 'COMPLETED_DATA', { ...BY_CITIZEN, state: 'SUBMITTED' });
    expect(say(completed, 'VERIFICATION')).toContain(
      'sejak data dilengkapi pelapor pada Selasa, 24 November 2026',
    );
    expect(say(completed, 'OUTER_LIMIT')).toContain(
      'Berhenti dari 23 November 2026 sampai 24 November 2026 (menunggu data pelapor).',
    );
    const returned = aReport('2026-11-20 19:00')
      .disposed('2026-11-23 09:40', ['padang-pupr'])
      .returned('2026-11-24 10:00', 'padang-pupr');
    expect(say(returned, 'VERIFICATION')).toContain(
      'sejak laporan dikembalikan pada Selasa, 24 November 2026',
    );
  });

  test('says how it ended, that the outer limit rules, and that it is an estimate', () => {
    const planned = aReport('2026-11-20 19:00')
      .disposed('2026-11-23 09:40', ['padang-pupr'], { reportClass: 'DISPUTE_WITH_INSPECTION' })
      .planned('2026-11-24 10:00', 'padang-pupr');
    expect(say(planned, 'FOLLOW_UP')).toMatch(/ Terpenuhi pada 24 November 2026\.( |$)/);
    expect(say(planned, 'RESOLUTION', 'EN')).toBe(
      'Resolution: counted from Friday, 20 November 2026, when the report was filed; 60 days, ' +
        'until Tuesday, 19 January 2027 at 24:00 WIB. The outer limit of the report comes first.',
    );
    const late = aReport('2026-12-28 10:00').disposed('2026-12-29 10:00', ['padang-pupr']);
    expect(say(late, 'RESOLUTION')).toContain(
      'Perkiraan: keputusan hari libur untuk sebagian hari ini belum terbit.',
    );
  });
});

import { formatCalendar, formatDay, formatPolicy, zoneLabel, type Words } from '@lapor/wording';
import { words as en } from '@lapor/wording/en';
import { words as id } from '@lapor/wording/id';
import { localDateAt } from '@lapor/working-days';
import type { ClockStart, DerivedClock } from './clock-kinds.ts';
import type { ClockDeadline } from './deadline.ts';
import { endOfPause } from './status.ts';

/** Indonesian or English. */
export type Language = 'ID' | 'EN';

/** What one language says of a deadline. Days come as people write them. */
interface Phrases {
  words: Words;
  starts: Record<ClockStart, string>;
  due(facts: {
    clock: string;
    start: string;
    from: string;
    length: string;
    day: string;
    zone: string;
  }): string;
  ended: Record<'FULFILLED' | 'CANCELLED', (day: string) => string>;
  notCounted(days: string[]): string;
  weekendDays(count: number): string;
  paused(from: string, until: string, reason: string): string;
  pausedStill(from: string, reason: string): string;
  capped: string;
  estimated: string;
  rules(policy: string, calendar: string): string;
}

const indonesian: Phrases = {
  words: id,
  starts: {
    SUBMISSION: 'laporan masuk',
    COMPLETION: 'data dilengkapi pelapor',
    RETURN: 'laporan dikembalikan',
    APPEAL: 'pelapor mengajukan keberatan atas arsip',
    DISPOSITION: 'laporan didisposisikan',
    RESULT: 'hasil disampaikan',
    REPLY: 'pelapor membalas',
    POSTPONEMENT: 'data diminta dari pelapor',
  },
  due: ({ clock, start, from, length, day, zone }) =>
    `${clock}: dihitung sejak ${start} pada ${from}, selama ${length}, sampai ${day} pukul 24.00 ${zone}.`,
  ended: {
    FULFILLED: (day) => `Terpenuhi pada ${day}.`,
    CANCELLED: (day) => `Tidak berlaku lagi sejak ${day}.`,
  },
  notCounted: (days) => `Tidak dihitung: ${days.join('; ')}.`,
  weekendDays: (count) => `${count} hari akhir pekan`,
  paused: (from, until, reason) => `Berhenti dari ${from} sampai ${until} (${reason}).`,
  pausedStill: (from, reason) =>
    `Berhenti sejak ${from} (${reason}); tenggat dihitung dengan jeda terpanjang.`,
  capped: 'Batas akhir laporan datang lebih dulu.',
  estimated: 'Perkiraan: keputusan hari libur untuk sebagian hari ini belum terbit.',
  rules: (policy, calendar) => `Aturan: ${policy}; kalender: ${calendar}.`,
};

const english: Phrases = {
  words: en,
  starts: {
    SUBMISSION: 'the report was filed',
    COMPLETION: 'the reporter completed the data',
    RETURN: 'the report was returned',
    APPEAL: 'the reporter appealed the archiving',
    DISPOSITION: 'the report was passed on',
    RESULT: 'a result was given',
    REPLY: 'the reporter replied',
    POSTPONEMENT: 'the reporter was asked for data',
  },
  due: ({ clock, start, from, length, day, zone }) =>
    `${clock}: counted from ${from}, when ${start}; ${length}, until ${day} at 24:00 ${zone}.`,
  ended: {
    FULFILLED: (day) => `Met on ${day}.`,
    CANCELLED: (day) => `No longer applies since ${day}.`,
  },
  notCounted: (days) => `Not counted: ${days.join('; ')}.`,
  weekendDays: (count) => `${count} weekend ${count === 1 ? 'day' : 'days'}`,
  paused: (from, until, reason) => `Stood still from ${from} to ${until} (${reason}).`,
  pausedStill: (from, reason) => `Stands still since ${from} (${reason}); counted with the longest pause.`,
  capped: 'The outer limit of the report comes first.',
  estimated: 'An estimate: the holidays of some of these days are not decreed yet.',
  rules: (policy, calendar) => `Rules: ${policy}; calendar: ${calendar}.`,
};

const PHRASES: Record<Language, Phrases> = { ID: indonesian, EN: english };

/** A deadline in words: from what it was counted, what was not counted and why, and by which rules. Names no person and no report. */
export function sentenceOf(
  clock: DerivedClock,
  deadline: ClockDeadline,
  calendarVersion: string,
  now: Date,
  language: Language,
): string {
  const phrases = PHRASES[language];
  const { words } = phrases;
  const { timeZone } = clock;
  const day = (date: string) => formatDay(words, date, 'full');
  const dayOf = (instant: Date) => formatDay(words, localDateAt(instant, timeZone), 'date');
  const holidays = deadline.skippedDays.filter(({ reason }) => reason !== 'WEEKEND' && reason !== 'PAUSED');
  const weekendDays = deadline.skippedDays.filter(({ reason }) => reason === 'WEEKEND').length;
  const notCounted = [
    ...(weekendDays > 0 ? [phrases.weekendDays(weekendDays)] : []),
    ...holidays.map(({ date, reason }) => `${formatDay(words, date, 'day')} (${reason})`),
  ];
  return [
    phrases.due({
      clock: words.clocks[clock.kind],
      start: phrases.starts[clock.startedBy],
      from: day(deadline.startedOn),
      length: clock.unit === 'WORKING' ? words.workingDays(clock.length) : words.calendarDays(clock.length),
      day: day(deadline.dueOn),
      zone: zoneLabel(timeZone),
    }),
    ...(clock.stoppedAt && clock.outcome ? [phrases.ended[clock.outcome](dayOf(clock.stoppedAt))] : []),
    ...(notCounted.length > 0 ? [phrases.notCounted(notCounted)] : []),
    ...clock.pauses.map((pause) => {
      const until = endOfPause(pause, now);
      const reason = words.pauses[pause.reason] ?? pause.reason;
      return until
        ? phrases.paused(dayOf(pause.from), dayOf(until), reason)
        : phrases.pausedStill(dayOf(pause.from), reason);
    }),
    ...(deadline.cappedByOuterLimit ? [phrases.capped] : []),
    ...(deadline.isEstimated ? [phrases.estimated] : []),
    phrases.rules(formatPolicy(clock.policyVersion), formatCalendar(calendarVersion)),
  ].join(' ');
}

import type { Way } from './carrier.ts';

/** Hours in which nobody is woken by news: from the first to the second, by the clock of the recipient. */
export interface QuietHours {
  from: number;
  until: number;
}

export const DEFAULT_QUIET_HOURS: QuietHours = { from: 21, until: 6 };
/** Hours before UTC; none of them has summer time. Of whoever's zone is not known: Jakarta. */
const HOURS_OF_ZONE: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Pontianak': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};
const HOURS_OF_JAKARTA = 7;
const HOUR = 3_600_000;

/** Asked for by whoever gets it, at any hour: how often is decided where they are made. */
const ASKED_FOR: ReadonlySet<string> = new Set(['phone-code', 'access-code-lost']);
/** Somebody has to know at once, because it may not have been they. */
const ALARMS: ReadonlySet<string> = new Set(['access-code-renewed']);
const ANSWERS: ReadonlySet<string> = new Set(['door-answer']);
/** Anybody may have this sent, by filing with the address of another. */
const OF_FILING: ReadonlySet<string> = new Set(['report-received']);
/** Owed by law to whoever it tells of: no cap holds it. */
const OWED: ReadonlySet<string> = new Set(['report-identity-read']);

/** Worth nothing, or too late, after some minutes: no hour and no cap holds it, and no news goes before it. */
export const isUrgent = (template: string): boolean => ASKED_FOR.has(template) || ALARMS.has(template);

/** Whether it goes however much was told today. */
export const isOwed = (template: string): boolean => isUrgent(template) || OWED.has(template);

export const isOfFiling = (template: string): boolean => OF_FILING.has(template);

export interface Planned {
  way: Way;
  template: string;
  /** `dueOn`, `closesOn`: the last day of something (`2026-11-24`). */
  facts: Readonly<Record<string, string | null | undefined>>;
  /** Of the recipient, where it is known. */
  timeZone?: string | undefined;
}

/**
 * Until when a message waits; `null`: it may go. A mail wakes nobody; what was asked for, and what has its last day today, goes at any
 * hour.
 */
export function heldUntil(
  { way, template, facts, timeZone }: Planned,
  now: Date,
  quiet: QuietHours | null,
): Date | null {
  if (quiet === null || way === 'MAIL' || isUrgent(template) || ANSWERS.has(template)) return null;
  const local = localTime(now, timeZone);
  const hour = local.getUTCHours();
  const spansMidnight = quiet.from > quiet.until;
  const isQuiet = spansMidnight
    ? hour >= quiet.from || hour < quiet.until
    : hour >= quiet.from && hour < quiet.until;
  if (!isQuiet) return null;
  if (endsToday({ facts, timeZone }, now)) return null;
  return morning(now, hour >= quiet.until ? 1 : 0, quiet, timeZone);
}

/** Whether something of which it tells has its last day today, by the clock of the recipient. */
export function endsToday({ facts, timeZone }: Pick<Planned, 'facts' | 'timeZone'>, now: Date): boolean {
  const today = localDay(now, timeZone);
  return [facts.dueOn, facts.closesOn].some((day) => day && day <= today);
}

/** The date on the wall of the recipient. */
export const localDay = (now: Date, timeZone: string | undefined): string =>
  localTime(now, timeZone).toISOString().slice(0, 10);

/** The next morning after today, for what was too much for one day. */
export const nextMorning = (now: Date, quiet: QuietHours | null, timeZone?: string): Date =>
  morning(now, 1, quiet ?? DEFAULT_QUIET_HOURS, timeZone);

const hoursOf = (timeZone: string | undefined) => HOURS_OF_ZONE[timeZone ?? ''] ?? HOURS_OF_JAKARTA;

/** The clock on the wall, as if it were UTC. */
const localTime = (now: Date, timeZone: string | undefined) =>
  new Date(now.getTime() + hoursOf(timeZone) * HOUR);

function morning(now: Date, days: number, { until }: QuietHours, timeZone: string | undefined): Date {
  const local = localTime(now, timeZone);
  const wall = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + days, until);
  return new Date(wall - hoursOf(timeZone) * HOUR);
}

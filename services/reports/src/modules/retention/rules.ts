import type { ReportKind } from '../report/index.ts';

/** What a rule does with what is older than it says. */
export const RETENTION_ACTIONS = [
  /** Who reported is erased: what was sealed, the link to an account, a public name. The report stays, and its code opens it. */
  'ERASE_IDENTITY',
  /** The words of what was archived as junk are erased: nobody needs them, and they may be about somebody. */
  'ERASE_JUNK_WORDS',
  /** The first version of a redacted text is erased; what was published stays. */
  'ERASE_ORIGINAL',
  /** Hashes of texts, by which junk is found, go. */
  'FORGET_FINGERPRINTS',
] as const;
export type RetentionAction = (typeof RETENTION_ACTIONS)[number];

/** How long something is kept. */
export interface RetentionRule {
  name: string;
  action: RetentionAction;
  /** Only reports of these kinds; all when absent. */
  kinds?: readonly ReportKind[];
  /** Only reports that ended so. */
  states: readonly ('COMPLETED' | 'ARCHIVED')[];
  /** Days after the end of the report; of fingerprints after it was filed. */
  days: number;
}

/** The rules of a time: those of the newest version that has begun are in force. */
export interface RetentionVersion {
  /** First day, WIB. */
  from: string;
  rules: readonly RetentionRule[];
}

const YEAR = 365;

/** How many days lie between the entry of a shorter length and its first day: what it erases nobody brings back, and until then it can be taken back. */
export const WAITING_DAYS = 7;

/**
 * Configuration, versioned by date: a new version is added, and an old one stays, so that the ledger can be read. No regulation
 * names these lengths yet (docs/adr/0033-retention-rules.md): a reporter can dispute or appeal for 14 days, and the Ombudsman
 * takes complaints for two years after the event.
 */
export const RETENTION: readonly RetentionVersion[] = [
  {
    from: '2026-01-01',
    rules: [
      {
        name: 'identity-of-complaints',
        action: 'ERASE_IDENTITY',
        kinds: ['COMPLAINT'],
        states: ['COMPLETED'],
        days: 2 * YEAR,
      },
      {
        name: 'identity-of-others',
        action: 'ERASE_IDENTITY',
        kinds: ['ASPIRATION', 'INFORMATION_REQUEST'],
        states: ['COMPLETED'],
        days: YEAR,
      },
      { name: 'identity-of-archived', action: 'ERASE_IDENTITY', states: ['ARCHIVED'], days: YEAR },
      { name: 'junk-words', action: 'ERASE_JUNK_WORDS', states: ['ARCHIVED'], days: YEAR },
      {
        name: 'originals',
        action: 'ERASE_ORIGINAL',
        states: ['COMPLETED', 'ARCHIVED'],
        days: 5 * YEAR,
      },
      {
        name: 'fingerprints',
        action: 'FORGET_FINGERPRINTS',
        states: ['COMPLETED', 'ARCHIVED'],
        days: 90,
      },
    ],
  },
];

/** Another length that somebody entered for one rule. */
export interface RetentionLength {
  rule: string;
  days: number;
  /** First day, WIB. */
  startsOn: string;
}

/** A rule as it is on a day. */
export interface RuleOfDay extends RetentionRule {
  /** Since which day it has this length. */
  since: string;
}

/** Nothing is kept for less: a reporter may dispute or appeal for 14 days, and a warning goes out before. */
export const SHORTEST_DAYS = 30;
export const LONGEST_DAYS = 30 * YEAR;

/** The version in force on a day; `null` before the first. */
export function versionOn(
  day: string,
  versions: readonly RetentionVersion[] = RETENTION,
): RetentionVersion | null {
  return versions.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;
}

/**
 * The rules on a day, with the lengths that people entered. The one that began last counts; of what begins on one day a person's, and of
 * several of those the last one entered.
 * @param lengths in the order in which they were entered.
 */
export function rulesOn(
  day: string,
  lengths: readonly RetentionLength[],
  versions: readonly RetentionVersion[] = RETENTION,
): RuleOfDay[] {
  const version = versionOn(day, versions);
  return (version?.rules ?? []).map((rule) => {
    const begun = lengths.filter(
      ({ rule: name, startsOn }) => name === rule.name && startsOn <= day && startsOn >= version!.from,
    );
    const entered = begun.reduce<RetentionLength | null>(
      (last, one) => (last === null || one.startsOn >= last.startsOn ? one : last),
      null,
    );
    return entered === null
      ? { ...rule, since: version!.from }
      : { ...rule, days: entered.days, since: entered.startsOn };
  });
}

import type { Database } from '@lapor/database';
import { addWorkingDays, localDateAt } from '@lapor/working-days';
import { calendarFor } from '../calendar/index.ts';
import type { RuleBook } from '../clock/index.ts';
import type { Directory, LetterContent, LetterParty } from '../letter/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import type { LetterRow } from './repository.ts';

/** Working days for the answer, counted from the day of the letter. */
const REPLY_WORKING_DAYS = 5;

interface ClockFacts {
  disposedAt: Date | null;
  followUpDueAt: Date | null;
  followUpZone: string | null;
}

/**
 * All that a letter says, as things stand: what it is made of is asked of the case, its clocks and the names of offices.
 * `null` when the report's number or an office is not known. Throws when `organisations` cannot be asked now.
 */
export async function contentOf(
  { database, directory }: { database: Database; directory: Directory },
  letter: LetterRow,
  rules: RuleBook,
  number: string | null,
  now: Date,
): Promise<LetterContent | null> {
  const { kase } = letter;
  const clarification = kase.clarification;
  const handler =
    kase.handlers.find(({ role }) => role === 'LEAD') ??
    kase.handlers.find(({ role }) => role === 'VERIFIER');
  const [office, addressee, unit] = await Promise.all([
    directory.partyOf(kase.officeId),
    directory.partyOf(letter.addresseeId),
    handler ? directory.partyOf(handler.organisationId) : Promise.resolve<LetterParty | null>(null),
  ]);
  if (!clarification || !office || !addressee || kase.number === null) return null;
  const facts = await clockFactsOf(database, kase.reportId);
  const day = (at: Date, zone = NATIONAL_TIME_ZONE) => localDateAt(at, zone);
  const lastDay = (dueAt: Date, zone: string) => day(new Date(dueAt.getTime() - 1), zone);
  const { calendar } = calendarFor(rules.calendars, null);
  const { organisationName, title, address } = addressee;
  return {
    number,
    datedOn: day(now),
    officeName: office.organisationName,
    addressee: { title, organisationName, address },
    reportNumber: kase.number,
    unitName: unit?.organisationName ?? null,
    isConfidential: kase.isConfidential,
    submittedOn: day(kase.submittedAt),
    disposedOn: facts.disposedAt && day(facts.disposedAt),
    followUpDueOn:
      facts.followUpDueAt && facts.followUpDueAt <= now
        ? lastDay(facts.followUpDueAt, facts.followUpZone ?? NATIONAL_TIME_ZONE)
        : null,
    openedOn: day(kase.openedAt),
    openedBy: kase.openedBy,
    clarification: {
      askedOn: day(clarification.askedAt),
      length: clarification.length,
      unit: clarification.unit,
      dueOn: lastDay(clarification.dueAt, clarification.timeZone),
    },
    replyBy: addWorkingDays(calendar, now, REPLY_WORKING_DAYS, NATIONAL_TIME_ZONE).dueOn,
  };
}

/** When it was first passed on, and the follow-up that runs. One statement. */
async function clockFactsOf(database: Database, reportId: string): Promise<ClockFacts> {
  const [row] = await database.query<ClockFacts>(
    'clock-facts-of-letter',
    `select (select stopped_at from clock where report_id = $1 and kind = 'FIRST_RESPONSE' and outcome = 'FULFILLED'
               order by ordinal limit 1) as "disposedAt",
       f.due_at as "followUpDueAt", f.time_zone as "followUpZone"
     from (select 1) as one left join lateral (
       select due_at, time_zone from clock where report_id = $1 and kind = 'FOLLOW_UP' and stopped_at is null
       order by started_at limit 1) f on true`,
    [reportId],
  );
  return row!;
}

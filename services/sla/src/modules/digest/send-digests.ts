import { randomUUID } from 'node:crypto';
import type { Database } from '@lapor/database';
import { appendEvents, type NewEvent } from '@lapor/events';
import { isWorkingDay, localDateAt, startOfLocalDate } from '@lapor/working-days';
import { SUBSCRIBERS } from '../../subscribers.ts';
import type { RuleBook } from '../clock/index.ts';
import { composeDigests, DIGEST_ROLES, LINES_AT_MOST, type Digest } from './compose-digests.ts';
import type { PostHolder, PostHolders } from './post-holders.ts';
import { beginRound, isRoundDone, noteDigests, readStanding } from './repository.ts';

/** The zones of the country, by the people's three names; a place elsewhere counts with the capital. */
const ZONES: readonly (readonly string[])[] = [
  ['Asia/Jakarta', 'Asia/Pontianak'],
  ['Asia/Makassar'],
  ['Asia/Jayapura'],
];
const PLACES_AT_A_TIME = 1_000;
const SEVEN_HOURS_MILLISECONDS = 7 * 3_600_000;

export interface DigestDependencies {
  database: Database;
  holders: PostHolders;
  readRules: () => Promise<RuleBook>;
}

/**
 * Makes the morning's digests of warnings where it is seven o'clock of a working day, or later if nobody made them then. One for each
 * officer and day, sent by `channels`, which asks for the address when it sends. A closing day of a government leaves its units out.
 * @returns how many were made.
 */
export async function sendDigests(deps: DigestDependencies, now: Date): Promise<number> {
  let sent = 0;
  for (const zones of ZONES) {
    const [timeZone] = zones as [string];
    const day = localDateAt(now, timeZone);
    const seven = startOfLocalDate(day, timeZone).getTime() + SEVEN_HOURS_MILLISECONDS;
    if (now.getTime() < seven || (await isRoundDone(deps.database, timeZone, day))) continue;
    sent += await makeRound(deps, zones, day, now);
  }
  return sent;
}

async function makeRound(
  { database, holders, readRules }: DigestDependencies,
  zones: readonly string[],
  day: string,
  now: Date,
): Promise<number> {
  const { calendars, closingDays } = await readRules();
  const national = calendars.at(-1);
  if (!national || !isWorkingDay(national.calendar, day)) return 0;
  const standing = (await readStanding(database, zones)).filter(({ governmentId }) => {
    const closing = closingDays.versionFor(governmentId, null);
    return isWorkingDay(closingDays.calendarOf(national, governmentId, closing), day);
  });
  const places = [...new Set(standing.flatMap(({ path }) => path))];
  const found: PostHolder[] = [];
  for (let from = 0; from < places.length; from += PLACES_AT_A_TIME)
    found.push(...(await holders.find(DIGEST_ROLES, places.slice(from, from + PLACES_AT_A_TIME))));
  const isDeskConcerned = standing.some(({ organisationId }) => organisationId === null);
  const digests = composeDigests(
    standing,
    found,
    isDeskConcerned ? await holders.find(['NATIONAL_ADMIN'], null) : [],
  );
  return database.transaction(async (em) => {
    if (!(await beginRound(em, zones[0]!, day, now))) return 0;
    const told = await noteDigests(em, day, digests, now);
    const events = digests
      .filter(({ officerId }) => told.has(officerId))
      .map((digest) => requestOf(digest, day, now));
    await appendEvents(em, SUBSCRIBERS, events);
    return events.length;
  });
}

function requestOf({ officerId, console, counts, lines }: Digest, day: string, now: Date): NewEvent {
  const notificationId = randomUUID();
  const named = lines.filter(({ number }) => number !== null);
  return {
    type: 'notification.requested',
    stream: notificationId,
    occurredAt: now,
    payload: {
      notificationId,
      recipient: { kind: 'OFFICER', officerId },
      template: 'warning-digest',
      facts: {
        console,
        day,
        breach: String(counts.BREACH),
        lastDay: String(counts.LAST_DAY),
        half: String(counts.HALF),
        ...Object.fromEntries(
          named
            .slice(0, LINES_AT_MOST)
            .map(({ number, clockKind, kind, dueOn }, index) => [
              `line${index + 1}`,
              `${number} ${clockKind} ${kind} ${dueOn}`,
            ]),
        ),
      },
      at: now.toISOString(),
    },
  };
}

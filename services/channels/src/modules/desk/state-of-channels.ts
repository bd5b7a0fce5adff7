import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import {
  costOfDays,
  costOfMonths,
  dayOf,
  listFailed,
  pricesFrom,
  WAYS,
  type Ways,
} from '../delivery/index.ts';
import { MAILBOX } from '../mailbox/index.ts';
import { doorStates, type DoorSettings } from './door-states.ts';
import { providerStates } from './provider-states.ts';

export interface StateDeps {
  database: Database;
  clock: Clock;
  ways: Ways;
  /** What the settings make of each door. */
  doorSettings: readonly DoorSettings[];
}

const SHOWN_DAYS = 14;
const SHOWN_MONTHS = 6;
const DAY_MILLISECONDS = 86_400_000;

/** Doors, providers, queues, and what the last days brought and cost. */
export async function stateOfDesk({ database, clock, ways, doorSettings }: StateDeps) {
  const now = clock.now();
  const from = new Date(now.getTime() - (SHOWN_DAYS - 1) * DAY_MILLISECONDS);
  const day = from.toISOString().slice(0, 10);
  const [doors, days, months, prices, queues, providers] = await Promise.all([
    doorStates({ database, clock }, doorSettings),
    costOfDays(database, day),
    costOfMonths(database, monthsBefore(now)),
    pricesFrom(database, 'PHONE', dayOf(now)),
    queuesOf(database),
    providerStates({ database, clock, ways }, from),
  ]);
  return {
    asOf: now.toISOString(),
    doors,
    ways: WAYS.map((way) => ({
      way,
      isOffered: ways[way] !== undefined,
      /** Nothing leaves the house: it lies in the mailbox for trials. */
      isKeptHere: ways[way]?.name === MAILBOX,
    })),
    providers,
    queues,
    days,
    months,
    prices,
  };
}

/** The first day of the month so many months before, in Jakarta. */
function monthsBefore(now: Date): string {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number);
  return new Date(Date.UTC(year, month - SHOWN_MONTHS, 1)).toISOString().slice(0, 10);
}

/** What waits to be sent, by way; what has no way yet is asked for its address first. */
async function queuesOf(database: Database) {
  const rows = await database.query<{
    way: string | null;
    waiting: number;
    held: number;
    oldest: Date | null;
    tried: number;
  }>(
    'desk-queues',
    `select way, count(*) filter (where held_until is null)::int as waiting, count(held_until)::int as held,
       min(requested_at) filter (where held_until is null) as oldest,
       count(*) filter (where held_until is null and attempts > 0)::int as tried
     from delivery where finished_at is null group by way order by way nulls first`,
  );
  return rows.map(({ way, waiting, held, oldest, tried }) => ({
    way,
    waiting,
    /** Of the waiting those that were refused before. */
    tried,
    /** For the end of the quiet hours. */
    held,
    oldestAt: oldest && new Date(oldest).toISOString(),
  }));
}

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.{1,150})$/;

export const undeliveredFilter = z.object({
  /** `next` of the page before. */
  after: z
    .string()
    .regex(CURSOR)
    .transform((cursor) => {
      const [, at = '', id = ''] = CURSOR.exec(cursor)!;
      return { at: new Date(at), id };
    })
    .optional(),
  first: z.coerce.number().int().min(1).max(99).default(30),
});

/** What did not reach anybody, newest first: ids, codes and reasons, never an address. */
export async function listUndelivered(
  { database }: Pick<StateDeps, 'database'>,
  { after, first }: z.output<typeof undeliveredFilter>,
) {
  const rows = await listFailed(database, { before: after, first: first + 1 });
  const deliveries = rows
    .slice(0, first)
    .map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
  const last = deliveries.at(-1);
  return { deliveries, next: rows.length > first && last ? `${last.at} ${last.id}` : null };
}

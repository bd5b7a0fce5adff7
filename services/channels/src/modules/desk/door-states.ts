import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';

/** A door as the settings make it. */
export interface DoorSettings {
  /** The channel of `reports`. */
  channel: string;
  /** Names of settings that are missing, alternatives with "/" between; none: the door is open. */
  missing: readonly string[];
}

/** A door, for whoever runs the platform. */
export interface DoorState {
  channel: string;
  isOpen: boolean;
  missing: readonly string[];
  /** ISO 8601; `null`: nothing came in yet. */
  lastMessageAt: string | null;
  receivedToday: number;
  /** Not worked off yet. */
  waiting: number;
  forPersons: number;
  /** Of those for persons what could not be worked off for a day. */
  givenUp: number;
  /** Turned away: names instead of numbers, advertising. */
  refusedToday: number;
}

const DAY_MILLISECONDS = 86_400_000;

/** How the doors do: open or shut, and what came by them in the last 24 hours. */
export async function doorStates(
  { database, clock }: { database: Database; clock: Clock },
  doors: readonly DoorSettings[],
): Promise<DoorState[]> {
  const rows = await database.query<{
    channel: string;
    last: Date | null;
    today: number;
    refused: number;
    waiting: number;
    persons: number;
    givenUp: number;
  }>(
    'desk-door-states',
    `select d.channel,
       (select received_at from inbound where door = d.channel order by received_at desc limit 1) as last,
       (select count(*)::int from inbound where door = d.channel and received_at > $2) as today,
       (select count(*)::int from inbound where door = d.channel and received_at > $2 and state = 'REFUSED') as refused,
       (select count(*)::int from inbound where door = d.channel and state = 'RECEIVED') as waiting,
       (select count(*)::int from inbound where door = d.channel and state = 'WAITING_FOR_PERSON') as persons,
       (select count(*)::int from inbound where door = d.channel and state = 'WAITING_FOR_PERSON' and reason = 'GIVEN_UP') as "givenUp"
     from unnest($1::text[]) with ordinality as d (channel, place) order by d.place`,
    [doors.map(({ channel }) => channel), new Date(clock.now().getTime() - DAY_MILLISECONDS)],
  );
  return rows.map((row, index) => ({
    channel: row.channel,
    isOpen: doors[index]!.missing.length === 0,
    missing: doors[index]!.missing,
    lastMessageAt: row.last && new Date(row.last).toISOString(),
    receivedToday: row.today,
    waiting: row.waiting,
    forPersons: row.persons,
    givenUp: row.givenUp,
    refusedToday: row.refused,
  }));
}

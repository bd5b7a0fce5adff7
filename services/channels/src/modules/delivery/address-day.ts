import type { Database } from '@lapor/database';
import { keyedHash } from '@lapor/sealing';
import type { Way } from './carrier.ts';
import { dayOf } from './sending-day.ts';
import { localDay } from './when-to-send.ts';

/** Told unasked, or said back at a door. Codes are of neither kind: who may ask for how many is decided where they are made. */
export type Purpose = 'NEWS' | 'ANSWER';

/** More in a day than any honest report brings: somebody files with a number or mail address that is not theirs, or two machines talk. */
const MOST_OF_A_DAY: Readonly<Record<Purpose, number>> = { NEWS: 20, ANSWER: 40 };
/** Of answers by mail those count that go to whoever may be anybody: a stranger would have us write to others. */
const MOST_TO_UNPROVEN = 5;
const DAYS_KEPT = 2;

export interface Counted {
  way: Way;
  to: string;
  purpose: Purpose;
  /** News that a report was taken in are counted apart: who files with the address of another keeps no other news from it. */
  isFiling?: boolean;
  /** By whose clock a day ends; absent: Jakarta's. */
  timeZone?: string | undefined;
}

/** A mail address counts the same however it is written. */
const digestOf = (secret: string, { way, to, isFiling }: Counted) =>
  keyedHash(
    secret,
    `address of a day ${way}${isFiling ? ' of filing' : ''}`,
    way === 'MAIL' ? to.toLowerCase() : to,
  );

/** Whether an address was sent as much today as it is ever sent in a day. */
export async function isFullToday(
  database: Database,
  secret: string,
  addressed: Counted,
  now: Date,
): Promise<boolean> {
  const [row] = await database.query<{ messages: number }>(
    'address-day-of',
    'select messages from address_day where address = $1 and day = $2 and purpose = $3',
    [digestOf(secret, addressed), localDay(now, addressed.timeZone), addressed.purpose],
  );
  const { way, purpose } = addressed;
  const most = way === 'MAIL' && purpose === 'ANSWER' ? MOST_TO_UNPROVEN : MOST_OF_A_DAY[purpose];
  return (row?.messages ?? 0) >= most;
}

/** Counts a message that left, or may have: once, however often it was tried. */
export async function noteAddressed(
  database: Database,
  secret: string,
  addressed: Counted,
  now: Date,
): Promise<void> {
  await database.query(
    'address-day-note',
    `insert into address_day as d (address, day, purpose, messages) values ($1, $2, $3, 1)
     on conflict (address, day, purpose) do update set messages = d.messages + 1`,
    [digestOf(secret, addressed), localDay(now, addressed.timeZone), addressed.purpose],
  );
}

export async function forgetAddressDays(database: Database, now: Date): Promise<void> {
  await database.query('address-day-tidy', 'delete from address_day where day < $1', [
    dayOf(new Date(now.getTime() - DAYS_KEPT * 86_400_000)),
  ]);
}

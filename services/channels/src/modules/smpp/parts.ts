import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import { z } from 'zod';

/** So long the parts of a message are waited for; then a person gets what there is. */
const WAIT_MINUTES = 30;
/** More than anybody writes: who sends so many that never become whole is asked to wait. */
const MOST_OF_A_SENDER = 300;

/** A part as it came in. */
export interface Part {
  /** Digest of sender, addressee and reference: what belongs together. */
  set: Buffer;
  /** Digest of the sender alone. */
  sender: Buffer;
  total: number;
  number: number;
  from: string;
  octets: Buffer;
  dataCoding: number;
  /** Name of the operator that brought it: each has an alphabet of its own. */
  operator: string;
}

/** A message whose parts are all there, or whose time is over. */
export interface JoinedMessage {
  set: Buffer;
  /** The same whenever these parts are joined. */
  id: string;
  from: string;
  /** `null`: of a part that was kept before this was. */
  operator: string | null;
  /** By number; `null` for one that did not come. */
  parts: ({ octets: Buffer; dataCoding: number } | null)[];
}

const sealedShape = z.object({
  from: z.string(),
  octets: z.base64(),
  dataCoding: z.number(),
  operator: z.string().nullable().default(null),
});
const nameOf = (set: Buffer, number: number) => `part ${set.toString('hex')} ${number}`;

/** Keeps a part, once; `FULL`: this sender has too many already. */
export async function keepPart(
  { database, sealer }: { database: Database; sealer: Sealer },
  { set, sender, total, number, from, octets, dataCoding, operator }: Part,
  now: Date,
): Promise<'KEPT' | 'FULL'> {
  const sealed = sealer.seal(
    JSON.stringify({ from, octets: octets.toString('base64'), dataCoding, operator }),
    nameOf(set, number),
  );
  const [row] = await database.query<{ kept: number }>(
    'smpp-part-keep',
    `with fits as (select count(*) < $7 as fits from smpp_part where sender = $2),
       put as (insert into smpp_part (set_id, sender, total, number, sealed, received_at)
         select $1, $2, $3, $4, $5, $6 from fits where fits on conflict (set_id, number) do nothing returning 1)
     select (select count(*) from put)::int + (select count(*) from smpp_part where set_id = $1 and number = $4)::int as kept`,
    [set, sender, total, number, sealed, now, MOST_OF_A_SENDER],
  );
  return row!.kept > 0 ? 'KEPT' : 'FULL';
}

interface Row extends Record<string, unknown> {
  number: number;
  total: number;
  sealed: Buffer;
  receivedAt: Date;
}

/** The message of a set; `null`: it is not whole and may still become so, or is gone. */
export async function joinSet(
  { database, sealer }: { database: Database; sealer: Sealer },
  set: Buffer,
  { evenIncomplete }: { evenIncomplete: boolean },
): Promise<JoinedMessage | null> {
  const rows = await database.query<Row>(
    'smpp-parts-of',
    'select number, total, sealed, received_at as "receivedAt" from smpp_part where set_id = $1 order by number',
    [set],
  );
  const [first] = rows;
  if (!first || (rows.length < first.total && !evenIncomplete)) return null;
  const opened = rows.map(({ number, sealed }) => ({
    number,
    ...sealedShape.parse(JSON.parse(sealer.open(sealed, nameOf(set, number)).toString())),
  }));
  const began = Math.min(...rows.map(({ receivedAt }) => new Date(receivedAt).getTime()));
  return {
    set,
    id: `${set.toString('hex').slice(0, 32)} ${began}`,
    from: opened[0]!.from,
    operator: opened[0]!.operator,
    parts: Array.from({ length: first.total }, (_none, index) => {
      const part = opened.find(({ number }) => number === index + 1);
      return part ? { octets: Buffer.from(part.octets, 'base64'), dataCoding: part.dataCoding } : null;
    }),
  };
}

export async function forgetSet(database: Database, set: Buffer): Promise<void> {
  await database.query('smpp-parts-forget', 'delete from smpp_part where set_id = $1', [set]);
}

/** Sets whose time is over, some at a time, after the one that is named: those that stay hold up no others. */
export async function setsDue(database: Database, now: Date, after: Buffer): Promise<Buffer[]> {
  const rows = await database.query<{ set: Buffer }>(
    'smpp-parts-due',
    `select set_id as set from smpp_part where set_id > $2 group by set_id having min(received_at) <= $1 order by set_id limit 100`,
    [new Date(now.getTime() - WAIT_MINUTES * 60_000), after],
  );
  return rows.map(({ set }) => set);
}

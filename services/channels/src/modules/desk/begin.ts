import type { EntityManager } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import type { Content, Door } from '../door/index.ts';
import { holdMessage, type DeskDeps, type HeldMessage, type Wish } from './frame.ts';
import { BEGUN_OTHERWISE, BUSY, done, DOOR_SHUT, UNREADABLE, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';

/** A message that can be read, of a door that is open. */
export type OpenMessage = HeldMessage & { content: Content; door: Door };

/** What was begun with a message, and where it came from. */
export type Begun<Plan> =
  | { kind: 'REPEATED'; detail: string | null }
  | { kind: 'BEGUN'; message: OpenMessage; plan: Plan; isEarlier: boolean };

/** What is begun with a message. */
export interface Beginning<Plan> {
  kind: 'FILE' | 'ATTACH';
  shape: z.ZodType<Plan>;
  /** What is wished, before anybody was asked: kept first, so that whoever goes on does so with the words of the first. */
  planOf(message: OpenMessage): Plan;
  /** Asks what has to be asked and uploads what came along; done again, it does nothing twice. Refused: surely nothing was begun. */
  prepare(message: OpenMessage, plan: Plan): Promise<Outcome<Plan>>;
}

/** So long whoever prepares it is alone; of a process that died nothing is waited for any longer. */
const PREPARING_MINUTES = 3;

const contextOf = (kind: string, id: string) => `${kind} ${id}`;

/**
 * Keeps what will be asked of the graph before it is asked: whatever happens then, a retry asks the same and nothing is done twice. What
 * somebody began before goes first. Files are uploaded between two transactions, by one at a time.
 */
export async function begin<Plan>(
  deps: DeskDeps,
  operator: Operator,
  wish: Wish,
  beginning: Beginning<Plan>,
): Promise<Outcome<Begun<Plan>>> {
  const claimed = await claim(deps, operator, wish, beginning);
  if (!claimed.ok) return claimed;
  if (claimed.value.kind === 'REPEATED') return done(claimed.value);
  const { isReady, ...begun } = claimed.value;
  if (isReady) return done(begun);
  try {
    const prepared = await beginning.prepare(begun.message, begun.plan);
    if (!prepared.ok) {
      await forgetUnready(deps, wish.id);
      return prepared;
    }
    const plan = prepared.value;
    if (await keepReady(deps, beginning.kind, wish.id, plan)) return done({ ...begun, plan });
  } catch (error) {
    await letGo(deps, wish.id);
    throw error;
  }
  // The same wish was made twice, and the other was first.
  return begin(deps, operator, wish, beginning);
}

type Claimed<Plan> =
  | Extract<Begun<Plan>, { kind: 'REPEATED' }>
  | (Extract<Begun<Plan>, { kind: 'BEGUN' }> & { isReady: boolean });

/** Takes what was begun, or begins it. */
function claim<Plan>(
  deps: DeskDeps,
  operator: Operator,
  wish: Wish,
  { kind, shape, planOf }: Beginning<Plan>,
): Promise<Outcome<Claimed<Plan>>> {
  const { database, sealer, clock } = deps;
  const action = kind === 'FILE' ? 'REPORT_FILED' : 'ATTACHED';
  return database.transaction(async (em): Promise<Outcome<Claimed<Plan>>> => {
    const looked = await holdMessage(em, deps, operator, wish, action);
    if (looked.kind === 'REPEATED') return done(looked);
    if (looked.kind === 'REFUSED') return looked.refusal;
    const { content, door, begun } = looked.message;
    if (!content) return UNREADABLE;
    if (!door) return DOOR_SHUT;
    const message = { ...looked.message, content, door };
    if (begun && begun.kind !== kind) return BEGUN_OTHERWISE;
    const now = clock.now();
    const until = new Date(now.getTime() + PREPARING_MINUTES * 60_000).toISOString();
    if (begun) {
      const { isReady, preparedUntil } = begun;
      const isPrepared = !isReady && preparedUntil !== null && new Date(preparedUntil) > now;
      // Two who upload one file would upload it twice; without files nothing is done twice.
      if (isPrepared && (await hasFilesToUpload(em, wish.id))) return BUSY;
      if (!isReady)
        await em.execute('update desk_begun set prepared_until = ? where inbound_id = ?', [until, wish.id]);
      const plan = shape.parse(JSON.parse(sealer.open(begun.sealed, contextOf(kind, wish.id)).toString()));
      return done({ kind: 'BEGUN', message, plan, isReady, isEarlier: true });
    }
    const plan = planOf(message);
    await em.execute(
      'insert into desk_begun (inbound_id, kind, sealed, is_ready, prepared_until, begun_at) values (?, ?, ?, false, ?, ?)',
      [wish.id, kind, sealedOf(deps, kind, wish.id, plan), until, now.toISOString()],
    );
    return done({ kind: 'BEGUN', message, plan, isReady: false, isEarlier: false });
  });
}

async function hasFilesToUpload(em: EntityManager, id: string): Promise<boolean> {
  const [row] = await em.execute<{ has: boolean }[]>(
    'select exists (select from inbound_file where inbound_id = ? and attachment_id is null and refused is null) as has',
    [id],
  );
  return row!.has;
}

const sealedOf = ({ sealer }: DeskDeps, kind: string, id: string, plan: unknown): Buffer =>
  sealer.seal(JSON.stringify(plan), contextOf(kind, id));

/** `false`: it was ended meanwhile. */
async function keepReady(deps: DeskDeps, kind: string, id: string, plan: unknown): Promise<boolean> {
  const kept = await deps.database.query(
    'desk-begun-ready',
    'update desk_begun set sealed = $2, is_ready = true, prepared_until = null where inbound_id = $1 and not is_ready returning 1',
    [id, sealedOf(deps, kind, id, plan)],
  );
  return kept.length === 1;
}

/** It could not be prepared now: whoever tries next need not wait. */
async function letGo({ database }: Pick<DeskDeps, 'database'>, id: string): Promise<void> {
  await database.query(
    'desk-begun-let-go',
    'update desk_begun set prepared_until = null where inbound_id = $1 and not is_ready',
    [id],
  );
}

/** It was refused while it was prepared; what somebody else made ready meanwhile stays. */
async function forgetUnready({ database }: Pick<DeskDeps, 'database'>, id: string): Promise<void> {
  await database.query(
    'desk-forget-unready',
    'delete from desk_begun where inbound_id = $1 and not is_ready',
    [id],
  );
}

/** It was surely not done. */
export async function forgetBegun({ database }: Pick<DeskDeps, 'database'>, id: string): Promise<void> {
  await database.query('desk-forget-begun', 'delete from desk_begun where inbound_id = $1', [id]);
}

import type { z } from 'zod';
import type { Content, Door } from '../door/index.ts';
import { holdMessage, type DeskDeps, type HeldMessage, type Wish } from './frame.ts';
import { BEGUN_OTHERWISE, done, DOOR_SHUT, UNREADABLE, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';

/** A message that can be read, of a door that is open. */
export type OpenMessage = HeldMessage & { content: Content; door: Door };

/** What was begun with a message, and where it came from. */
export type Begun<Plan> =
  | { kind: 'REPEATED'; detail: string | null }
  | { kind: 'BEGUN'; message: OpenMessage; plan: Plan; isEarlier: boolean };

const contextOf = (kind: string, id: string) => `${kind} ${id}`;

/**
 * Keeps what will be asked of the graph before it is asked: whatever happens then, a retry asks the same and nothing is done twice. What
 * somebody began before goes first.
 */
export function begin<Plan>(
  deps: DeskDeps,
  operator: Operator,
  wish: Wish,
  kind: 'FILE' | 'ATTACH',
  shape: z.ZodType<Plan>,
  planOf: (message: OpenMessage) => Promise<Outcome<Plan>>,
): Promise<Outcome<Begun<Plan>>> {
  const { database, sealer, clock } = deps;
  const action = kind === 'FILE' ? 'REPORT_FILED' : 'ATTACHED';
  return database.transaction(async (em): Promise<Outcome<Begun<Plan>>> => {
    const looked = await holdMessage(em, deps, operator, wish, action);
    if (looked.kind === 'REPEATED') return done(looked);
    if (looked.kind === 'REFUSED') return looked.refusal;
    const { content, door, begun } = looked.message;
    if (!content) return UNREADABLE;
    if (!door) return DOOR_SHUT;
    const message = { ...looked.message, content, door };
    if (begun && begun.kind !== kind) return BEGUN_OTHERWISE;
    if (begun) {
      const plan = shape.parse(JSON.parse(sealer.open(begun.sealed, contextOf(kind, wish.id)).toString()));
      return done({ kind: 'BEGUN', message, plan, isEarlier: true });
    }
    const planned = await planOf(message);
    if (!planned.ok) return planned;
    await em.execute('insert into desk_begun (inbound_id, kind, sealed, begun_at) values (?, ?, ?, ?)', [
      wish.id,
      kind,
      sealer.seal(JSON.stringify(planned.value), contextOf(kind, wish.id)),
      clock.now().toISOString(),
    ]);
    return done({ kind: 'BEGUN', message, plan: planned.value, isEarlier: false });
  });
}

/** It was surely not done. */
export async function forgetBegun({ database }: Pick<DeskDeps, 'database'>, id: string): Promise<void> {
  await database.query('desk-forget-begun', 'delete from desk_begun where inbound_id = $1', [id]);
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Actor, Entry, NewEntry } from './entry.ts';

/**
 * Adds an entry in the transaction of what it changes.
 * @returns its id; null when the platform made an entry with this `onceKey` before.
 */
export async function writeEntry(
  em: EntityManager,
  { kind, subject, payload, texts = {}, onceKey }: NewEntry,
  actor: Actor,
  at: Date,
): Promise<number | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `insert into entry (at, actor_kind, actor_id, kind, subject, payload, once_key)
     values (?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (once_key) do nothing returning id`,
    [
      at,
      actor.kind,
      actor.kind === 'OFFICER' ? actor.id : null,
      kind,
      subject,
      JSON.stringify(payload),
      onceKey ?? null,
    ],
  );
  if (!row) return null;
  if (Object.keys(texts).length > 0) {
    await em.execute(
      `insert into entry_text (entry_id, name, text) select ?::bigint, key, value from jsonb_each_text(?::jsonb)`,
      [row.id, JSON.stringify(texts)],
    );
  }
  return Number(row.id);
}

/** Erases what one kind of people typed about a subject; the entries stay. @returns how many texts. */
export async function eraseTexts(
  em: EntityManager,
  subject: string,
  actorKind: Actor['kind'],
): Promise<number> {
  const rows = await em.execute<object[]>(
    `delete from entry_text where entry_id in (select id from entry where subject = ? and actor_kind = ?) returning 1`,
    [subject, actorKind],
  );
  return rows.length;
}

/**
 * Entries of some kinds in the order in which they were made: what a rebuild folds.
 * @param after id of the last entry of the page before; 0 for the first.
 */
export async function readEntries(
  database: Database,
  kinds: readonly string[],
  after = 0,
  limit = 1_000,
): Promise<Entry[]> {
  const rows = await database.query<Omit<Entry, 'id'> & { id: string }>(
    'entries-by-kind',
    `${ENTRY} where e.kind = any($1) and e.id > $2 order by e.id limit $3`,
    [kinds, after, limit],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** All entries about one subject, in their order. */
export async function readEntriesOf(database: Database, subjects: readonly string[]): Promise<Entry[]> {
  const rows = await database.query<Omit<Entry, 'id'> & { id: string }>(
    'entries-by-subject',
    `${ENTRY} where e.subject = any($1) order by e.id`,
    [subjects],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** The same in the transaction of a change, so that what was just written is among them. */
export async function readEntriesWithin(em: EntityManager, subjects: readonly string[]): Promise<Entry[]> {
  const rows = await em.execute<(Omit<Entry, 'id' | 'at'> & { id: string; at: string })[]>(
    `${ENTRY} where e.subject in (select jsonb_array_elements_text(?::jsonb)) order by e.id`,
    [JSON.stringify(subjects)],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
}

const ENTRY = `select e.id, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId", e.kind, e.subject, e.payload,
  coalesce((select jsonb_object_agg(t.name, t.text) from entry_text t where t.entry_id = e.id), '{}') as texts
  from entry e`;

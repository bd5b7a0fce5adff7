import { Migration } from '@lapor/database';
import { requestTables } from '@lapor/request';

/**
 * The log of what people entered (and of what the platform did in their place, such as opening a case by rule): with the events of the
 * reports it is all that the rest of the schema derives from. Words people typed lie beside it, so that they can be erased.
 */
export class Entries extends Migration {
  override up() {
    const statements = [
      ...requestTables,
      `create table entry (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('OFFICER', 'REPORTER', 'SYSTEM')),
        -- The officer's account; of a reporter nothing is kept.
        actor_id text,
        kind text not null,
        -- What it is about: a report, a case, a letter, a policy …
        subject text,
        payload jsonb not null,
        -- What the platform must not do twice.
        once_key text unique,
        check ((actor_kind = 'OFFICER') = (actor_id is not null))
      )`,
      `create index entry_subject on entry (subject, id) where subject is not null`,
      `create index entry_kind on entry (kind, id)`,
      `create table entry_text (
        -- No reference: the check of one would need the right to lock entries, and none is ever removed.
        entry_id bigint not null,
        name text not null,
        text text not null,
        primary key (entry_id, name)
      )`,
      `create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'The log is append-only'; end $$`,
      `create trigger entry_append_only before update or delete on entry for each row execute function refuse_change()`,
      `create trigger entry_append_only_whole before truncate on entry for each statement execute function refuse_change()`,
      `revoke update, delete, truncate on entry from current_user`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

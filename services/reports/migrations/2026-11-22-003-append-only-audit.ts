import { Migration } from '@lapor/database';

/** The audit says who did or read what of which report, for whom it may be looked at, and cannot be changed by the service itself. */
export class AppendOnlyAudit extends Migration {
  override up(): void {
    this.addSql(`alter table audit
      add column actor_kind text not null default 'SYSTEM',
      add column organisation_id text,
      add column report_id uuid,
      -- Organisations that handle the report or have it at their desk, and these with all above them.
      add column units text[] not null default '{}',
      add column reach text[] not null default '{}'`);
    this.addSql(`alter table audit alter column actor_kind drop default`);
    this.addSql(`create index audit_reach on audit using gin (reach)`);
    this.addSql(`create index audit_report on audit (report_id, id desc) where report_id is not null`);
    this.addSql(`create index audit_actor on audit (actor_id, id desc) where actor_id is not null`);
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'The audit is append-only'; end $$`);
    this.addSql(`create trigger audit_append_only before update or delete on audit
      for each row execute function refuse_change()`);
    this.addSql(`create trigger audit_append_only_whole before truncate on audit
      for each statement execute function refuse_change()`);
    this.addSql(`revoke update, delete, truncate on audit from current_user`);
  }
}

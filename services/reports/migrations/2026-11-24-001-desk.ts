import { Migration } from '@lapor/database';

/** Leases of waiting reports, presence of officers, and what tells open pages that something changed. */
export class Desk extends Migration {
  override up(): void {
    this.addSql(`create table lease (
      report_id uuid primary key references report (id) deferrable initially deferred,
      officer_id text not null,
      taken_at timestamptz not null,
      until timestamptz not null,
      request_key uuid
    )`);
    this.addSql(`create index lease_officer on lease (officer_id)`);
    this.addSql(`create index lease_until on lease (until)`);
    this.addSql(`create index lease_request_key on lease (request_key) where request_key is not null`);
    // A repeated request takes nothing, also when what it took is done.
    this.addSql(`create table lease_request (key uuid primary key, at timestamptz not null)`);
    this.addSql(`create index lease_request_age on lease_request (at)`);

    // Worth nothing after a crash: everybody who is there says so again within half a minute.
    this.addSql(`create unlogged table presence (
      report_id uuid not null,
      officer_id text not null,
      activity text not null check (activity in ('READING', 'ANSWERING')),
      since timestamptz not null,
      seen_at timestamptz not null,
      primary key (report_id, officer_id)
    )`);
    this.addSql(`create index presence_age on presence (seen_at)`);

    // Topic and version, told when the change is committed and never when it is not. No writer can forget it.
    this.addSql(`create function tell_report() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          perform pg_notify('live', 'report:' || new.id || ' ' || new.sequence);
          if (new.state = 'SUBMITTED' and new.desk_organisation_id is null)
             or (old.state = 'SUBMITTED' and old.desk_organisation_id is null) then
            perform pg_notify('live', 'desk:national');
          end if;
        else
          perform pg_notify('live', 'desk:national');
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger report_comes after insert on report for each row
      when (new.state = 'SUBMITTED' and new.desk_organisation_id is null) execute function tell_report()`);
    this.addSql(`create trigger report_changes after update on report for each row
      when (old.sequence is distinct from new.sequence) execute function tell_report()`);

    this.addSql(`create function tell_inbox() returns trigger language plpgsql as $$
      declare
        organisation text := case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end;
      begin
        perform pg_notify('live', 'inbox:' || organisation);
        if (tg_op <> 'INSERT' and old.bucket = 'TO_VERIFY') or (tg_op <> 'DELETE' and new.bucket = 'TO_VERIFY') then
          perform pg_notify('live', 'desk:' || organisation);
        end if;
        return null;
      end $$`);
    this.addSql(`create trigger inbox_gains_or_loses after insert or delete on inbox_entry for each row
      execute function tell_inbox()`);
    this.addSql(`create trigger inbox_sorts after update on inbox_entry for each row
      when (old.bucket is distinct from new.bucket) execute function tell_inbox()`);

    this.addSql(`create function tell_lease() returns trigger language plpgsql as $$
      declare
        leased uuid := case when tg_op = 'DELETE' then old.report_id else new.report_id end;
        desk text;
      begin
        select coalesce(desk_organisation_id, 'national') into desk from report where id = leased;
        perform pg_notify('live', 'report:' || leased);
        perform pg_notify('live', 'desk:' || coalesce(desk, 'national'));
        return null;
      end $$`);
    this.addSql(`create trigger lease_comes_or_goes after insert or delete on lease for each row
      execute function tell_lease()`);
    this.addSql(`create trigger lease_passes after update on lease for each row
      when (old.officer_id is distinct from new.officer_id) execute function tell_lease()`);

    this.addSql(`create function tell_presence() returns trigger language plpgsql as $$
      begin
        perform pg_notify('live', 'report:' || new.report_id);
        return null;
      end $$`);
    this.addSql(
      `create trigger presence_comes after insert on presence for each row execute function tell_presence()`,
    );
    this.addSql(`create trigger presence_changes after update on presence for each row
      when (old.activity is distinct from new.activity or old.since is distinct from new.since)
      execute function tell_presence()`);
  }
}

import { Migration } from '@lapor/database';
import { eventTables } from '@lapor/events';

/** All tables of the service: regions, the forest of organisations, officers and their posts, audit, outbox and inbox. */
export class CreateOrganisations extends Migration {
  override up(): void {
    for (const statement of eventTables) this.addSql(statement);
    this.createRegions();
    this.createOrganisations();
    this.createOfficers();
    this.createAudit();
    this.addSql(`create table reference_import (
      name text primary key,
      content_hash text not null,
      imported_at timestamptz not null,
      report jsonb not null
    )`);
  }

  private createRegions(): void {
    this.addSql(`create table region (
      code text primary key,
      name text not null,
      level text not null check (level in ('PROVINCE', 'REGENCY', 'CITY', 'DISTRICT')),
      parent_code text references region (code),
      full_name text not null,
      time_zone text not null,
      time_zone_label text not null check (time_zone_label in ('WIB', 'WITA', 'WIT')),
      latitude double precision not null,
      longitude double precision not null,
      centroid point generated always as (point(longitude, latitude)) stored,
      name_words text not null,
      place_words text not null,
      search tsvector generated always as (
        setweight(to_tsvector('simple', name_words), 'A') || setweight(to_tsvector('simple', place_words), 'C')
      ) stored,
      retired_at timestamptz
    )`);
    this.addSql(`create index region_parent on region (parent_code, name)`);
    this.addSql(`create index region_search on region using gin (search)`);
    this.addSql(`create index region_centroid on region using gist (centroid) where level = 'DISTRICT'`);
    // Every word that names of regions and organisations are made of: what a mistyped word may have meant.
    this.addSql(`create table search_word (word text collate "C" primary key)`);
    this.addSql(
      `create index search_word_similar on search_word using gist (word public.gist_trgm_ops (siglen = 32))`,
    );
  }

  private createOrganisations(): void {
    this.addSql(`create table organisation (
      id text primary key,
      name text not null,
      acronym text,
      kind text not null check (kind in ('MINISTRY', 'AGENCY', 'STATE_ENTERPRISE', 'PROVINCE', 'REGENCY', 'CITY', 'OPD')),
      status text not null check (status in ('ACTIVE', 'FORMER')),
      is_template boolean not null,
      parent_id text references organisation (id),
      government_id text not null,
      path text[] not null check (path[1] = government_id and path[cardinality(path)] = id),
      region_code text references region (code),
      time_zone text not null,
      time_zone_label text not null check (time_zone_label in ('WIB', 'WITA', 'WIT')),
      successor_ids text[] not null,
      klpd_code text,
      source text not null,
      is_connected boolean not null default false,
      has_direct_verification boolean not null default false,
      name_words text not null,
      place_words text not null,
      search tsvector generated always as (
        setweight(to_tsvector('simple', name_words), 'A') || setweight(to_tsvector('simple', place_words), 'C')
      ) stored,
      version int not null,
      retired_at timestamptz
    )`);
    this.addSql(
      `create index organisation_parent on organisation (parent_id, name, id) where status = 'ACTIVE'`,
    );
    this.addSql(
      `create index organisation_root on organisation (name, id) where parent_id is null and status = 'ACTIVE'`,
    );
    this.addSql(`create index organisation_name on organisation (name, id) where status = 'ACTIVE'`);
    this.addSql(`create index organisation_region on organisation (region_code collate "C")`);
    this.addSql(`create index organisation_path on organisation using gin (path)`);
    this.addSql(`create index organisation_search on organisation using gin (search)`);
  }

  private createOfficers(): void {
    this.addSql(`create table officer (
      id text primary key,
      name text not null,
      registered_at timestamptz not null
    )`);
    this.addSql(`create table post (
      id uuid primary key,
      officer_id text not null references officer (id),
      organisation_id text not null references organisation (id),
      role text not null check (role in (
        'NATIONAL_ADMIN', 'AGENCY_ADMIN', 'AGENCY_HEAD', 'LIAISON_OFFICER', 'FIELD_OFFICER', 'OMBUDSMAN', 'KSP_MONITOR', 'ANALYST'
      )),
      starts_at timestamptz not null,
      ends_at timestamptz check (ends_at >= starts_at)
    )`);
    this.addSql(
      `create unique index post_in_force on post (officer_id, organisation_id, role) where ends_at is null`,
    );
    this.addSql(`create index post_organisation on post (organisation_id, role) where ends_at is null`);
  }

  private createAudit(): void {
    this.addSql(`create table audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      actor_kind text not null check (actor_kind in ('OFFICER', 'SYSTEM')),
      actor_id text,
      action text not null,
      officer_id text,
      organisation_id text,
      facts jsonb not null
    )`);
    this.addSql(`create index audit_entry_organisation on audit_entry (organisation_id, id)`);
    this.addSql(`create index audit_entry_officer on audit_entry (officer_id, id)`);
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit log is append-only';
      end
    $$`);
    this.addSql(`create trigger audit_entry_append_only before update or delete or truncate on audit_entry
      for each statement execute function refuse_change()`);
  }
}

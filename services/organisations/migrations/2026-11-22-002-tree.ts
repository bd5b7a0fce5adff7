import { Migration } from '@lapor/database';

/** What people change in the forest, with its history; closing days, the category map, and who supervises whom. */
export class GrowTree extends Migration {
  override up(): void {
    this.detailOrganisations();
    this.createChanges();
    this.createClosingDays();
    this.createCategoryMap();
    this.createSupervision();
  }

  private detailOrganisations(): void {
    this.addSql(`alter table organisation
      add column address text,
      add column phone text,
      add column email text,
      add column website text,
      add column head_title text,
      add column head_name text,
      add column head_email text,
      add column head_address text,
      add column unit_keys text[] not null default '{}',
      add column retired_on date,
      add column origin text not null default 'REFERENCE' check (origin in ('REFERENCE', 'ENTERED')),
      add column edited_at timestamptz,
      add column edited_columns text[] not null default '{}'`);
    this.addSql(`create index organisation_any_name on organisation (name, id)`);
    this.addSql(`create index organisation_any_parent on organisation (parent_id)`);
    this.addSql(
      `create index organisation_government on organisation (government_id) where status = 'ACTIVE'`,
    );
    this.addSql(
      `create index organisation_governed_region on organisation (region_code) where kind in ('PROVINCE', 'REGENCY', 'CITY')`,
    );
    this.addSql(`create index organisation_successors on organisation using gin (successor_ids)`);
  }

  private createChanges(): void {
    this.addSql(`create table organisation_change (
      id bigint generated always as identity primary key,
      operation_id uuid not null,
      organisation_id text not null references organisation (id),
      government_id text not null,
      kind text not null check (kind in (
        'CREATED', 'RENAMED', 'MOVED', 'MERGED_INTO', 'ABSORBED', 'RETIRED', 'RESTORED', 'DETAILS_CHANGED', 'HEAD_CHANGED',
        'CALENDAR_CHANGED', 'DIRECT_VERIFICATION_SET', 'IMPORTED'
      )),
      state text not null check (state in ('APPLIED', 'SCHEDULED', 'CANCELLED', 'FAILED')),
      effective_on date not null,
      due_at timestamptz check (state <> 'SCHEDULED' or due_at is not null),
      recorded_at timestamptz not null,
      decided_at timestamptz,
      actor_id text,
      reason text,
      decree text,
      facts jsonb not null,
      failure text,
      operation jsonb
    )`);
    this.addSql(
      `create index organisation_change_organisation on organisation_change (organisation_id, id desc)`,
    );
    this.addSql(`create index organisation_change_operation on organisation_change (operation_id)`);
    this.addSql(
      `create index organisation_change_due on organisation_change (due_at, id) where state = 'SCHEDULED'`,
    );
  }

  private createClosingDays(): void {
    this.addSql(`create table closing_year (
      organisation_id text not null references organisation (id),
      year int not null,
      version int not null,
      primary key (organisation_id, year)
    )`);
    this.addSql(`create table closing_day (
      organisation_id text not null,
      year int not null,
      date date not null check (extract(year from date) = year),
      name text not null,
      decree text not null,
      primary key (organisation_id, date),
      foreign key (organisation_id, year) references closing_year (organisation_id, year)
    )`);
  }

  private createCategoryMap(): void {
    this.addSql(`create table unit_key (key text primary key, name text not null)`);
    this.addSql(`create table category_route (
      id bigint generated always as identity primary key,
      category_id text not null,
      government_id text references organisation (id),
      version int not null,
      usual_level text check (usual_level in ('NATIONAL', 'PROVINCE', 'REGENCY', 'MIXED')),
      national_organisation_id text references organisation (id),
      unit_key text references unit_key (key),
      unit_id text references organisation (id),
      origin text not null check (origin in ('REFERENCE', 'ENTERED', 'FOLLOWED')),
      effective_from timestamptz not null,
      superseded_at timestamptz,
      actor_id text,
      reason text,
      check ((government_id is null) = (usual_level is not null)),
      unique nulls not distinct (category_id, government_id, version)
    )`);
    this.addSql(
      `create unique index category_route_in_force on category_route (category_id, government_id) nulls not distinct where superseded_at is null`,
    );
    this.addSql(
      `create index category_route_government on category_route (government_id, category_id) where superseded_at is null`,
    );
    this.addSql(
      `create index category_route_unit on category_route (unit_id) where superseded_at is null and unit_id is not null`,
    );
    this.addSql(
      `create index category_route_national on category_route (national_organisation_id) where superseded_at is null and national_organisation_id is not null`,
    );
  }

  private createSupervision(): void {
    // Rules, not pairs: whom a rule reaches follows from kind and region of the government that is asked for.
    this.addSql(`create table supervision_rule (
      rule text not null,
      supervisor_id text references organisation (id),
      supervises text not null check (supervises in ('ALL', 'LOCAL_GOVERNMENTS', 'REGENCIES_OF_PROVINCE', 'REGION')),
      region_code text references region (code),
      scope text not null check (scope in ('FIGURES', 'OVERSIGHT', 'READINESS', 'ALL')),
      check ((supervises = 'REGENCIES_OF_PROVINCE') = (supervisor_id is null)),
      check ((supervises = 'REGION') = (region_code is not null)),
      unique nulls not distinct (rule, supervisor_id, region_code, scope)
    )`);
  }
}

import { Migration } from '@lapor/database';

/** Accounts of officers, posts with dates, invitations and delegations; readiness with its evidence; use and adoption; a closed audit log. */
export class KnowPeople extends Migration {
  override up(): void {
    this.knowAccounts();
    this.datePosts();
    this.createInvitations();
    this.createDelegations();
    this.keepStaffing();
    this.createReadiness();
    this.createAdoption();
    this.closeAudit();
  }

  private knowAccounts(): void {
    this.addSql(`alter table officer
      add column email text check (email = lower(email)),
      add column account_state text not null default 'NONE' check (account_state in ('NONE', 'INVITED', 'ACTIVE')),
      add column has_second_factor boolean not null default false,
      add column last_signed_in_on date,
      add column account_changed_at timestamptz,
      add column suspended_at timestamptz,
      add column suspended_by text,
      add column suspension_reason text,
      add check ((suspended_at is null) = (suspension_reason is null))`);
    // Officers from before this version have accounts; identity tells more at their next sign-in. Nobody loses a stand-in meanwhile.
    this.addSql(`update officer set account_state = 'ACTIVE', has_second_factor = true`);
    this.addSql(`create unique index officer_email on officer (email)`);
    this.addSql(`create index officer_name on officer (name, id)`);
    this.addSql(
      `create index officer_search on officer using gin ((lower(name) || ' ' || coalesce(email, '')) public.gin_trgm_ops)`,
    );
  }

  private datePosts(): void {
    this.addSql(`alter table post
      add column granted_by text,
      add column ended_by text,
      add column on_behalf_of text references officer (id),
      add column delegation_id uuid`);
    this.addSql(`drop index post_in_force`);
    this.addSql(`drop index post_organisation`);
    // A role at a place is held once at a time; somebody may stand in there for several besides.
    this.addSql(`alter table post add constraint post_once exclude using gist (
      officer_id with =, organisation_id with =, role with =, (coalesce(on_behalf_of, '')) with =, tstzrange(starts_at, ends_at) with &&
    )`);
    this.addSql(`create index post_organisation on post (organisation_id, role, ends_at)`);
    this.addSql(`create index post_starts on post (starts_at)`);
    this.addSql(`create index post_ends on post (ends_at) where ends_at is not null`);
    this.addSql(`create index post_delegation on post (delegation_id) where delegation_id is not null`);
    // Up to where the beginnings and ends of posts have been taken into account.
    this.addSql(
      `create table post_boundary (is_only boolean primary key check (is_only), applied_until timestamptz not null)`,
    );
    this.addSql(
      `insert into post_boundary select true, coalesce(max(greatest(starts_at, ends_at)), '1970-01-01') from post`,
    );
  }

  private createInvitations(): void {
    this.addSql(`create table invitation (
      id uuid primary key,
      officer_id text not null references officer (id),
      sent_at timestamptz not null,
      sent_by text,
      expires_at timestamptz not null,
      is_renewal boolean not null,
      accepted_at timestamptz,
      replaced_at timestamptz
    )`);
    this.addSql(
      `create unique index invitation_open on invitation (officer_id) where accepted_at is null and replaced_at is null`,
    );
    this.addSql(`create index invitation_officer on invitation (officer_id)`);
  }

  private createDelegations(): void {
    this.addSql(`create table delegation (
      id uuid primary key,
      post_id uuid not null references post (id),
      officer_id text not null references officer (id),
      substitute_id text not null references officer (id),
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at >= starts_at),
      granted_by text not null,
      granted_at timestamptz not null,
      check (officer_id <> substitute_id),
      -- One stands in for a post at a time.
      constraint delegation_once exclude using gist (post_id with =, tstzrange(starts_at, ends_at) with &&)
    )`);
    this.addSql(`create index delegation_officer on delegation (officer_id, ends_at)`);
    this.addSql(`create index delegation_substitute on delegation (substitute_id, ends_at)`);
    this.addSql(
      `alter table post add foreign key (delegation_id) references delegation (id), add check ((on_behalf_of is null) = (delegation_id is null))`,
    );
  }

  private keepStaffing(): void {
    this.addSql(`alter table organisation rename column is_connected to is_staffed`);
    this.addSql(`alter table organisation
      add column has_admin boolean not null default false,
      add column has_liaison boolean not null default false,
      add column has_admin_within boolean not null default false,
      add column has_liaison_within boolean not null default false,
      add column has_received_reports boolean not null default false`);
    this.addSql(`update organisation o set has_admin = true
      where exists (select 1 from post p where p.organisation_id = o.id and p.role = 'AGENCY_ADMIN' and p.ends_at is null)`);
    this.addSql(`update organisation o set has_liaison = true
      where exists (select 1 from post p where p.organisation_id = o.id and p.role = 'LIAISON_OFFICER' and p.ends_at is null)`);
    for (const flag of ['has_admin', 'has_liaison']) {
      this.addSql(`update organisation o set ${flag}_within = true
        from (select distinct unnest(path) as id from organisation where ${flag}) reached where o.id = reached.id`);
    }
    this.addSql(
      `create index organisation_governments on organisation (kind, name, id) where cardinality(path) = 1 and status = 'ACTIVE'`,
    );
    // What keeps a government's liaison officers from being complete.
    this.addSql(`create index organisation_without_liaison on organisation (government_id)
      where status = 'ACTIVE' and not has_liaison and (is_staffed or not is_template or has_received_reports)`);
  }

  private createReadiness(): void {
    this.addSql(`create table readiness_declaration (
      id uuid primary key,
      organisation_id text not null references organisation (id),
      kind text not null check (kind in ('DECREE', 'PROCEDURE', 'FACILITIES', 'STAFF_TRAINED')),
      number text,
      date date,
      note text,
      valid_until date,
      declared_at timestamptz not null,
      declared_by text,
      ended_at timestamptz,
      ended_by text,
      withdrawal_reason text
    )`);
    this.addSql(
      `create unique index readiness_declaration_current on readiness_declaration (organisation_id, kind) where ended_at is null`,
    );
    this.addSql(`create table evidence_file (
      id uuid primary key,
      organisation_id text not null references organisation (id),
      declaration_id uuid references readiness_declaration (id),
      uploaded_by text,
      uploaded_at timestamptz not null,
      file_name text not null,
      media_type text not null,
      size_bytes int not null,
      storage_key text not null
    )`);
    this.addSql(`create index evidence_file_declaration on evidence_file (declaration_id)`);
    this.addSql(
      `create index evidence_file_stale on evidence_file (uploaded_at) where declaration_id is null`,
    );
    this.addSql(`create table obstacle (
      id uuid primary key,
      organisation_id text not null references organisation (id),
      text text not null,
      noted_at timestamptz not null,
      noted_by text,
      ended_at timestamptz
    )`);
    this.addSql(`create unique index obstacle_current on obstacle (organisation_id) where ended_at is null`);
    this.addSql(`create table guidance_visit (
      id uuid primary key,
      organisation_id text not null references organisation (id),
      office_id text not null references organisation (id),
      visited_on date not null,
      topics text not null,
      agreement text,
      recorded_by text not null,
      recorded_at timestamptz not null
    )`);
    this.addSql(
      `create index guidance_visit_organisation on guidance_visit (organisation_id, visited_on desc, id desc)`,
    );
  }

  private createAdoption(): void {
    this.addSql(`create table last_used (
      organisation_id text primary key references organisation (id),
      at timestamptz not null
    )`);
    this.addSql(`create table adoption_snapshot (
      taken_on date not null,
      kind text not null,
      province_code text not null default '',
      total int not null,
      connected int not null,
      used int not null,
      ready int not null,
      primary key (taken_on, kind, province_code)
    )`);
  }

  private closeAudit(): void {
    // Where the entry belongs: every organisation on the paths of what it is about, as they were then.
    this.addSql(`alter table audit_entry add column places text[] not null default '{}'`);
    this.addSql(`alter table audit_entry disable trigger audit_entry_append_only`);
    this.addSql(
      `update audit_entry e set places = o.path from organisation o where o.id = e.organisation_id`,
    );
    this.addSql(`alter table audit_entry enable trigger audit_entry_append_only`);
    this.addSql(`create index audit_entry_places on audit_entry using gin (places)`);
    this.addSql(`create index audit_entry_actor on audit_entry (actor_id, id)`);
    this.addSql(`create index audit_entry_at on audit_entry (at)`);
    // The service's own role owns the table; it gives up the rights all the same.
    this.addSql(`revoke update, delete, truncate on audit_entry from current_user`);
  }
}

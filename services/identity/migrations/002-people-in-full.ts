import { Migration } from '@lapor/database';

/** Invitations, passkeys, agencies' own sign-in, keys of agencies' systems, phone numbers; posts with their time; an audit log that only grows. */
export class PeopleInFull extends Migration {
  override up() {
    this.addSql(`alter table account
      add column language text not null default 'id' check (language in ('id', 'en')),
      add column last_signed_in_on date`);
    // Column names as better-auth writes them (additionalFields of the session).
    this.addSql(`alter table session
      add column way text not null default 'PASSWORD',
      add column device text,
      add column "actingRole" text,
      add column "actingOrganisationId" text`);

    // A substitute may hold the same post twice, for different people and times.
    this.addSql(`alter table account_post drop constraint account_post_pkey`);
    this.addSql(`alter table account_post
      add column valid_from timestamptz not null default '-infinity',
      add column valid_until timestamptz,
      add column on_behalf_of text,
      add column government_id text`);
    this.addSql(`create index account_post_account on account_post (account_id)`);
    // Told before the account exists, hence no foreign key.
    this.addSql(`create table officer_standing (
      account_id text primary key,
      is_suspended boolean not null
    )`);

    // `contact`: sealed name and address that the link went to; erased when the invitation ends.
    this.addSql(`create table invitation (
      id text primary key,
      officer_id text not null,
      console text not null check (console in ('agency', 'national')),
      is_renewal boolean not null,
      token_hash bytea not null unique,
      contact bytea,
      invited_at timestamptz not null,
      expires_at timestamptz not null,
      sent_at timestamptz,
      accepted_at timestamptz,
      voided_at timestamptz
    )`);
    this.addSql(`create unique index invitation_open on invitation (officer_id)
      where accepted_at is null and voided_at is null`);

    this.addSql(`create table passkey (
      id uuid primary key,
      account_id text not null references account (id) on delete cascade,
      credential_id text not null unique,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null,
      name text not null,
      created_at timestamptz not null,
      last_used_at timestamptz
    )`);
    this.addSql(`create index passkey_account on passkey (account_id)`);
    // `key`: hash of the session, or of the cookie of a browser that is about to sign in.
    this.addSql(`create table passkey_challenge (
      key bytea primary key,
      challenge text not null,
      expires_at timestamptz not null
    )`);
    this.addSql(`create table pending_totp (
      account_id text primary key references account (id) on delete cascade,
      secret text not null,
      backup_codes text not null,
      expires_at timestamptz not null
    )`);

    // Six digits sent to an address or a phone. `account_id` is null where the address belongs to nobody: both leave the same row.
    this.addSql(`create table one_time_code (
      purpose text not null,
      key bytea not null,
      code_hash bytea not null,
      account_id text references account (id) on delete cascade,
      content bytea,
      attempts int not null default 0,
      expires_at timestamptz not null,
      primary key (purpose, key)
    )`);
    this.addSql(`create index one_time_code_account on one_time_code (account_id)`);
    this.addSql(`create table account_phone (
      account_id text primary key references account (id) on delete cascade,
      sealed bytea not null,
      lookup_hash bytea not null unique,
      verified_at timestamptz not null
    )`);

    this.addSql(`alter table api_key add column organisation_id text`);
    this.addSql(`create index api_key_organisation on api_key (organisation_id, created_at)`);
    this.addSql(`create table api_key_use (
      key_id uuid not null references api_key (id) on delete cascade,
      day date not null,
      requests bigint not null,
      primary key (key_id, day)
    )`);

    this.addSql(`create table oidc_provider (
      organisation_id text primary key,
      name text not null,
      issuer text not null,
      client_id text not null,
      client_secret bytea not null,
      trusts_second_factor boolean not null,
      changed_at timestamptz not null
    )`);
    this.addSql(`create table oidc_mail_domain (
      domain text primary key,
      organisation_id text not null references oidc_provider (organisation_id) on delete cascade
    )`);
    this.addSql(`create index oidc_mail_domain_organisation on oidc_mail_domain (organisation_id)`);
    // One sign-in under way; `key` is the hash of the browser's cookie, `content` holds state, nonce and verifier, sealed.
    this.addSql(`create table oidc_attempt (
      key bytea primary key,
      organisation_id text not null references oidc_provider (organisation_id) on delete cascade,
      content bytea not null,
      expires_at timestamptz not null
    )`);
    // Whom a provider's subject stands for: an address that is given to somebody else there does not take over the account here.
    this.addSql(`create table oidc_subject (
      organisation_id text not null references oidc_provider (organisation_id) on delete cascade,
      subject_hash bytea not null,
      account_id text not null references account (id) on delete cascade,
      primary key (organisation_id, subject_hash),
      unique (organisation_id, account_id)
    )`);
    this.addSql(`create index oidc_subject_account on oidc_subject (account_id)`);

    this.addSql(`create index audit_entry_action on audit_entry (action, id)`);
    // Entries are added and read. The revoked rights stop a slip, the trigger whoever gives them back to himself.
    this.addSql(`create function refuse_change_of_audit() returns trigger language plpgsql as $refuse$
      begin
        raise exception 'Audit entries are only added' using errcode = 'insufficient_privilege';
      end
      $refuse$`);
    this.addSql(`create trigger audit_entry_append_only before update or delete or truncate on audit_entry
      for each statement execute function refuse_change_of_audit()`);
    this.addSql(`revoke update, delete, truncate on audit_entry from current_user`);
  }
}

import { Migration } from '@lapor/database';
import { eventTables } from '@lapor/events';

/**
 * The first six tables are what better-auth's own generator asks for under our settings (`getMigrations(…).compileMigrations()`);
 * a test asks it again whether anything is missing. Its column names are kept, so that the library and our reads agree.
 */
const AUTH_TABLES = [
  `create table account (
    id text primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp,
    "twoFactorEnabled" boolean,
    kind text not null check (kind in ('citizen', 'officer', 'analyst'))
  )`,
  `create table session (
    id text primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" text not null references account (id) on delete cascade,
    "secondFactor" boolean not null
  )`,
  `create table credential (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references account (id) on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null
  )`,
  `create table verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp
  )`,
  `create table second_factor (
    id text primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" text not null references account (id) on delete cascade,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamptz
  )`,
  `create table rate_limit (
    id text primary key,
    key text not null unique,
    count integer not null,
    "lastRequest" bigint not null
  )`,
  `create index "session_userId_idx" on session ("userId")`,
  `create index "credential_userId_idx" on credential ("userId")`,
  `create index "verification_identifier_idx" on verification (identifier)`,
  `create index "second_factor_secret_idx" on second_factor (secret)`,
  `create index "second_factor_userId_idx" on second_factor ("userId")`,
];

export class CreateTables extends Migration {
  override up() {
    for (const statement of eventTables) this.addSql(statement);
    for (const statement of AUTH_TABLES) this.addSql(statement);
    // Posts may arrive before their account exists, hence no foreign key.
    this.addSql(`create table account_post (
      account_id text not null,
      role text not null,
      organisation_id text not null,
      primary key (account_id, role, organisation_id)
    )`);
    this.addSql(`create table api_key (
      id uuid primary key,
      account_id text not null references account (id) on delete cascade,
      label text not null,
      key_hash bytea not null unique,
      scopes text[] not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      last_used_at timestamptz
    )`);
    this.addSql(`create index api_key_account on api_key (account_id)`);
    // Attempts per mail address, whose keyed hash is the key.
    this.addSql(`create table address_attempt (
      key bytea primary key,
      started_at timestamptz not null,
      count int not null
    )`);
    this.addSql(`create table audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      action text not null,
      account_id text,
      actor_id text,
      detail text
    )`);
    this.addSql(`create index audit_entry_account on audit_entry (account_id, id)`);
  }
}

import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { limitsOf } from './limits.ts';
import { keyedPassword } from './role-password.ts';

/** A service's own role and schema. */
export interface ProvisionedService {
  /** Connection URL of the service's role. */
  url: string;
  schema: string;
}

const EXTENSIONS = ['pg_trgm', 'unaccent', 'ltree', 'btree_gin', 'btree_gist'];

/**
 * Gives each service a role and schemas of its own in one database, so that no service can read another's tables.
 * Runs with an administrator's URL; safe to repeat. Besides its own schema each service gets `<schema>_jobs` for its job queue.
 * @param passwordSecret role passwords derive from it, so they need not be kept.
 */
export async function provision<Name extends string>(
  adminUrl: string,
  schemas: readonly Name[],
  passwordSecret: string,
): Promise<Record<Name, ProvisionedService>> {
  // The limits in its address are those of the services.
  const client = new Client({ connectionString: limitsOf(adminUrl).url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = rows[0]!.name;
    // Two processes that start at once must not both create a role.
    await client.query('select pg_advisory_lock(170801)');
    for (const extension of EXTENSIONS) {
      await client.query(`create extension if not exists ${escapeIdentifier(extension)} with schema public`);
    }
    await client.query(`revoke create on schema public from public`);
    const entries: [Name, ProvisionedService][] = [];
    for (const schema of schemas) {
      const role = roleOf(schema);
      await ensureRole(client, role, keyedPassword(passwordSecret, role), schema);
      await client.query(
        `grant connect on database ${escapeIdentifier(database)} to ${escapeIdentifier(role)}`,
      );
      for (const owned of [schema, `${schema}_jobs`]) {
        await client.query(
          `create schema if not exists ${escapeIdentifier(owned)} authorization ${escapeIdentifier(role)}`,
        );
      }
      entries.push([schema, { url: roleUrl(adminUrl, schema, passwordSecret), schema }]);
    }
    return Object.fromEntries(entries) as Record<Name, ProvisionedService>;
  } finally {
    await client.end();
  }
}

const roleOf = (schema: string) => `lapor_${schema}`;

/** Connection URL of a service's role on the database that `adminUrl` names. */
export function roleUrl(adminUrl: string, schema: string, passwordSecret: string): string {
  const url = new URL(adminUrl);
  url.username = roleOf(schema);
  url.password = keyedPassword(passwordSecret, url.username);
  return url.href;
}

async function ensureRole(client: Client, role: string, password: string, schema: string): Promise<void> {
  const name = escapeIdentifier(role);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  await client.query(
    `${rowCount ? 'alter' : 'create'} role ${name} login password ${escapeLiteral(password)}`,
  );
  await client.query(`alter role ${name} set search_path = ${escapeIdentifier(schema)}, public`);
  await client.query(`alter role ${name} set timezone = 'UTC'`);
  // The server's log must not quote statements and rows of a failed write: they hold what people wrote.
  // Only a superuser may set this; for a managed server it is its operator's to set (docs/runbooks).
  const { rows } = await client.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  if (!rows[0]!.super) return;
  await client.query(`alter role ${name} set log_min_error_statement = 'panic'`);
  await client.query(`alter role ${name} set log_error_verbosity = 'terse'`);
}

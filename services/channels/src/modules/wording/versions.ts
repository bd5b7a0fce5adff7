import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { WaitingWork } from '@lapor/subgraph';
import type { WordingKey } from './wording-book.ts';

/** A change of the words of a template. */
export interface WordingVersion {
  version: number;
  /** `null`: the built-in ones, and of what is no mail. */
  subject: string | null;
  /** `null`: back to the built-in words. */
  body: string | null;
  /** ISO 8601. */
  at: string;
  accountId: string;
  reason: string;
}

const COLUMNS = `version, subject, body, account_id as "accountId", reason,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

/** Holds the words of one template for the running transaction; the newest version of them, 0 where nobody wrote any. */
export async function holdWording(em: EntityManager, key: WordingKey): Promise<WordingVersion | null> {
  const { template, medium, language } = key;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 2))', [
    `${template} ${medium} ${language}`,
  ]);
  const [row] = await em.execute<WordingVersion[]>(
    `select ${COLUMNS} from wording where template = ? and medium = ? and language = ? order by version desc limit 1`,
    [template, medium, language],
  );
  return row ?? null;
}

export async function insertVersion(
  em: EntityManager,
  { template, medium, language }: WordingKey,
  row: Omit<WordingVersion, 'at'> & { at: Date; segments: number },
): Promise<void> {
  await em.execute(
    `insert into wording (template, medium, language, version, subject, body, segments, at, account_id, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      template,
      medium,
      language,
      row.version,
      row.subject,
      row.body,
      row.segments,
      row.at.toISOString(),
      row.accountId,
      row.reason,
    ],
  );
}

/** The newest version of each medium of a template, with what went wrong with it. */
export const newestOf = (
  database: Database,
  template: string,
  language: string,
): Promise<(WordingVersion & { medium: string; times: number | null; broken: string | null })[]> =>
  database.query(
    'wordings-of-template',
    `select distinct on (w.medium) w.medium, f.times, f.reason as broken, w.version, w.subject, w.body,
       w.account_id as "accountId", w.reason, to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from wording w left join wording_fault f using (template, medium, language, version)
     where w.template = $1 and w.language = $2 order by w.medium, w.version desc`,
    [template, language],
  );

/** Templates of which some words are not the built-in ones. */
export const changedTemplates = async (database: Database): Promise<ReadonlySet<string>> => {
  const rows = await database.query<{ template: string }>(
    'templates-changed',
    `select distinct template from (select distinct on (template, medium, language) template, body from wording
       order by template, medium, language, version desc) newest where body is not null`,
  );
  return new Set(rows.map(({ template }) => template));
};

/** Newest first. */
export const versionsOf = (
  database: Database,
  { template, medium, language }: WordingKey,
  { before, first }: { before: number; first: number },
): Promise<WordingVersion[]> =>
  database.query<WordingVersion & Record<string, unknown>>(
    'wording-versions',
    `select ${COLUMNS} from wording where template = $1 and medium = $2 and language = $3 and version < $4
     order by version desc limit $5`,
    [template, medium, language, before, first],
  );

/** Words in force that could not be filled: each one is a failure until somebody writes anew. */
export async function countBrokenWordings(database: Database): Promise<WaitingWork> {
  const [row] = await database.query<{ broken: number; at: Date | null }>(
    'wordings-broken',
    `select count(*)::int as broken, min(f.at) as at from wording_fault f
     where not exists (select 1 from wording w where w.template = f.template and w.medium = f.medium
       and w.language = f.language and w.version > f.version)`,
  );
  const { broken, at } = row!;
  return { name: 'WORDINGS', waiting: 0, failed: broken, oldestAt: at && new Date(at).toISOString() };
}

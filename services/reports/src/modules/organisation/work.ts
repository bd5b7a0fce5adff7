import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { lockOrganisations, textArray } from './repository.ts';

/** An organisation whose reports have to follow a change of it. */
export interface OrganisationWork {
  organisationId: string;
  round: number;
}

const AGAIN_AFTER_SECONDS = 60;

/** What waits, oldest first; what could not be done yet is left alone for a minute. */
export const listWork = (database: Database, now: Date, limit: number): Promise<OrganisationWork[]> =>
  database.query<{ organisationId: string; round: number }>(
    'organisation-work',
    `select organisation_id as "organisationId", round from organisation_work
     where tried_at is null or tried_at <= $1 order by since, organisation_id limit $2`,
    [new Date(now.getTime() - AGAIN_AFTER_SECONDS * 1_000), limit],
  );

/** Takes work away that is done; work that was asked for again meanwhile stays. */
export const finishWork = (database: Database, { organisationId, round }: OrganisationWork) =>
  database.query(
    'organisation-work-done',
    'delete from organisation_work where organisation_id = $1 and round = $2',
    [organisationId, round],
  );

export const postponeWork = (database: Database, { organisationId, round }: OrganisationWork, now: Date) =>
  database.query(
    'organisation-work-later',
    'update organisation_work set tried_at = $3 where organisation_id = $1 and round = $2',
    [organisationId, round, now],
  );

/**
 * Asks that reports follow organisations which ended while nobody minded, because a report was closed. Held for the transaction:
 * one that ends at the same time either is seen here or finds the report open.
 */
export async function followIfEnded(em: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  const ended = [...(await lockOrganisations(em, ids)).values()].filter(({ status }) => status === 'FORMER');
  if (ended.length === 0) return;
  await em.execute(
    `insert into organisation_work (organisation_id, since) select id, ?::timestamptz from unnest(?::text[]) as id
     on conflict (organisation_id) do update set round = organisation_work.round + 1, tried_at = null`,
    [now.toISOString(), textArray(ended.map(({ id }) => id))],
  );
}

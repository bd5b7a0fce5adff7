import type { EntityManager } from '@mikro-orm/postgresql';

/** The desk of a government or K/L that verifies what is filed on its own page. */
export interface DirectDesk {
  organisationId: string;
  /** From the government's root to itself. */
  path: string[];
  timeZone: string;
}

/** The desk for a page, and where the page's organisation stands: below the desk, or at it. */
export interface PageDesk extends DirectDesk {
  /** From the government's root to the organisation on whose page it is. */
  pagePath: string[];
}

/** In SQL, for a table aliased `d`: what has the right of direct verification, and somebody to make use of it. */
const VERIFIES = `d.status = 'ACTIVE' and d.is_staffed and d.has_direct_verification`;

/**
 * A part of a statement that gives the desk for a page (`PageDesk`): the organisation's own, or the nearest above it within its government. `null`
 * where none verifies, and for an organisation that nobody told of.
 * @param id the organisation's id as the statement names it, for example `$1`.
 */
export const directDeskOf = (id: string): string =>
  `(select json_build_object('organisationId', d.id, 'path', d.path, 'timeZone', d.time_zone, 'pagePath', p.path)
    from organisation p join organisation d on d.id = any(p.path)
    where p.id = ${id} and p.status = 'ACTIVE' and ${VERIFIES} order by cardinality(d.path) desc limit 1)`;

/** The same desk, held until the transaction ends, so that a report which is put there is seen when it ends; `null` when it verifies no more. */
export async function holdDirectDesk(em: EntityManager, organisationId: string): Promise<DirectDesk | null> {
  const [desk] = await em.execute<DirectDesk[]>(
    `select d.id as "organisationId", d.path, d.time_zone as "timeZone" from organisation d where d.id = ? and ${VERIFIES} for share`,
    [organisationId],
  );
  return desk ?? null;
}

import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Everything that changes the shape of the forest goes one after the other, the import included: what was judged under the lock still holds
 * when it is written (ADR 0022). Held until the transaction ends. Take it before any row.
 */
export async function lockTree(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('organisations.tree'))`);
}

/** Locks the roots of governments as changes of people do, before their organisations and posts are written. */
export async function lockGovernments(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.execute(
    `select id from organisation where id in (select json_array_elements_text(?::json)) order by id for no key update`,
    [JSON.stringify([...new Set(ids)])],
  );
}

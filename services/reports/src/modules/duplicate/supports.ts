import type { EntityManager } from '@mikro-orm/postgresql';

/** What was said of a duplicate counts for its master. Who had supported both before counts twice: the rows do not tell who that is. */
export async function takeSupports(em: EntityManager, duplicateId: string, masterId: string): Promise<void> {
  await em.execute(
    'update report m set support_count = m.support_count + d.support_count from report d where m.id = ? and d.id = ?',
    [masterId, duplicateId],
  );
}

/** The supports of a report and of the duplicates that it has now. */
export async function countSupportsAnew(em: EntityManager, masterId: string): Promise<void> {
  await em.execute(
    `update report m set support_count = (select count(*) from support s where s.report_id = m.id)
       + (select coalesce(sum(d.support_count), 0) from report d where d.master_id = m.id)
     where m.id = ?`,
    [masterId],
  );
}

/** When a duplicate has left its master: from now on every support of either counts for itself. */
export async function partSupports(em: EntityManager, leftId: string, masterId: string): Promise<void> {
  await countSupportsAnew(em, masterId);
  await em.execute(
    `update support set is_counted = true
     where not is_counted and report_id in (select id from report where id in (?, ?) or master_id = ?)`,
    [leftId, masterId, masterId],
  );
}

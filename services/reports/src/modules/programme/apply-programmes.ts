import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import type { ReportsDependencies } from '../report/index.ts';

/** Whether report `r` belongs to programme `p`: every kind of condition that it has must hold, and one of each is enough. */
const BELONGS = `(
  (cardinality(p.category_ids) = 0 or exists (
    with recursive above as (
      select id, parent_id from category where id = r.category_id
      union all select c.id, c.parent_id from category c join above on c.id = above.parent_id
    ) select from above where id = any(p.category_ids)))
  and (cardinality(p.region_codes) = 0 or exists (
    select from unnest(p.region_codes) as code where r.region_code = code or starts_with(r.region_code, code || '.')))
  and (p.pattern is null or lower(r.title || ' ' || r.text) ~ p.pattern))`;

/**
 * A report was filed or went on, as this service tells itself: programmes whose rule it fits find it within moments. After the change and
 * not within it, so that filing waits for no rule. One statement for a batch.
 */
export async function applyProgrammes(
  em: EntityManager,
  transitions: readonly EventOf<'report.transitioned'>[],
): Promise<void> {
  const ids = [...new Set(transitions.map(({ payload }) => payload.reportId))];
  await em.execute(
    `insert into programme_report (programme_id, report_id, submitted_at)
     select p.id, r.id, r.submitted_at from programme p
     join report r on r.id in (select jsonb_array_elements_text(?::jsonb)::uuid)
     where p.ended_at is null and ${BELONGS} on conflict do nothing`,
    [JSON.stringify(ids)],
  );
}

const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Looks through the open reports for programmes that were written or changed, a batch of one programme at a time: the mark is in its row,
 * so it may stop anywhere and run in every replica. What belongs no more is let go.
 * @returns how many reports were looked at.
 */
export async function lookForProgrammes(
  { database }: ReportsDependencies,
  batchSize = 2_000,
): Promise<number> {
  return database.transaction(async (em) => {
    const [programme] = await em.execute<{ id: string; looked_at_until: string }[]>(
      `select id, looked_at_until from programme where looked_at_until is not null and ended_at is null
       order by id limit 1 for update skip locked`,
    );
    if (!programme) return 0;
    const { id, looked_at_until: after } = programme;
    const [looked] = await em.execute<{ count: number; last: string | null }[]>(
      `with batch as materialized (
         select id, submitted_at, title, text, category_id, region_code from report
         where id > ?::uuid and state in ('SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS')
         order by id limit ?
       ), found as (
         insert into programme_report (programme_id, report_id, submitted_at)
         select p.id, r.id, r.submitted_at from programme p join batch r on ${BELONGS} where p.id = ?::uuid
         on conflict do nothing
       ), gone as (
         delete from programme_report pr using batch r, programme p
         where p.id = ?::uuid and pr.programme_id = p.id and pr.report_id = r.id and not ${BELONGS}
       )
       select count(*)::int as count, max(id::text) as last from batch`,
      [after, batchSize, id, id],
    );
    const isLast = looked!.count < batchSize;
    await em.execute(`update programme set looked_at_until = ?::uuid where id = ?::uuid`, [
      isLast ? null : looked!.last,
      id,
    ]);
    return looked!.count;
  });
}

/** Where a look through the reports begins. */
export const FROM_THE_FIRST = FIRST;

import type { Database } from '@lapor/database';
import type { Way } from './carrier.ts';
import { tellHeld, type Ended } from './tell-owners.ts';

type Held = Pick<Ended, 'template' | 'way' | 'reportId'>;

/** Nobody said yet where a message goes, or whether it goes at all. */
export const NO_ANSWER_ABOUT_ADDRESS = 'NO_ANSWER_ABOUT_ADDRESS';
/** Reasons beside which a refusal is the first that a provider gave. */
const BEFORE_PROVIDERS = `('QUIET_HOURS', 'CAP_OF_THE_DAY', '${NO_ANSWER_ABOUT_ADDRESS}')`;

/** Marks that another attempt will follow; the owner of a report is told at the first that a provider refused, not at each. */
export async function releaseDelivery(
  database: Database,
  id: string,
  reason: string,
  now: Date,
): Promise<void> {
  await database.transaction(async (em) => {
    const [waits] = await em.execute<(Held & { isFirst: boolean })[]>(
      `with before as (select id, coalesce(reason, 'QUIET_HOURS') in ${BEFORE_PROVIDERS} as is_first
         from delivery where id = ? and state in ('WAITING', 'SENDING') for update)
       update delivery set state = 'WAITING', reason = ? from before where delivery.id = before.id
       returning template, way, report_id as "reportId", is_first as "isFirst"`,
      [id, reason],
    );
    if (waits?.isFirst && reason !== NO_ANSWER_ABOUT_ADDRESS)
      await tellHeld(em, id, waits, { waitsFor: 'PROVIDER', until: null }, now);
  });
}

/** Leaves a message until then; `release-held` wakes it. `way`: by what it would go. */
export async function holdDelivery(
  database: Database,
  id: string,
  { until, way, waitsFor }: { until: Date; way: Way; waitsFor: 'QUIET_HOURS' | 'CAP_OF_THE_DAY' },
  now: Date,
): Promise<void> {
  await database.transaction(async (em) => {
    const [held] = await em.execute<Held[]>(
      `update delivery set state = 'WAITING', held_until = ?, reason = ? where id = ? and state in ('WAITING', 'SENDING')
       returning template, way, report_id as "reportId"`,
      [until.toISOString(), waitsFor, id],
    );
    if (held) await tellHeld(em, id, { ...held, way }, { waitsFor, until }, now);
  });
}

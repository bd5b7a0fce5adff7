import type { Database } from '@lapor/database';
import { finishWork, listWork, postponeWork, type OrganisationWork } from '../organisation/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { followReport } from './follow-report.ts';

const ORGANISATIONS = 20;
const REPORTS = 200;

/**
 * Lets reports follow changes of the organisations that handle them. The work is in a table and what is left of it in the rows
 * themselves, so it may be stopped anywhere and shared by replicas. Returns how many organisations were looked at.
 */
export async function followOrganisations(deps: ReportsDependencies): Promise<number> {
  const waiting = await listWork(deps.database, deps.clock.now(), ORGANISATIONS);
  for (const work of waiting) await follow(deps, work);
  return waiting.length;
}

async function follow(deps: ReportsDependencies, work: OrganisationWork): Promise<void> {
  let complete = true;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const ids = await reportsConcerned(deps.database, work.organisationId, after);
    for (const id of ids) complete = (await followAll(deps, work.organisationId, id)) && complete;
    const last = ids.at(-1);
    if (!last) break;
    after = last;
  }
  await (complete ? finishWork(deps.database, work) : postponeWork(deps.database, work, deps.clock.now()));
}

/** One report that cannot follow must not keep the others from it: it is told, and tried again. */
async function followAll(
  deps: ReportsDependencies,
  organisationId: string,
  reportId: string,
): Promise<boolean> {
  let complete = true;
  try {
    for (const id of await concerned(deps.database, organisationId, reportId))
      complete = (await followReport(deps, id, reportId)) && complete;
    return complete;
  } catch (error) {
    deps.logger.error(
      { organisationId, reportId, err: error },
      'A report does not follow its organisation yet',
    );
    return false;
  }
}

/** Reports that an organisation handles or has at its desk, or for which it may stand in; in the order of their ids. */
const reportsConcerned = async (database: Database, organisationId: string, after: string) =>
  (
    await database.query<{ id: string }>(
      'reports-concerned',
      `select report_id as id from assignment where organisation_id = $1 and ended_at is null and report_id > $2::uuid
       union select report_id from assignment where path @> array[$1] and is_handed_over and ended_at is null and report_id > $2::uuid
       union select id from report where desk_organisation_id = $1 and state in ('SUBMITTED', 'POSTPONED') and id > $2::uuid
       order by 1 limit ${REPORTS}`,
      [organisationId, after],
    )
  ).map(({ id }) => id);

/** Of one report: the organisation itself, and those below it for which it may stand in. */
const concerned = async (database: Database, organisationId: string, reportId: string) => [
  organisationId,
  ...(
    await database.query<{ id: string }>(
      'handed-over-below',
      `select organisation_id as id from assignment
       where report_id = $2 and ended_at is null and is_handed_over and path @> array[$1] and organisation_id <> $1`,
      [organisationId, reportId],
    )
  ).map(({ id }) => id),
];

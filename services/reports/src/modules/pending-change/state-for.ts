import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import {
  failed,
  findReports,
  may,
  NOT_FOUND,
  policyFacts,
  type Failure,
  type ReportsDependencies,
  type ReportState,
  type Result,
} from '../report/index.ts';

/**
 * Where a report stands, as far as an officer who once sent something may know: who reads it no more is told where the own last act
 * left it, and nothing (`null`) without one.
 */
export async function stateFor(
  deps: ReportsDependencies,
  em: EntityManager,
  viewer: Viewer,
  reportId: string,
): Promise<ReportState | null> {
  const [row] = await findReports(deps.database, [reportId]);
  if (row && may(viewer, policyFacts(row, viewer, deps), 'read')) return row.state;
  const [own] = await em.execute<{ state: ReportState }[]>(
    'select state_after as state from history where report_id = ? and officer_id = ? order by sequence desc limit 1',
    [reportId, viewer.accountId ?? null],
  );
  return own?.state ?? null;
}

/** A refusal that names the state, where the officer may know it; not allowed and not found look alike. */
export const refusedAs = (
  code: Extract<Failure, { type: 'refused' }>['code'],
  state: ReportState | null,
): Result<never> => (state === null ? NOT_FOUND : failed({ type: 'refused', code, state }));

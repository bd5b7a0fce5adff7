import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { findReports, isReporter, policyFacts, type ReportsDependencies } from '../report/index.ts';

const uuid = z.uuid();

/** Whether the viewer filed a report, by account or by having opened it with its code: for `sla`, which knows no account of a reporter. */
export async function isReporterOf(
  deps: ReportsDependencies,
  viewer: Viewer,
  reportId: string,
): Promise<boolean> {
  if (!uuid.safeParse(reportId).success) return false;
  const [row] = await findReports(deps.database, [reportId]);
  return row !== undefined && isReporter(viewer, policyFacts(row, viewer, deps));
}

import type { ReportsContext } from '../../context.ts';
import type { NotFound } from '@lapor/subgraph';
import { ReportChanged, toUserError } from './errors.ts';
import type { Report } from './graphql.ts';
import { toReport } from './mapper.ts';
import { NOT_FOUND, type Result } from './result.ts';

/** The report as the viewer sees it after a change in this request. */
export async function loadReport(
  { loaders, viewer, deps }: ReportsContext,
  id: string,
): Promise<Report | null> {
  const row = await loaders.report.clear(id).load(id);
  loaders.history.clear(id);
  loaders.attachments.clear(id);
  return row && toReport(row, viewer, deps);
}

/** A use case's result as the mutation's. Whoever loses sight of a report by the change itself gets "not found". */
export async function answerChange(
  context: ReportsContext,
  result: Result<{ reportId: string }>,
): Promise<object> {
  if (!result.ok) return toUserError(result.failure);
  const report = await loadReport(context, result.value.reportId);
  return report
    ? Object.assign(new ReportChanged(), { report })
    : (toUserError(NOT_FOUND.failure) as NotFound);
}

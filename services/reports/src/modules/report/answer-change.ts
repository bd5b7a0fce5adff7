import type { ReportsContext } from '../../context.ts';
import type { NotFound } from '@lapor/subgraph';
import { ReportChanged, StaleReport, toUserError } from './errors.ts';
import type { Report } from './graphql.ts';
import { fileUrls, toHistory } from './history-mapper.ts';
import { toReport } from './mapper.ts';
import type { ReportRow } from './read-model.ts';
import { NOT_FOUND, type Result } from './result.ts';

/** The report as the viewer sees it after a change in this request. `changed`: as the change left it, where that is known. */
export async function loadReport(
  { loaders, viewer, deps }: ReportsContext,
  id: string,
  changed: ReportRow | null = null,
): Promise<Report | null> {
  loaders.report.clear(id);
  const row = changed ?? (await loaders.report.load(id));
  if (changed) loaders.report.prime(id, changed);
  loaders.history.clear(id);
  loaders.attachments.clear(id);
  return row && toReport(row, viewer, deps);
}

/** A use case's result as the mutation's. Whoever loses sight of a report by the change itself gets "not found". */
export async function answerChange(
  context: ReportsContext,
  result: Result<{ reportId: string }>,
): Promise<object> {
  if (!result.ok) {
    const { failure } = result;
    return failure.type === 'stale' ? toStaleReport(context, failure) : toUserError(failure);
  }
  const report = await loadReport(context, result.value.reportId);
  return report
    ? Object.assign(new ReportChanged(), { report })
    : (toUserError(NOT_FOUND.failure) as NotFound);
}

/** What happened to a report since a version, as far as the viewer reads it: whoever may act on it is told. */
async function toStaleReport(
  context: ReportsContext,
  { reportId, expectedVersion }: { reportId: string; expectedVersion: number },
): Promise<object> {
  const report = await loadReport(context, reportId);
  if (!report) return toUserError(NOT_FOUND.failure);
  const { loaders, viewer, deps } = context;
  const [rows, attachments] = await Promise.all([
    loaders.history.load(reportId),
    loaders.attachments.load(reportId),
  ]);
  return Object.assign(new StaleReport(), {
    code: 'STALE',
    message: 'Something happened to the report meanwhile.',
    version: report.version,
    entriesSince: toHistory(
      rows,
      attachments,
      report,
      viewer,
      fileUrls(deps.lookupSecret, deps.clock.now()),
    ).filter(({ sequence }) => sequence > expectedVersion),
  });
}

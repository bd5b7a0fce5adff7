import type { ReportsContext } from '../../context.ts';
import type { NotFound } from '@lapor/subgraph';
import { ReportChanged, ReportOutOfSight, StaleReport, toUserError, type ReportPlace } from './errors.ts';
import type { Report } from './graphql.ts';
import { fileUrls, toHistory } from './history-mapper.ts';
import { toReport } from './mapper.ts';
import type { ReportRow } from './read-model.ts';
import { Organisation } from './references-graphql.ts';
import type { HistoryRow } from './repository.ts';
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

/** A use case's result as the mutation's. An officer who loses sight of a report by the own change is told that it was made. */
export async function answerChange(
  context: ReportsContext,
  result: Result<{ reportId: string }>,
): Promise<object> {
  if (!result.ok) {
    const { failure } = result;
    return failure.type === 'stale' ? toStaleReport(context, failure) : toUserError(failure);
  }
  const report = await loadReport(context, result.value.reportId);
  if (report) return Object.assign(new ReportChanged(), { report });
  return context.viewer.kind === 'officer'
    ? toOutOfSight(context, result.value.reportId)
    : (toUserError(NOT_FOUND.failure) as NotFound);
}

/** Where the viewer's own entry sent the report: what happened to it afterwards is no longer the viewer's to know, also of a change that is repeated. */
async function toOutOfSight(
  { loaders, viewer }: ReportsContext,
  reportId: string,
): Promise<ReportOutOfSight> {
  const rows = viewer.apiKey ? [] : await loaders.history.load(reportId);
  const own = rows.find(({ officer_id: officerId }) => officerId !== null && officerId === viewer.accountId);
  const organisationId = own?.to_organisation_id ?? null;
  return Object.assign(new ReportOutOfSight(), {
    wentTo: own ? placeAfter(own) : null,
    organisation: organisationId === null ? null : Object.assign(new Organisation(), { id: organisationId }),
  });
}

function placeAfter({ state_after: state, to_organisation_id: to }: HistoryRow): ReportPlace | null {
  if (state === 'SUBMITTED' || state === 'POSTPONED') return to === null ? 'NATIONAL_DESK' : 'AGENCY_DESK';
  return state === 'DISPOSED' || state === 'IN_PROGRESS' ? 'HANDLERS' : null;
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

import type { Viewer } from '@lapor/viewer';
import { fillPlaceholders, type Placeholder } from '@lapor/wording';
import { findCategories } from '../category/index.ts';
import {
  actingAssignment,
  findReports,
  may,
  policyFacts,
  type ReportRow,
  type ReportsDependencies,
} from '../report/index.ts';
import { findNames, findTemplate, type TemplateRow } from './repository.ts';

export interface RenderedAnswer {
  template: TemplateRow;
  text: string;
  /** Placeholders for which the report has no value yet. */
  missing: Placeholder[];
}

/** A template with the facts of a report, for an officer who may answer it; `null` for others, and for templates of others. */
export async function renderAnswerTemplate(
  deps: ReportsDependencies,
  { reportId, templateId }: { reportId: string; templateId: string },
  viewer: Viewer,
): Promise<RenderedAnswer | null> {
  const [[report], template] = await Promise.all([
    findReports(deps.database, [reportId]),
    findTemplate(deps.database, templateId),
  ]);
  if (!report || !template) return null;
  return (await renderAll(deps, [report], template, viewer)).get(reportId) ?? null;
}

/** The same of many reports that were read already, in two statements; reports that the viewer may not answer are left out. */
export async function renderAll(
  deps: ReportsDependencies,
  reports: readonly ReportRow[],
  template: TemplateRow,
  viewer: Viewer,
): Promise<Map<string, RenderedAnswer>> {
  const answered = reports.flatMap((report) => {
    const facts = policyFacts(report, viewer, deps);
    const acting = may(viewer, facts, 'answer') ? actingAssignment(viewer, facts) : null;
    return acting &&
      acting.by !== 'LINK' &&
      (template.is_national || acting.assignment.path.includes(template.organisation_id))
      ? [{ report, ...acting.assignment }]
      : [];
  });
  const [names, categories] = await Promise.all([
    findNames(deps.database, [
      ...new Set(answered.flatMap(({ organisationId, path }) => [organisationId, path[0]!])),
    ]),
    findCategories(deps.database, [...new Set(reports.flatMap(({ category_id: id }) => id ?? []))]),
  ]);
  const categoryNames = new Map(categories.map(({ id, name }) => [id, name]));
  return new Map(
    answered.map(({ report, organisationId, path }) => {
      const unit = names.get(organisationId);
      const filled = fillPlaceholders(template.text, {
        nomor: `${report.number.slice(0, 4)} ${report.number.slice(4)}`,
        judul: report.title,
        kategori: categoryNames.get(report.category_id ?? '') ?? null,
        unit: unit?.name ?? null,
        instansi: names.get(path[0]!)?.name ?? null,
        tenggat: lastDayOf(report.next_due_at, unit?.time_zone ?? 'Asia/Jakarta'),
        nama_pelapor_publik:
          report.public_name ?? (report.is_anonymous ? 'Anonim' : `Pelapor ${report.number.slice(-4)}`),
      });
      return [report.id, { template, ...filled }];
    }),
  );
}

/** The day that is meant by an exclusive end: the one before it, where the unit works. */
const lastDayOf = (dueAt: Date | null, timeZone: string): string | null =>
  dueAt &&
  new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    new Date(dueAt.getTime() - 1),
  );

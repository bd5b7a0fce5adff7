import type { Viewer } from '@lapor/viewer';
import {
  findReports,
  lifecycleFacts,
  may,
  next,
  policyFacts,
  type ReportRow,
  type ReportsDependencies,
} from '../report/index.ts';
import { findTemplate, renderAll, type RenderedAnswer } from '../template/index.ts';
import { findLeases } from '../lease/index.ts';
import { stepOf } from './step.ts';
import type { BulkAction } from './vocabulary.ts';

/** What would come of one of the reports. */
export interface Foreseen {
  reportId: string;
  /** `null` where the viewer reads nothing of that id. */
  row: ReportRow | null;
  /** Why nothing would happen; `null` where it would. */
  code: string | null;
  /** The words that would be sent. */
  rendered: RenderedAnswer | null;
}

/** Officers in office do many things at once: neither the public nor a key, which repeats a single one. */
export const mayActInBulk = (viewer: Viewer): boolean =>
  viewer.kind === 'officer' && !viewer.apiKey && viewer.posts.length > 0;

/** Looks at many reports in as many statements as at one. */
export async function previewBulk(
  deps: ReportsDependencies,
  {
    action,
    reportIds,
    templateId,
  }: { action: BulkAction; reportIds: readonly string[]; templateId: string | null },
  viewer: Viewer,
): Promise<Foreseen[]> {
  const answersByTemplate = action === 'ANSWER_FROM_TEMPLATE' && templateId !== null;
  const [found, template] = await Promise.all([
    findReports(deps.database, reportIds),
    answersByTemplate ? findTemplate(deps.database, templateId) : null,
  ]);
  const rows = new Map(found.map((row) => [row.id, row]));
  const rendered = template
    ? await renderAll(deps, found, template, viewer)
    : new Map<string, RenderedAnswer>();
  const { operation, transition } = stepOf(action, template?.kind);
  const now = deps.clock.now();
  const leases = action === 'ARCHIVE' ? await findLeases(deps.database, reportIds, now) : [];
  const others = new Set(
    leases.filter((lease) => lease.officer_id !== viewer.accountId).map((lease) => lease.report_id),
  );
  return reportIds.map((reportId) => {
    const row = rows.get(reportId);
    const facts = row && policyFacts(row, viewer, deps);
    if (!facts || !may(viewer, facts, 'read'))
      return { reportId, row: null, code: 'NOT_FOUND', rendered: null };
    const words = rendered.get(reportId) ?? null;
    const code = () => {
      if (!may(viewer, facts, operation)) return 'NOT_FOUND';
      const step = next(lifecycleFacts(row), transition, now);
      if (!step.ok) return step.refusal;
      if (others.has(reportId)) return 'LEASED';
      if (!answersByTemplate) return null;
      if (!words) return 'NO_TEMPLATE';
      return words.missing.length > 0 ? 'MISSING_VALUES' : null;
    };
    return { reportId, row, code: code(), rendered: words };
  });
}

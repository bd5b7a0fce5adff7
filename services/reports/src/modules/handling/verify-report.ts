import { z } from 'zod';
import { isNationalDesk, organisationsOf, type Viewer } from '@lapor/viewer';
import { findCategory } from '../category/index.ts';
import { sealOriginal } from '../identity/index.ts';
import { beginHandOvers } from '../hand-over/index.ts';
import { findOrganisations, resolveOrganisations, type OrganisationCopy } from '../organisation/index.ts';
import {
  changeReport,
  givenId,
  LIMITS,
  REPORT_CLASSES,
  reportId,
  requestKey,
  typed,
  validate,
  type ChangeScope,
  type FieldFault,
  type ReportsDependencies,
} from '../report/index.ts';
import { assign, endAssignments } from './assignments.ts';

const optionalText = (limits: readonly [number, number]) =>
  typed(...limits)
    .nullish()
    .transform((value) => value ?? null);

const schema = z.object({
  reportId,
  requestKey,
  class: z.enum(REPORT_CLASSES),
  categoryId: givenId(200),
  leadOrganisationId: givenId(100),
  coHandlerIds: z
    .array(givenId(100))
    .max(5)
    .nullish()
    .transform((ids) => [...new Set(ids ?? [])]),
  title: optionalText(LIMITS.title),
  redactedText: optionalText(LIMITS.text),
  safeToPublish: z.boolean(),
  withholdReason: optionalText(LIMITS.reason),
  note: z
    .union([z.literal('').transform(() => null), typed(1, LIMITS.reason[1])])
    .nullish()
    .transform((value) => value ?? null),
});
type VerifyInput = z.infer<typeof schema>;

/**
 * Verifies a report and routes it: class, category, lead and co-handlers, redaction, publication – one decision, one entry.
 * A report that is not confidential is published when it is safe; holding it back is the national desk's, with a reason.
 */
export async function verifyReport(deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const decision = valid.value;
  return changeReport(
    deps,
    viewer,
    { ...decision, operation: 'verify', transition: 'verify' },
    async (scope) => {
      const { em, report, now } = scope;
      const desk = report.deskOrganisationId ?? null;
      const organisations = await resolveOrganisations(em, [
        decision.leadOrganisationId,
        ...decision.coHandlerIds,
      ]);
      const deskPath = desk === null ? [] : ((await findOrganisations(em, [desk])).get(desk)?.path ?? []);
      const isHeld = !report.isConfidential && (report.withholdReason ?? null) !== null;
      const keepsHold = isHeld && !isNationalDesk(viewer);
      const faults = [
        ...targetFaults(decision, organisations, deskPath, viewer),
        ...(keepsHold ? [] : publicationFaults(decision, report.isConfidential, viewer)),
        ...((await findCategory(em, decision.categoryId)) ? [] : [missing('input.categoryId', 'category')]),
      ];
      if (faults.length > 0) return { type: 'invalid', faults };

      report.class = decision.class;
      report.categoryId = decision.categoryId;
      await redact(deps, scope, decision);
      if (!report.isConfidential && !keepsHold) {
        report.isPublished = decision.safeToPublish;
        report.publishedAt = decision.safeToPublish ? (report.publishedAt ?? now) : null;
        report.withholdReason = decision.safeToPublish ? null : decision.withholdReason;
      }
      report.firstDisposedAt ??= now;
      report.deskOrganisationId = null;
      report.missingData = null;
      endAssignments(scope, scope.assignments);
      const lead = organisations.get(decision.leadOrganisationId)!;
      // Two that were merged into one are one; the lead needs no help of itself.
      const coHandlers = new Map(
        decision.coHandlerIds.map((id) => [organisations.get(id)!.id, organisations.get(id)!]),
      );
      coHandlers.delete(lead.id);
      const assigned = [await assign(scope, lead, 'LEAD', deps.newId)];
      for (const coHandler of coHandlers.values())
        assigned.push(await assign(scope, coHandler, 'CO_HANDLER', deps.newId));
      return {
        entry: {
          kind: 'DISPOSED',
          text: decision.note,
          audience: 'OFFICERS',
          toOrganisationId: lead.id,
          reasonCode: decision.class,
        },
        waitsFor: 'AGENCY',
        afterEntry: () => beginHandOvers(deps, scope, assigned),
      };
    },
  );
}

const missing = (path: string, what: string): FieldFault => ({
  path,
  code: 'NOT_FOUND',
  message: `There is no such ${what}.`,
});

function targetFaults(
  decision: VerifyInput,
  organisations: ReadonlyMap<string, OrganisationCopy>,
  deskPath: readonly string[],
  viewer: Viewer,
): FieldFault[] {
  const own = organisationsOf(viewer, 'AGENCY_ADMIN').filter((id) => deskPath.includes(id));
  const check = (id: string, path: string): FieldFault[] => {
    const organisation = organisations.get(id);
    if (!organisation) return [missing(path, 'organisation')];
    if (organisation.status !== 'ACTIVE')
      return [
        { path, code: 'NOT_ACTIVE', message: 'This organisation no longer exists; choose its successor.' },
      ];
    const within = isNationalDesk(viewer) || organisation.path.some((ancestor) => own.includes(ancestor));
    return within
      ? []
      : [{ path, code: 'OUTSIDE_AUTHORITY', message: 'An agency routes within its own units only.' }];
  };
  return [
    ...check(decision.leadOrganisationId, 'input.leadOrganisationId'),
    ...decision.coHandlerIds.flatMap((id, index) => check(id, `input.coHandlerIds.${index}`)),
    ...(decision.coHandlerIds.includes(decision.leadOrganisationId)
      ? [{ path: 'input.coHandlerIds', code: 'LEAD_TWICE', message: 'The lead cannot be a co-handler too.' }]
      : []),
  ];
}

function publicationFaults(decision: VerifyInput, isConfidential: boolean, viewer: Viewer): FieldFault[] {
  if (isConfidential || decision.safeToPublish) return [];
  if (!isNationalDesk(viewer)) {
    return [
      {
        path: 'input.safeToPublish',
        code: 'NATIONAL_DESK_ONLY',
        message: 'Only the national desk may hold a report back from publication.',
      },
    ];
  }
  return decision.withholdReason === null
    ? [{ path: 'input.withholdReason', code: 'REQUIRED', message: 'Say why the report is held back.' }]
    : [];
}

/** What readers get from now on; the reporter's own words stay sealed. */
async function redact(
  deps: ReportsDependencies,
  { em, report, now }: ChangeScope,
  decision: VerifyInput,
): Promise<void> {
  const title = decision.title ?? report.title;
  const text = decision.redactedText ?? report.text;
  if (title === report.title && text === report.text) return;
  await sealOriginal(deps, em, report, now);
  report.title = title;
  report.text = text;
}

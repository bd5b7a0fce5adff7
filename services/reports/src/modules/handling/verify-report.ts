import { z } from 'zod';
import { organisationsOf, type Viewer } from '@lapor/viewer';
import { findCategory } from '../category/index.ts';
import { sealOriginal } from '../identity/index.ts';
import { beginHandOvers } from '../hand-over/index.ts';
import { findOrganisations, resolveOrganisations, type OrganisationCopy } from '../organisation/index.ts';
import {
  changeReport,
  givenId,
  isDesk,
  LIMITS,
  MOST_RETURNS,
  REPORT_CLASSES,
  reportId,
  requestKey,
  expectedVersion,
  typed,
  validate,
  type ChangeScope,
  type FieldFault,
  type ReportsDependencies,
} from '../report/index.ts';
import { beginHold, endHold, MODERATION_RULES, noteModeration } from '../publication/index.ts';
import { assign, endAssignments } from './assignments.ts';
import { exclusionFault } from './exclusion.ts';

const optionalText = (limits: readonly [number, number]) =>
  typed(...limits)
    .nullish()
    .transform((value) => value ?? null);

const schema = z.object({
  reportId,
  requestKey,
  expectedVersion,
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
  mustTakeReason: optionalText(LIMITS.reason),
  supportingDataChecked: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  moderationRule: z
    .enum(MODERATION_RULES)
    .nullish()
    .transform((rule) => rule ?? 'PERSONAL_DATA'),
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
      const category = await findCategory(em, decision.categoryId);
      const mustTake = report.returnCount >= MOST_RETURNS;
      const isHeld = !report.isConfidential && (report.withholdReason ?? null) !== null;
      const keepsHold = isHeld && !isDesk(viewer);
      const faults = [
        ...targetFaults(decision, organisations, deskPath, viewer),
        ...(keepsHold ? [] : publicationFaults(decision, report.isConfidential, viewer)),
        ...[decision.leadOrganisationId, ...decision.coHandlerIds].flatMap((id, index) => {
          const organisation = organisations.get(id);
          const path = index === 0 ? 'input.leadOrganisationId' : `input.coHandlerIds.${index - 1}`;
          return organisation ? exclusionFault(report, organisation, path, viewer) : [];
        }),
        ...(category ? [] : [missing('input.categoryId', 'category')]),
        ...(category?.needs_supporting_data && !decision.supportingDataChecked ? [NO_SUPPORTING_DATA] : []),
        ...mustTakeFaults(decision, mustTake, viewer),
      ];
      if (faults.length > 0) return { type: 'invalid', faults };

      report.class = decision.class;
      report.categoryId = decision.categoryId;
      await redact(deps, scope, decision);
      if (!report.isConfidential && !keepsHold) {
        await hold(deps, scope, decision);
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
          // Why nobody can return it any more is told to the reporter and the unit alike.
          text: mustTake ? decision.mustTakeReason : decision.note,
          audience: mustTake ? 'PARTIES' : 'OFFICERS',
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
    const within = isDesk(viewer) || organisation.path.some((ancestor) => own.includes(ancestor));
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

const NO_SUPPORTING_DATA: FieldFault = {
  path: 'input.supportingDataChecked',
  code: 'SUPPORTING_DATA_MISSING',
  message:
    'A matter of this category goes to an agency with data that support it; ask the reporter for them.',
};

/** After the last return the national desk decides who must take it, and says why. */
function mustTakeFaults(
  { mustTakeReason, note }: VerifyInput,
  mustTake: boolean,
  viewer: Viewer,
): FieldFault[] {
  if (!mustTake) return [];
  const path = 'input.mustTakeReason';
  if (!isDesk(viewer))
    return [{ path, code: 'NATIONAL_DESK_ONLY', message: 'After three returns the national desk decides.' }];
  if (mustTakeReason === null)
    return [{ path, code: 'REQUIRED', message: 'Say why this organisation must take it.' }];
  return note === null
    ? []
    : [
        {
          path: 'input.note',
          code: 'INVALID',
          message: 'The reason is told to everybody concerned; there is no note beside it.',
        },
      ];
}

function publicationFaults(decision: VerifyInput, isConfidential: boolean, viewer: Viewer): FieldFault[] {
  if (isConfidential || decision.safeToPublish) return [];
  if (!isDesk(viewer)) {
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

/** Publishes it, or holds it back until the national desk has decided. */
async function hold(
  deps: ReportsDependencies,
  { em, report, now, actor }: ChangeScope,
  { safeToPublish, withholdReason, moderationRule }: VerifyInput,
): Promise<void> {
  const isHeld = (report.withholdReason ?? null) !== null;
  report.isPublished = safeToPublish;
  report.publishedAt = safeToPublish ? (report.publishedAt ?? now) : null;
  if (safeToPublish) endHold(report);
  else {
    report.withholdReason = withholdReason;
    await beginHold(em, report, now);
  }
  if (safeToPublish === isHeld)
    await noteModeration(deps, em, report, {
      kind: safeToPublish ? 'RELEASED' : 'WITHHELD',
      rule: safeToPublish ? null : moderationRule,
      at: now,
      actor,
    });
}

/** What readers get from now on; the reporter's own words stay sealed. */
async function redact(
  deps: ReportsDependencies,
  { em, report, now, actor }: ChangeScope,
  decision: VerifyInput,
): Promise<void> {
  const title = decision.title ?? report.title;
  const text = decision.redactedText ?? report.text;
  if (title === report.title && text === report.text) return;
  await sealOriginal(deps, em, report, now);
  report.title = title;
  report.text = text;
  const rule = decision.safeToPublish ? decision.moderationRule : 'PERSONAL_DATA';
  await noteModeration(deps, em, report, { kind: 'TEXT_REDACTED', rule, at: now, actor });
}

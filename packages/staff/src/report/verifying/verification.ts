import type { ReportClass } from '@lapor/wording';
import type { ModerationRule } from '../deciding/moderation-rules.ts';
import type { VariablesOf } from '../../graphql.ts';
import type { PickedCategory } from '../../picking/category-pick.tsx';
import type { PickedOrganisation } from '../../picking/organisation-pick.tsx';
import type { VerifyReportDocument } from './verifying.graphql.ts';

/** What must be true before a text is shown to everybody. */
export const CHECKS = ['personalData', 'accusation', 'attachments'] as const;
export type Check = (typeof CHECKS)[number];

/** A decision in the making. */
export interface VerificationDraft {
  class: ReportClass | null;
  category: PickedCategory | null;
  lead: PickedOrganisation | null;
  coHandlers: readonly PickedOrganisation[];
  title: string;
  /** The text as it would be published. */
  published: string;
  checked: readonly Check[];
  /** Found as personal, and left as it is by the verifier’s decision. */
  kept: readonly string[];
  withholdReason: string;
  /** By which rule it is held back; null: as the open check says. */
  withholdRule: ModerationRule | null;
  note: string;
  /** The data with the report support it; asked only where the category needs it. */
  supportingDataChecked: boolean;
  /** Why this organisation must take it, after three returns. */
  mustTakeReason: string;
}

interface Original {
  id: string;
  title: string;
  text: string;
  isConfidential: boolean;
  attachments: readonly unknown[];
  returnCount: number;
}

export type Missing =
  | 'class'
  | 'categoryId'
  | 'supportingDataChecked'
  | 'leadOrganisationId'
  | 'withholdReason'
  | 'safeToPublish'
  | 'mustTakeReason';

const MOST_RETURNS = 3;

/** After three returns the national desk decides who must take it, and says why. */
export const mustBeTaken = ({ returnCount }: Pick<Original, 'returnCount'>): boolean =>
  returnCount >= MOST_RETURNS;

/** Checks that apply: a confidential report is never published, one without attachments has none to look at. */
export const checksFor = (report: Original): readonly Check[] =>
  report.isConfidential
    ? []
    : CHECKS.filter((check) => check !== 'attachments' || report.attachments.length > 0);

export const isSafeToPublish = (report: Original, draft: VerificationDraft): boolean =>
  !report.isConfidential && checksFor(report).every((check) => draft.checked.includes(check));

/** By which rule a text is held back, as far as the check that is open tells. */
export const ruleOf = (draft: Pick<VerificationDraft, 'checked' | 'withholdRule'>): ModerationRule =>
  draft.withholdRule ??
  (draft.checked.includes('personalData') && !draft.checked.includes('accusation')
    ? 'SLANDER'
    : 'PERSONAL_DATA');

/** With personal data before the eyes nobody has redacted them, whatever was ticked before. */
export const withLeft = (draft: VerificationDraft, left: number): VerificationDraft =>
  left > 0 ? { ...draft, checked: draft.checked.filter((check) => check !== 'personalData') } : draft;

/** What the form still needs. Only the national desk may hold a text back; others must make it safe first. */
export function missingIn(report: Original, draft: VerificationDraft, mayWithhold: boolean): Missing[] {
  const missing: Missing[] = [];
  if (!draft.class) missing.push('class');
  if (!draft.category) missing.push('categoryId');
  if (draft.category?.needsSupportingData && !draft.supportingDataChecked)
    missing.push('supportingDataChecked');
  if (!draft.lead) missing.push('leadOrganisationId');
  if (!report.isConfidential && !isSafeToPublish(report, draft)) {
    if (!mayWithhold) missing.push('safeToPublish');
    else if (draft.withholdReason.trim() === '') missing.push('withholdReason');
  }
  if (mustBeTaken(report) && draft.mustTakeReason.trim() === '') missing.push('mustTakeReason');
  return missing;
}

/** The mutation's input; only for a draft in which nothing is missing. What was not changed is not sent. */
export function verifyInput(
  report: Original,
  draft: VerificationDraft & { class: ReportClass; category: PickedCategory; lead: PickedOrganisation },
): VariablesOf<typeof VerifyReportDocument>['input'] {
  const safe = isSafeToPublish(report, draft);
  const title = draft.title.trim();
  const published = draft.published.trim();
  return {
    reportId: report.id,
    class: draft.class,
    categoryId: draft.category.id,
    leadOrganisationId: draft.lead.id,
    coHandlerIds: draft.coHandlers.map(({ id }) => id),
    title: title === report.title.trim() ? null : title,
    redactedText: report.isConfidential || published === report.text.trim() ? null : published,
    safeToPublish: safe,
    withholdReason: safe || report.isConfidential ? null : draft.withholdReason.trim(),
    moderationRule: safe || report.isConfidential ? null : ruleOf(draft),
    supportingDataChecked: draft.supportingDataChecked,
    mustTakeReason: mustBeTaken(report) ? draft.mustTakeReason.trim() : null,
    note: mustBeTaken(report) ? null : draft.note.trim() || null,
  };
}

/** Whether the draft holds everything the input needs. */
export const isComplete = (
  draft: VerificationDraft,
): draft is VerificationDraft & { class: ReportClass; category: PickedCategory; lead: PickedOrganisation } =>
  draft.class !== null && draft.category !== null && draft.lead !== null;

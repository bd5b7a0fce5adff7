import { detailsToSend, missingDetails, type AnswerDetails } from '@lapor/staff/decisions';
import type { VariablesOf } from '../graphql.ts';
import type { ApplyBulkDocument } from './bulk.graphql.ts';

type Input = VariablesOf<typeof ApplyBulkDocument>['input'];

/** What an agency does to many reports at once. Archiving is the national desk's. */
export type BulkKind = Exclude<Input['action'], 'ARCHIVE'>;
export type TemplateKind = 'ACKNOWLEDGEMENT' | 'PLAN' | 'RESULT' | 'OBSTACLE';

/** What the dialog asks for. */
export interface BulkForm extends AnswerDetails {
  text: string;
  note: string;
  target: { id: string; name: string; acronym?: string | null } | null;
  templateId: string;
  promisedOn: string;
}

interface Forecast {
  reportId: string;
  wouldChange: boolean;
  report: { version: number | null } | null;
}

const LEAST_LETTERS = 10;
const promises = (kind: TemplateKind | null) => kind === 'PLAN' || kind === 'OBSTACLE';

/** What is missing before it can be sent: field of the input → code. */
export function bulkFaults(
  kind: BulkKind,
  form: BulkForm,
  template: TemplateKind | null,
): Record<string, string> {
  if (kind === 'DISPOSE') return form.target ? {} : { organisationId: 'REQUIRED' };
  if (kind === 'ACKNOWLEDGE') {
    const letters = form.text.trim().length;
    return letters === 0 ? { text: 'REQUIRED' } : letters < LEAST_LETTERS ? { text: 'TOO_SHORT' } : {};
  }
  if (!template) return { templateId: 'REQUIRED' };
  return Object.fromEntries([
    ...(promises(template) && !form.promisedOn ? [['promisedOn', 'REQUIRED']] : []),
    ...missingDetails(template, form, 0).map((name) => [name, 'REQUIRED']),
  ]);
}

/** What is sent: only to those it would change, each as it was looked at. Null where there are none. */
export function bulkInput(
  kind: BulkKind,
  form: BulkForm,
  template: TemplateKind | null,
  forecasts: readonly Forecast[],
): Omit<Input, 'requestKey'> | null {
  const changed = forecasts.filter(({ wouldChange }) => wouldChange);
  if (changed.length === 0) return null;
  const versions = changed.map(({ report }) => report?.version ?? null);
  const to = {
    action: kind,
    reportIds: changed.map(({ reportId }) => reportId),
    expectedVersions: versions.every((version) => version !== null) ? versions : null,
  };
  if (kind === 'DISPOSE')
    return { ...to, organisationId: form.target?.id ?? '', note: form.note.trim() || null };
  if (kind === 'ACKNOWLEDGE') return { ...to, text: form.text.trim() };
  return {
    ...to,
    templateId: form.templateId,
    promisedOn: promises(template) ? form.promisedOn : null,
    ...(template && detailsToSend(template, form, 0)),
  };
}

import type { createApiKey } from '@lapor/web-client';
import type { StaffMessageId } from '../language/use-text.ts';
import type { PickedOrganisation } from '../picking/organisation-pick.tsx';

export interface NewKeyDraft {
  label: string;
  days: number;
  /** An analyst's figures, or the system of an agency. */
  use: 'ANALYST' | 'AGENCY';
  /** It may answer, too. */
  writes: boolean;
  organisation: PickedOrganisation | null;
}

type NewKeyInput = Parameters<typeof createApiKey>[0];

/** What must be mended before it is sent, in the order of the form. */
export function newKeyFaults(draft: NewKeyDraft): { fieldId: string; message: StaffMessageId }[] {
  const faults: { fieldId: string; message: StaffMessageId }[] = [];
  if (!draft.label.trim()) faults.push({ fieldId: 'key-label', message: 'keys.labelNeeded' });
  if (draft.use === 'AGENCY' && !draft.organisation)
    faults.push({ fieldId: 'key-organisation', message: 'keys.organisationNeeded' });
  return faults;
}

/** What is sent; an analyst's key reads figures and nothing else. */
export function newKeyInput({ label, days, use, writes, organisation }: NewKeyDraft): NewKeyInput {
  if (use === 'ANALYST' || !organisation) return { label: label.trim(), days, scopes: ['graph:read'] };
  return {
    label: label.trim(),
    days,
    scopes: writes ? ['reports:read', 'graph:write'] : ['reports:read'],
    organisationId: organisation.id,
  };
}

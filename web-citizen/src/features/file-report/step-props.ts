import type { ReactNode } from 'react';
import type { FieldName } from './check-draft.ts';
import type { DraftHandle } from './use-draft.ts';

export interface StepProps {
  handle: DraftHandle;
  /** Words for the fault at a field, if there is one. */
  errorOf: (field: FieldName) => ReactNode;
}

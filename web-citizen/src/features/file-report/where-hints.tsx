import type { ReactNode } from 'react';
import { OrganisationHint } from './organisation-hint.tsx';
import { SimilarReports } from './similar-reports.tsx';
import type { DraftHandle } from './use-draft.ts';

/** What helps but is not needed to file: fetched apart, so that a slow network does not wait for it. */
export default function WhereHints({ handle, error }: { handle: DraftHandle; error: ReactNode }) {
  return (
    <>
      <SimilarReports draft={handle.draft} />
      <OrganisationHint handle={handle} error={error} />
    </>
  );
}

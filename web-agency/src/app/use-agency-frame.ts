import { FRAME_COUNTS_TO, useFrame, useSession } from '@lapor/staff';
import { AgencyFrameDocument } from './frame.graphql.ts';

/** What stands around the pages, for one who works here in these roles. */
export function useAgencyFrame() {
  const { workplace } = useSession();
  const organisationId = workplace.organisation.id;
  const approves = workplace.roles.some((role) => role === 'AGENCY_ADMIN' || role === 'AGENCY_HEAD');
  const isOverseen = workplace.roles.some((role) => role !== 'FIELD_OFFICER');
  const frame = useFrame({
    query: AgencyFrameDocument,
    variables: { organisationId, first: FRAME_COUNTS_TO, approves, isOverseen },
    // A first filter that is kept changes the list of them, though it held none.
    typenames: ['SavedFilter', 'FilterDeleted', 'OversightCase'],
    topic: `inbox:${organisationId}`,
  });
  return { frame, organisationId, approves, isOverseen };
}

export type AgencyFrame = ReturnType<typeof useAgencyFrame>;

import { useQuery } from 'urql';
import { OrganisationNameDocument } from '../session/invitation/invitation.graphql.ts';

/** Name of an organisation by its id; null while it is on its way, or when there is none. */
export function useOrganisationName(id: string | null): string | null {
  const [{ data }] = useQuery({
    query: OrganisationNameDocument,
    variables: { id: id ?? '' },
    pause: id === null,
  });
  return id === null ? null : (data?.organisation?.name ?? null);
}

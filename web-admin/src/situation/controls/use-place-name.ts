import { useQuery } from 'urql';
import type { Room } from '../address/use-room.ts';
import { SituationPlaceDocument } from './place.graphql.ts';

/** Name of the chosen place; null for the whole country, and until it is known. */
export function usePlaceName({ regionCode, organisationId }: Room): string | null {
  const [{ data }] = useQuery({
    query: SituationPlaceDocument,
    variables: {
      region: regionCode,
      organisation: organisationId,
      isRegion: regionCode !== '',
      isOrganisation: organisationId !== '',
    },
    pause: regionCode === '' && organisationId === '',
  });
  if (regionCode) return data?.region?.fullName ?? null;
  return organisationId ? (data?.organisation?.name ?? null) : null;
}

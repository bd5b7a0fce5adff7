import { useQuery } from 'urql';
import { RegionNameDocument } from './regions.graphql.ts';

/** A region by its name; by its code as long as, or when, the name is not known. */
export function RegionName({ code }: { code: string }) {
  const [{ data }] = useQuery({ query: RegionNameDocument, variables: { code } });
  return <>{data?.region?.fullName ?? code}</>;
}

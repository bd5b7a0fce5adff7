import { useQuery } from 'urql';
import { CategoryNameDocument } from './categories.graphql.ts';

/** A category by its path; by its id as long as, or when, the path is not known. */
export function CategoryName({ id }: { id: string }) {
  const [{ data }] = useQuery({ query: CategoryNameDocument, variables: { id } });
  return <>{data?.category?.path ?? id}</>;
}

import type { ResultOf } from '../../graphql.ts';
import type { ListFilter } from './list-filter.ts';
import type { LookAroundFragment } from './look-around.graphql.ts';

export type Found = ResultOf<typeof LookAroundFragment>;

export interface FilterProps {
  filter: ListFilter;
  /** What was found last; while a new search runs, what the one before found. */
  found: Found | null;
  onChange: (filter: ListFilter) => void;
}

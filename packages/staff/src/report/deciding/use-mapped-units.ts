import { useQuery } from 'urql';
import type { PickedOrganisation } from '../../picking/organisation-pick.tsx';
import { RouteRulesDocument } from '../../routing/routing.graphql.ts';
import { DisposalFactsDocument } from './deciding.graphql.ts';

const MOST = 3;

/** Units below an organisation that the category map names for a report, the likeliest first, and for which category; none while it is not known. */
export function useMappedUnits(
  number: string | undefined,
  withinId: string,
): { category: string; units: readonly PickedOrganisation[] } {
  const [{ data }] = useQuery({
    query: DisposalFactsDocument,
    variables: { number: number ?? '' },
    pause: number === undefined,
  });
  const category = data?.report?.category;
  const [{ data: map }] = useQuery({
    query: RouteRulesDocument,
    variables: { categoryId: category?.id ?? '', regionCode: data?.report?.region?.code },
    pause: category == null,
  });
  const units = (category == null ? [] : (map?.routeRules ?? [])).flatMap(({ organisation }) =>
    organisation.ancestors.some(({ id }) => id === withinId)
      ? [{ id: organisation.id, name: organisation.name }]
      : [],
  );
  return { category: category?.path.at(-1) ?? '', units: units.slice(0, MOST) };
}

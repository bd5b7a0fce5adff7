import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { FindOfficersDocument } from './officers.graphql.ts';
import type { PickOption } from './search-pick.tsx';
import { useSettled } from './use-settled.ts';

interface FoundOfficers {
  /** Undefined while they are on their way for the first time. */
  options: readonly PickOption[] | undefined;
  busy: boolean;
  failed: boolean;
}

/** Officers with an active account whose name or work address matches, each with its posts. */
export function useFoundOfficers(
  search: string,
  {
    withinId,
    exceptIds,
    pause = false,
  }: {
    /** Only of this organisation and what is below it. */
    withinId?: string | undefined;
    exceptIds?: readonly string[] | undefined;
    /** Nobody is looked for. */
    pause?: boolean;
  },
): FoundOfficers {
  const t = useText();
  const asked = useSettled(search.trim());
  const [{ data, fetching, error }] = useQuery({
    query: FindOfficersDocument,
    variables: { filter: { withinId, search: asked || null, states: ['ACTIVE'] }, first: 20 },
    pause,
  });
  return {
    options: data?.officers.edges
      .filter(({ node }) => !exceptIds?.includes(node.id))
      .map(({ node }) => ({
        id: node.id,
        title: node.name ?? t('account.officer'),
        detail: node.posts
          .map(
            ({ role, organisation }) => `${t(`role.${role}`)}, ${organisation.acronym ?? organisation.name}`,
          )
          .join('; '),
      })),
    busy: fetching || asked !== search.trim(),
    failed: error !== undefined,
  };
}

import { Anchor, EmptyState, searchIcon } from '@lapor/ui';
import { useMemo } from 'react';
import { useText } from '../language/use-text.ts';
import { PagedList } from '../loading/paged-list.tsx';
import { usePages } from '../loading/use-pages.ts';
import { OrganisationMarks } from './organisation-tree.tsx';
import { OrganisationListDocument, type TreeSight } from './tree.graphql.ts';

const PAGE_SIZE = 30;
const CHANGED_BY = ['Organisation'];

interface FoundOrganisationsProps {
  search: string;
  withinId?: string;
  includeFormer: boolean;
  selectedId: string | null;
  hrefOf: (id: string) => string;
  sight: TreeSight;
}

/** Which list is found. */
export const foundBy = (search: string, withinId: string | undefined, includeFormer: boolean) => ({
  filter: { search, withinId, includeFormer },
  first: PAGE_SIZE,
});

/** Organisations whose name, acronym or region answers to the words; typing errors are forgiven by the server. */
export function FoundOrganisations(props: FoundOrganisationsProps) {
  const { search, withinId, includeFormer, selectedId, hrefOf, sight } = props;
  const t = useText();
  const list = usePages({
    query: OrganisationListDocument,
    variables: useMemo(() => foundBy(search, withinId, includeFormer), [search, withinId, includeFormer]),
    page: (data) => data.organisations,
    typenames: CHANGED_BY,
    sight,
  });
  return (
    <PagedList
      list={list}
      failed={t('tree.failed')}
      shown={(count) => t('tree.shown', { count })}
      empty={
        <EmptyState icon={searchIcon} title={t('tree.noMatch', { words: search })}>
          {t('tree.noMatchHint')}
        </EmptyState>
      }
    >
      {(found) => (
        <div className="panel queue">
          {found.map((row) => (
            <Anchor
              key={row.id}
              href={hrefOf(row.id)}
              aria-current={row.id === selectedId ? 'true' : undefined}
            >
              <b>{row.name}</b>
              <small>
                <span>{row.ancestors.map(({ name }) => name).join(' › ') || row.region?.name}</span>
                <span>
                  <OrganisationMarks row={row} />
                </span>
              </small>
            </Anchor>
          ))}
        </div>
      )}
    </PagedList>
  );
}

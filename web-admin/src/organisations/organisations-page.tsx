import { LoadFailure, usePages, usePageTitle, useSettled } from '@lapor/staff';
import { ChipChoice, LoadMore, searchIcon, Skeleton, TextInput } from '@lapor/ui';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { FoundOrganisations } from './found-organisations.tsx';
import { OrganisationPanel } from './organisation-panel.tsx';
import { OrganisationTree } from './organisation-tree.tsx';
import { OrganisationListDocument } from './organisations.graphql.ts';

const KINDS = ['PROVINCE', 'MINISTRY', 'AGENCY', 'STATE_ENTERPRISE'] as const;
type RootKind = (typeof KINDS)[number];
const PAGE_SIZE = 100;
const CHANGED_BY = ['Organisation'];

/** Who there is: a tree to walk, a search to jump, one organisation in detail. Choice and search stand in the address. */
export function OrganisationsPage() {
  const t = useText();
  const console = useAdminIdentity();
  usePageTitle(t('nav.organisations'), console.label);
  const { id } = useParams();
  const [query, setQuery] = useSearchParams();
  const [search, setSearch] = useState(query.get('cari') ?? '');
  const asked = useSettled(search.trim());

  useEffect(() => {
    setQuery(
      (current) => {
        const next = new URLSearchParams(current);
        if (asked) next.set('cari', asked);
        else next.delete('cari');
        return next;
      },
      { replace: true },
    );
  }, [asked, setQuery]);

  return (
    <>
      <div>
        <h1>{t('nav.organisations')}</h1>
        <p className="caption">{t('organisations.about')}</p>
      </div>
      <div className="cols cols--tree">
        <div className="stack stack-3">
          <TextInput
            icon={searchIcon}
            type="search"
            aria-label={t('organisations.search')}
            placeholder={t('pick.organisation')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {asked ? (
            <FoundOrganisations search={asked} selectedId={id ?? null} />
          ) : (
            <Roots selectedId={id ?? null} />
          )}
        </div>
        <OrganisationPanel id={id} />
      </div>
    </>
  );
}

function Roots({ selectedId }: { selectedId: string | null }) {
  const t = useText();
  const go = useNavigate();
  const [kind, setKind] = useState<RootKind>('PROVINCE');
  const list = usePages({
    query: OrganisationListDocument,
    variables: useMemo(() => ({ filter: { rootsOnly: true, kinds: [kind] }, first: PAGE_SIZE }), [kind]),
    page: (data) => data.organisations,
    typenames: CHANGED_BY,
  });
  return (
    <>
      <ChipChoice
        label={t('organisations.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={setKind}
      />
      {list.error && !list.nodes && (
        <LoadFailure error={list.error} title={t('organisations.failed')} onRetry={list.reload} />
      )}
      {!list.error && !list.nodes && <Skeleton label={t('page.loading')} lines={8} />}
      {list.nodes && (
        <div className="panel">
          <OrganisationTree
            key={kind}
            label={t('organisations.tree')}
            roots={list.nodes}
            selectedId={selectedId}
            onSelect={(id) => void go(`/organisasi/${id}`)}
          />
        </div>
      )}
      {list.hasMore && (
        <LoadMore
          shown={t('organisations.shown', { count: list.nodes?.length ?? 0 })}
          hasMore
          busy={list.loadingMore}
          onMore={list.loadMore}
        >
          {t('organisations.more')}
        </LoadMore>
      )}
    </>
  );
}

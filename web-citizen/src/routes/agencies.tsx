import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import {
  Anchor,
  Button,
  EmptyState,
  ErrorState,
  Field,
  LoadMore,
  Select,
  SkeletonBlock,
  TextInput,
  searchIcon,
} from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import '../features/figures/figure-styles.ts';
import {
  agencyKinds,
  agencySearchAddress,
  readAgencySearch,
  toOrganisationFilter,
  type AgencySearch,
} from '../features/agency/agency-filter.ts';
import { agencyPath } from '../features/agency/agency-path.ts';
import { AgenciesDocument } from '../features/agency/agency.graphql.ts';

/** Finds an agency by name, short name or region. */
export default function Agencies() {
  const t = useT();
  const [, navigate] = useLocation();
  const asked = readAgencySearch(useSearch());
  const [search, setSearch] = useState(asked.search);
  useEffect(() => setSearch(asked.search), [asked.search]);
  const apply = (next: AgencySearch) => navigate(agencySearchAddress(next));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply({ ...asked, search: search.trim() });
  };
  return (
    <Page title={t('agency.title')} className="stack stack-6 top-gap">
      <div>
        <h1>{t('agency.title')}</h1>
        <p className="lead">{t('agency.lead')}</p>
      </div>
      <div className="card stack">
        <form className="search-row" role="search" onSubmit={submit}>
          <Field label={t('agency.search')} hint={t('agency.searchHint')}>
            <TextInput
              type="search"
              icon={searchIcon}
              value={search}
              maxLength={100}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </Field>
          <Button type="submit">{t('list.searchDo')}</Button>
        </form>
        <div className="grid-3">
          <Field label={t('agency.kind')}>
            <Select
              value={asked.kind ?? ''}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                apply({ ...asked, kind: agencyKinds.find((kind) => kind === chosen) ?? null });
              }}
            >
              <option value="">{t('list.all')}</option>
              {agencyKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`agency.kind.${kind}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </div>
      <section aria-labelledby="agencies">
        <h2 id="agencies" className="sr">
          {t('list.results')}
        </h2>
        <AgencyList
          key={agencySearchAddress(asked)}
          asked={asked}
          onClear={() => apply({ search: '', kind: null })}
        />
      </section>
    </Page>
  );
}

function AgencyList({ asked, onClear }: { asked: AgencySearch; onClear: () => void }) {
  const t = useT();
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [count, setCount] = useState(0);
  return (
    <ul className="agency-list list-plain card">
      {cursors.map((after, index) => (
        <AgencyRows
          key={after ?? ''}
          asked={asked}
          after={after}
          isLast={index === cursors.length - 1}
          onCount={(more) => setCount((before) => before + more)}
          shown={t('agency.shown', { count })}
          onMore={(cursor) => setCursors([...cursors, cursor])}
          onClear={onClear}
        />
      ))}
    </ul>
  );
}

interface AgencyRowsProps {
  asked: AgencySearch;
  after: string | null;
  isLast: boolean;
  shown: string;
  onCount: (more: number) => void;
  onMore: (cursor: string) => void;
  onClear: () => void;
}

function AgencyRows({ asked, after, isLast, shown, onCount, onMore, onClear }: AgencyRowsProps) {
  const t = useT();
  const [{ data, error, fetching }, again] = useQuery({
    query: AgenciesDocument,
    variables: { filter: toOrganisationFilter(asked), after },
  });
  const first = useRef<HTMLLIElement>(null);
  const length = data?.organisations.edges.length;
  useEffect(() => {
    if (length === undefined) return;
    onCount(length);
    // A further page takes the focus that its button had.
    if (after !== null) first.current?.querySelector('a')?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has arrived
  }, [length]);
  if (!data) {
    return (
      <li>
        {error && !fetching ? (
          <ErrorState
            title={t('agency.listFailed')}
            retryLabel={t('common.retry')}
            onRetry={() => again({ requestPolicy: 'network-only' })}
          >
            {t('common.checkNetwork')}
          </ErrorState>
        ) : (
          <SkeletonBlock label={t('common.loading')} count={3} />
        )}
      </li>
    );
  }
  const { edges, pageInfo } = data.organisations;
  if (edges.length === 0 && after === null) {
    return (
      <li>
        <EmptyState
          icon={searchIcon}
          title={t('agency.nothingFound')}
          action={<Button onClick={onClear}>{t('list.clear')}</Button>}
        >
          {t('agency.nothingFoundText')}
        </EmptyState>
      </li>
    );
  }
  return (
    <>
      {edges.map(({ node }, index) => (
        <li key={node.id} ref={index === 0 ? first : undefined}>
          <Anchor href={agencyPath(node.id)} lang="id">
            {node.name}
          </Anchor>
          <span className="caption">
            {[
              node.acronym,
              node.government.id === node.id ? t(`agency.kind.${node.kind}`) : node.government.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
      {isLast && (
        <li key="more">
          <LoadMore
            shown={shown}
            hasMore={pageInfo.hasNextPage && pageInfo.endCursor !== null}
            busy={false}
            onMore={() => pageInfo.endCursor !== null && onMore(pageInfo.endCursor)}
          >
            {t('list.more')}
          </LoadMore>
        </li>
      )}
    </>
  );
}

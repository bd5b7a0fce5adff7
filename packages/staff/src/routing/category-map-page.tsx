import { Anchor, Button, EmptyState, Panel, searchIcon, Skeleton, Table } from '@lapor/ui';
import { useMemo, useState, type ReactNode } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { useDates } from '../dates/use-dates.ts';
import { SearchFilter } from '../filters/search-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { unitKeyName } from '../tree/unit-keys.ts';
import { NationalRouteDialog, OwnRouteDialog } from './route-dialogs.tsx';
import {
  CategoryBranchDocument,
  CategoryRoutesDocument,
  MayRouteDocument,
  SearchCategoriesDocument,
  type CategoryRouteFields,
} from './routing.graphql.ts';
import { useUnitsByKey } from './use-units-by-key.ts';
import { WhoGetsIt } from './who-gets-it.tsx';

export type Category = ResultOf<typeof SearchCategoriesDocument>['categories'][number];
export type Route = ResultOf<typeof CategoryRouteFields>;

const NAMES = ['cari', 'induk'] as const;
const MOST_ROUTES = 100;

interface CategoryMapPageProps {
  consoleLabel: string;
  /** The national map; else what it means for the own government, with its own choices. */
  national?: boolean;
  /** What can be done beside what a category asks for. */
  needsAction?: (category: Category) => ReactNode;
}

/** Which category goes to which level and unit, with the version of each rule, and a box to try it out. */
export function CategoryMapPage({ consoleLabel, national, needsAction }: CategoryMapPageProps) {
  const t = useText();
  usePageTitle(t('routes.title'), consoleLabel);
  const { workplace } = useSession();
  const government = workplace.organisation.government;
  const { values, set } = useFilters(NAMES);
  const [{ data: may }] = useQuery({
    query: MayRouteDocument,
    variables: { governmentId: government.id },
    pause: national,
  });
  // The national map is the national desk's; the server decides again.
  const mayChange = national
    ? workplace.roles.includes('NATIONAL_ADMIN')
    : may?.organisation?.viewerCanRouteCategories === true;
  return (
    <>
      <div>
        <h1>{t('routes.title')}</h1>
        <p className="caption">
          {national ? t('routes.aboutNational') : t('routes.about', { name: government.name })}
        </p>
      </div>
      <div className="cols cols--map">
        <div className="stack stack-3">
          <SearchFilter
            label={t('routes.search')}
            placeholder={t('pick.category')}
            value={values.cari}
            onChange={(cari) => set({ cari })}
          />
          {values.cari ? (
            <Found search={values.cari} national={national} mayChange={mayChange} needsAction={needsAction} />
          ) : (
            <Branch id={values.induk} national={national} mayChange={mayChange} needsAction={needsAction} />
          )}
        </div>
        <WhoGetsIt />
      </div>
    </>
  );
}

interface ListProps {
  national: boolean | undefined;
  mayChange: boolean;
  needsAction: CategoryMapPageProps['needsAction'];
}

function Found({ search, ...rest }: ListProps & { search: string }) {
  const t = useText();
  const [{ data, error, fetching }, ask] = useQuery({
    query: SearchCategoriesDocument,
    variables: { search },
  });
  if (fetching || error || !data)
    return <Waiting error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (data.categories.length === 0)
    return (
      <EmptyState icon={searchIcon} title={t('routes.noMatch', { words: search })}>
        {t('routes.noMatchHint')}
      </EmptyState>
    );
  return <Routes title={t('routes.found')} categories={data.categories} wholePath {...rest} />;
}

function Branch({ id, ...rest }: ListProps & { id: string }) {
  const t = useText();
  const [{ data, error, fetching }, ask] = useQuery({
    query: CategoryBranchDocument,
    variables: { id, parentId: id || null, isBranch: id !== '' },
  });
  if (fetching || error || !data)
    return <Waiting error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  const { category } = data;
  return (
    <>
      {category && (
        <nav aria-label={t('routes.way')} className="row row--tight">
          <Anchor href="?">{t('routes.allCategories')}</Anchor>
          {category.parent && (
            <>
              <span aria-hidden="true">›</span>
              <Anchor href={`?induk=${encodeURIComponent(category.parent.id)}`}>
                {category.parent.name}
              </Anchor>
            </>
          )}
          <span aria-hidden="true">›</span>
          <span aria-current="page">{category.name}</span>
        </nav>
      )}
      <Routes
        title={category?.name ?? t('routes.firstLevel')}
        categories={category ? [category, ...data.categories] : data.categories}
        {...rest}
      />
    </>
  );
}

function Waiting({ error, onRetry }: { error: CombinedError | undefined; onRetry: () => void }) {
  const t = useText();
  if (error) return <LoadFailure error={error} title={t('routes.failed')} onRetry={onRetry} />;
  return (
    <Panel>
      <Skeleton label={t('page.loading')} lines={8} />
    </Panel>
  );
}

interface RoutesProps extends ListProps {
  title: string;
  categories: readonly Category[];
  wholePath?: boolean;
}

function Routes({ title, categories, wholePath, national, mayChange, needsAction }: RoutesProps) {
  const t = useText();
  const dates = useDates();
  const { workplace } = useSession();
  const government = workplace.organisation.government;
  const [editing, setEditing] = useState<Category | null>(null);
  const [{ data, error, stale }, ask] = useQuery({
    query: CategoryRoutesDocument,
    variables: useMemo(
      () => ({
        filter: {
          governmentId: national ? null : government.id,
          categoryIds: categories.slice(0, MOST_ROUTES).map(({ id }) => id),
        },
        first: MOST_ROUTES,
      }),
      [categories, national, government.id],
    ),
    requestPolicy: 'cache-and-network',
  });
  const unitOf = useUnitsByKey(national ? null : government.id);
  const routes = new Map(data?.categoryRoutes.edges.map(({ node }) => [node.categoryId, node]));
  if (error && !data)
    return (
      <LoadFailure
        error={error}
        title={t('routes.failed')}
        retrying={stale}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  const route = editing ? (routes.get(editing.id) ?? null) : null;
  return (
    <Panel title={title} flush>
      <Table
        caption={title}
        captionHidden
        stacked
        tight
        rows={categories}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: t('routes.category'),
            rowHeader: true,
            cell: ({ id, name, path, level }) =>
              level < 3 ? (
                <Anchor href={`?induk=${encodeURIComponent(id)}`}>{wholePath ? path : name}</Anchor>
              ) : wholePath ? (
                path
              ) : (
                name
              ),
          },
          {
            id: 'level',
            header: t('routes.level'),
            cell: ({ id }) => {
              const found = routes.get(id);
              return found ? t(`routes.usualLevel.${found.usualLevel}`) : data ? '–' : '…';
            },
          },
          ...(national
            ? [
                {
                  id: 'identity',
                  header: t('routes.identity'),
                  cell: (category: Category) => (
                    <>
                      <Needs category={category} />
                      {needsAction && <span className="block">{needsAction(category)}</span>}
                    </>
                  ),
                },
                {
                  id: 'national',
                  header: t('routes.nationalBody'),
                  cell: ({ id }: Category) => {
                    const body = routes.get(id)?.nationalOrganisation;
                    return body ? (body.acronym ?? body.name) : '–';
                  },
                },
                {
                  id: 'key',
                  header: t('routes.unitKey'),
                  cell: ({ id }: Category) => {
                    const key = routes.get(id)?.unitKey;
                    return key ? unitKeyName(key) : '–';
                  },
                },
              ]
            : [
                {
                  id: 'unit',
                  header: t('routes.receives'),
                  cell: ({ id }: Category) => <Receiver route={routes.get(id)} unitOf={unitOf} />,
                },
              ]),
          {
            id: 'version',
            header: t('routes.version'),
            cell: ({ id }) => {
              const found = routes.get(id);
              return found ? (
                <>
                  {found.version}
                  <span className="caption block nowrap">{dates.dayOf(found.effectiveFrom, 'date')}</span>
                  {found.by?.name && <span className="caption block">{found.by.name}</span>}
                  {found.reason && <span className="caption block">{found.reason}</span>}
                </>
              ) : null;
            },
          },
          ...(mayChange
            ? [
                {
                  id: 'change',
                  header: <span className="sr">{t('routes.change')}</span>,
                  className: 'fit',
                  cell: (category: Category) => (
                    <Button
                      size="small"
                      aria-label={t('routes.changeOf', { name: category.name })}
                      onClick={() => setEditing(category)}
                    >
                      {t('routes.change')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {editing && national && (
        <NationalRouteDialog category={editing} route={route} onClose={() => setEditing(null)} />
      )}
      {editing && !national && (
        <OwnRouteDialog
          category={editing}
          route={route}
          governmentId={government.id}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

/** What must be known of the reporter, and what else the category asks for. */
function Needs({ category }: { category: Category }) {
  const t = useText();
  const more = [
    category.isSensitive ? t('routes.sensitive') : null,
    category.needsSupportingData ? t('routes.supportingData') : null,
  ].filter(Boolean);
  return (
    <>
      {t(`routes.identity.${category.identityRequirement}`)}
      {more.length > 0 && <span className="caption block">{more.join(', ')}</span>}
    </>
  );
}

/** Which unit of the own government gets it: its own choice, else the unit that serves the key of the national map. */
function Receiver({ route, unitOf }: { route: Route | undefined; unitOf: ReturnType<typeof useUnitsByKey> }) {
  const t = useText();
  if (!route) return <>–</>;
  if (route.government && route.unit)
    return (
      <>
        {route.unit.name}
        <span className="caption block">{t('routes.ownChoice')}</span>
      </>
    );
  if (route.usualLevel === 'NATIONAL')
    return (
      <>
        {route.nationalOrganisation?.name ?? '–'}
        <span className="caption block">{t('routes.notOurs')}</span>
      </>
    );
  if (!route.unitKey) return <span className="muted">{t('routes.noUnit')}</span>;
  const unit = unitOf(route.unitKey);
  return (
    <>
      {unit?.name ?? <span className="bad">{t('routes.unitMissing')}</span>}
      <span className="caption block">{t('routes.byTask', { task: unitKeyName(route.unitKey) })}</span>
    </>
  );
}

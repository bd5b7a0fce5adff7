import { Anchor, Button, EmptyState, Panel, searchIcon, Skeleton, Table } from '@lapor/ui';
import { useState, type ReactNode } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { SearchFilter } from '../filters/search-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { unitKeyName } from '../tree/unit-keys.ts';
import { NationalRouteDialog, OwnRouteDialog } from './route-dialogs.tsx';
import { CategoryMapDocument, type Category, type Route } from './routing.graphql.ts';
import { WhoGetsIt } from './who-gets-it.tsx';

const NAMES = ['cari', 'induk'] as const;
const MOST_IN_BRANCH = 100;
const MOST_FOUND = 50;

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
          <PartOfMap
            search={values.cari}
            branch={values.cari ? '' : values.induk}
            national={national ?? false}
            needsAction={needsAction}
          />
        </div>
        <WhoGetsIt />
      </div>
    </>
  );
}

interface PartOfMapProps {
  /** Words that were searched for; else it is a branch. */
  search: string;
  /** Id of a category; empty for the first level. */
  branch: string;
  national: boolean;
  needsAction: CategoryMapPageProps['needsAction'];
}

function PartOfMap({ search, branch, national, needsAction }: PartOfMapProps) {
  const t = useText();
  const { workplace } = useSession();
  const governmentId = workplace.organisation.government.id;
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: CategoryMapDocument,
    variables: {
      id: branch,
      parentId: branch || null,
      isBranch: branch !== '',
      search: search || null,
      first: search ? MOST_FOUND : MOST_IN_BRANCH,
      governmentId: national ? null : governmentId,
      ownId: governmentId,
      isOwn: !national,
    },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!data && error && !fetching)
    return <LoadFailure error={error} title={t('routes.failed')} retrying={stale} onRetry={again} />;
  if (!data)
    return (
      <Panel>
        <Skeleton label={t('page.loading')} lines={8} />
      </Panel>
    );
  if (search && data.categories.length === 0)
    return (
      <EmptyState icon={searchIcon} title={t('routes.noMatch', { words: search })}>
        {t('routes.noMatchHint')}
      </EmptyState>
    );
  const category = data.category ?? null;
  return (
    <>
      {/* Where only the rules did not come the categories are there all the same. */}
      <StaleNotice error={error} onRetry={again} />
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
        title={search ? t('routes.found') : (category?.name ?? t('routes.firstLevel'))}
        categories={category ? [category, ...data.categories] : data.categories}
        wholePath={search !== ''}
        national={national}
        // The national map is the national desk’s; the server decides again.
        mayChange={
          national
            ? workplace.roles.includes('NATIONAL_ADMIN')
            : data.organisation?.viewerCanRouteCategories === true
        }
        needsAction={needsAction}
      />
    </>
  );
}

interface RoutesProps {
  title: string;
  categories: readonly Category[];
  wholePath: boolean;
  national: boolean;
  mayChange: boolean;
  needsAction: CategoryMapPageProps['needsAction'];
}

function Routes({ title, categories, wholePath, national, mayChange, needsAction }: RoutesProps) {
  const t = useText();
  const { workplace } = useSession();
  const government = workplace.organisation.government;
  const [editingId, setEditingId] = useState<string | null>(null);
  const editing = categories.find(({ id }) => id === editingId);
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
            cell: ({ route }) => (route ? t(`routes.usualLevel.${route.usualLevel}`) : '–'),
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
                  cell: ({ route }: Category) => {
                    const body = route?.nationalOrganisation;
                    return body ? (body.acronym ?? body.name) : '–';
                  },
                },
                {
                  id: 'key',
                  header: t('routes.unitKey'),
                  cell: ({ route }: Category) => {
                    const key = route?.unitKey;
                    return key ? unitKeyName(key) : '–';
                  },
                },
              ]
            : [
                {
                  id: 'unit',
                  header: t('routes.receives'),
                  cell: (category: Category) => <Receiver category={category} />,
                },
              ]),
          {
            id: 'version',
            header: t('routes.version'),
            cell: (category: Category) => (
              <>
                <Version route={category.route} />
                {mayChange && (
                  <span className="block">
                    <Button
                      size="small"
                      aria-label={t('routes.changeOf', { name: category.name })}
                      onClick={() => setEditingId(category.id)}
                    >
                      {t('routes.change')}
                    </Button>
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      {editing && national && (
        <NationalRouteDialog category={editing} route={editing.route} onClose={() => setEditingId(null)} />
      )}
      {editing && !national && (
        <OwnRouteDialog
          category={editing}
          route={editing.route}
          governmentId={government.id}
          onClose={() => setEditingId(null)}
        />
      )}
    </Panel>
  );
}

/** Since when a route holds, by whom and why. */
function Version({ route }: { route: Route | null }) {
  const dates = useDates();
  if (!route) return null;
  return (
    <>
      {route.version}
      <span className="caption block nowrap">{dates.dayOf(route.effectiveFrom, 'date')}</span>
      {route.by?.name && <span className="caption block">{route.by.name}</span>}
      {route.reason && <span className="caption block">{route.reason}</span>}
    </>
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
function Receiver({ category: { route, usualUnit } }: { category: Category }) {
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
  return (
    <>
      {usualUnit?.name ?? <span className="bad">{t('routes.unitMissing')}</span>}
      <span className="caption block">{t('routes.byTask', { task: unitKeyName(route.unitKey) })}</span>
    </>
  );
}

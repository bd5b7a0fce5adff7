import { Anchor, Button, doneIcon, EmptyState, Icon, warningIcon, type Column } from '@lapor/ui';
import { useMemo } from 'react';
import type { ResultOf, VariablesOf } from '../graphql.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useToday } from '../dates/use-today.ts';
import { daysSince } from '../officers/account-state.ts';
import { useText } from '../language/use-text.ts';
import type { FirstSight } from '../loading/first-sight.ts';
import { PagedTable } from '../loading/paged-table.tsx';
import { usePages } from '../loading/use-pages.ts';
import { usePart } from '../loading/use-part.ts';
import { ProvincesDocument } from '../picking/regions.graphql.ts';
import { ITEM_KINDS, type ItemKind } from './next-step.ts';
import { ReadinessListDocument, type ReadinessOfAllDocument } from './readiness.graphql.ts';

type Row = ResultOf<typeof ReadinessListDocument>['readinessList']['edges'][number]['node'];
type Filter = NonNullable<VariablesOf<typeof ReadinessListDocument>['filter']>;
type Kind = NonNullable<Filter['kinds']>[number];

const NAMES = ['kurang', 'jenis', 'provinsi'] as const;
const ROOT_KINDS = ['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE', 'PROVINCE', 'REGENCY', 'CITY'] as const;
const PAGE_SIZE = 30;
export const READINESS_CHANGED_BY = ['Organisation', 'Readiness'];

/** What the address asks for: the roots of the country, or the units below one. */
export function useReadyFilters(withinId: string | undefined) {
  const filters = useFilters(NAMES);
  const { values } = filters;
  return {
    ...filters,
    variables: useMemo(
      () => ({
        filter: {
          withinId: withinId ?? null,
          rootsOnly: withinId === undefined,
          missing: ITEM_KINDS.find((kind) => kind === values.kurang) ?? null,
          kinds: ROOT_KINDS.some((kind) => kind === values.jenis) ? [values.jenis as Kind] : null,
          provinceCode: values.provinsi || null,
        },
        first: PAGE_SIZE,
      }),
      [withinId, values],
    ),
  };
}

type ListSight = FirstSight<ResultOf<typeof ReadinessListDocument>>;
type ReadyListProps =
  | { withinId: string; national?: undefined; sight: ListSight }
  | { withinId?: undefined; national: true; sight: FirstSight<ResultOf<typeof ReadinessOfAllDocument>> };

/** Organisations with what stands in the way, worst first: the roots of the country, or the units below one. */
export function ReadyList({ withinId, national, sight }: ReadyListProps) {
  const t = useText();
  const { values, count, set, clear, variables } = useReadyFilters(withinId);
  const [{ data: provinces }] = usePart({
    query: ProvincesDocument,
    variables: {},
    sight: national && sight,
    pause: !national,
  });
  const list = usePages({
    query: ReadinessListDocument,
    variables,
    page: (data) => data.readinessList,
    typenames: READINESS_CHANGED_BY,
    sight,
  });
  // The organisation itself stands above the list of its units.
  const rows = useMemo(() => list.nodes?.filter(({ id }) => id !== withinId), [list.nodes, withinId]);
  return (
    <>
      <FilterRow label={t('readiness.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('readiness.missingItem')}
          all={t('readiness.anyMissing')}
          value={values.kurang}
          options={ITEM_KINDS.map((value) => ({
            value,
            label: t('readiness.missing', { item: t(`readiness.item.${value}`) }),
          }))}
          onChange={(kurang) => set({ kurang })}
        />
        {national && (
          <>
            <ChoiceFilter
              label={t('tree.kindOf')}
              all={t('readiness.allKinds')}
              value={values.jenis}
              options={ROOT_KINDS.map((value) => ({ value, label: t(`tree.kind.${value}`) }))}
              onChange={(jenis) => set({ jenis })}
            />
            <ChoiceFilter
              label={t('readiness.province')}
              all={t('readiness.allProvinces')}
              value={values.provinsi}
              options={(provinces?.regions ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(provinsi) => set({ provinsi })}
            />
          </>
        )}
      </FilterRow>
      <PagedTable
        list={list}
        rows={rows}
        failed={t('readiness.listFailed')}
        shown={(shown) => t('tree.shown', { count: shown })}
        empty={
          <EmptyState
            icon={doneIcon}
            title={t(count > 0 ? 'readiness.noMatch' : 'readiness.noneMissing')}
            action={count > 0 && <Button onClick={clear}>{t('filter.removeAll')}</Button>}
          />
        }
        caption={t('readiness.title')}
        columns={useColumns(national)}
        tight
      />
    </>
  );
}

/** Organisation, how much there is, what is missing, last use. */
function useColumns(national: boolean | undefined): Column<Row>[] {
  const t = useText();
  const today = useToday();
  return [
    {
      id: 'name',
      header: t(national ? 'readiness.organisation' : 'readiness.unit'),
      rowHeader: true,
      cell: ({ id, name, ancestors }) => (
        <>
          <Anchor href={`/kesiapan/${id}`}>{name}</Anchor>
          {!national && ancestors.length > 1 && (
            <span className="caption block">
              {ancestors
                .slice(1)
                .map(({ name: above }) => above)
                .join(' › ')}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'count',
      header: t('readiness.met'),
      className: 'fit',
      cell: ({ readiness }) =>
        readiness && (
          <span className={readiness.metCount === readiness.totalCount ? 'mark mark--good' : 'mark'}>
            <Icon of={readiness.metCount === readiness.totalCount ? doneIcon : warningIcon} size="small" />
            {t('readiness.count', { met: readiness.metCount, total: readiness.totalCount })}
          </span>
        ),
    },
    {
      id: 'missing',
      header: t('readiness.stillMissing'),
      cell: ({ readiness }) => (
        <>
          {readiness?.items
            .filter(({ isMet }) => !isMet)
            .map(({ kind }) => t(`readiness.item.${kind}` satisfies `readiness.item.${ItemKind}`))
            .join(', ') || <span className="muted">{t('readiness.nothingMissing')}</span>}
          {readiness?.obstacle && <span className="caption block">{readiness.obstacle}</span>}
        </>
      ),
    },
    {
      id: 'used',
      header: t('readiness.lastUsed'),
      className: 'fit',
      cell: ({ lastUsedOn }) => {
        const days = daysSince(lastUsedOn, today);
        return days === null ? (
          <span className="muted">{t('readiness.neverUsed')}</span>
        ) : (
          t('officers.seen', { days })
        );
      },
    },
  ];
}

import {
  ChoiceFilter,
  FilterRow,
  PagedList,
  useDates,
  useFilters,
  usePages,
  usePageTitle,
} from '@lapor/staff';
import { Anchor, EmptyState, Facts, Panel, Tag, toolIcon } from '@lapor/ui';
import { useMemo } from 'react';
import { useText } from '../app/use-text.ts';
import { MyWorkOrdersDocument } from './field-work.graphql.ts';

const PAGE_SIZE = 20;
const CHANGED_BY = ['WorkOrder'];
const FILTERS = ['tampil'] as const;
/** As the address says it. */
const ALL = 'semua';

/** What a field officer is to do, by day: the open ones, or all. */
export function FieldWorkPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  const dates = useDates();
  usePageTitle(t('fieldWork.title'), consoleLabel);
  const filters = useFilters(FILTERS);
  const openOnly = filters.values.tampil !== ALL;
  const list = usePages({
    query: MyWorkOrdersDocument,
    variables: useMemo(() => ({ openOnly, first: PAGE_SIZE }), [openOnly]),
    page: (data) => data.myWorkOrders,
    typenames: CHANGED_BY,
  });
  return (
    <>
      <div>
        <h1>{t('fieldWork.title')}</h1>
        <p className="caption">{t('fieldWork.about')}</p>
      </div>
      <FilterRow label={t('fieldWork.filters')} count={filters.count} onClear={filters.clear}>
        <ChoiceFilter
          label={t('fieldWork.show')}
          all={t('fieldWork.open')}
          value={filters.values.tampil}
          options={[{ value: ALL, label: t('fieldWork.all') }]}
          onChange={(tampil) => filters.set({ tampil })}
        />
      </FilterRow>
      <PagedList
        list={list}
        failed={t('fieldWork.failed')}
        empty={
          <EmptyState icon={toolIcon} title={t('fieldWork.none')}>
            {t('fieldWork.noneHint')}
          </EmptyState>
        }
        shown={(count) => t('fieldWork.shown', { count })}
      >
        {(orders) => (
          <ul className="stack stack-3">
            {orders.map((order) => (
              <li key={order.id}>
                <Panel
                  title={<Anchor href={`/tugas-lapangan/${order.id}`}>{order.number}</Anchor>}
                  tools={<Tag>{t(`fieldWork.state.${order.state}`)}</Tag>}
                >
                  <div className="stack stack-2">
                    <p className="narrative" lang="id">
                      {order.task}
                    </p>
                    <Facts
                      rows={[
                        [t('workOrder.place'), order.placeText],
                        [t('workOrder.dueOn'), dates.day(order.dueOn)],
                        [t('workOrder.from'), order.organisation.name],
                      ]}
                    />
                  </div>
                </Panel>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

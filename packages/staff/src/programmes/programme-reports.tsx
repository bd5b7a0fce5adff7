import { EmptyState, starIcon, StatusPill, type Column } from '@lapor/ui';
import { useMemo } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { PagedTable } from '../loading/paged-table.tsx';
import { usePages } from '../loading/use-pages.ts';
import { DueCell } from '../report/clocks/due-cell.tsx';
import { ReportCell } from '../report/report-cell.tsx';
import { ProgrammeReportsDocument, type ProgrammeRowFields } from './programmes.graphql.ts';

type Row = ResultOf<typeof ProgrammeRowFields>;

const NAMES = ['keadaan'] as const;
const STATES = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED'] as const;
const PAGE_SIZE = 30;
const CHANGED_BY = ['Report', 'PriorityProgramme'];

/** The reports that a programme flags, newest first. */
export function ProgrammeReports({ programmeId }: { programmeId: string }) {
  const t = useText();
  const { words } = useLanguage();
  const { values, count, set, clear } = useFilters(NAMES);
  const list = usePages({
    query: ProgrammeReportsDocument,
    variables: useMemo(() => {
      const state = STATES.find((one) => one === values.keadaan);
      return { programmeId, filter: { states: state ? [state] : null }, first: PAGE_SIZE };
    }, [programmeId, values]),
    page: (data) => data.programmeReports,
    typenames: CHANGED_BY,
  });
  return (
    <>
      <FilterRow label={t('programmes.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('programmes.state')}
          all={t('programmes.anyState')}
          value={values.keadaan}
          options={STATES.map((value) => ({ value, label: words.states[value] }))}
          onChange={(keadaan) => set({ keadaan })}
        />
      </FilterRow>
      <PagedTable
        list={list}
        failed={t('programmes.reportsFailed')}
        shown={(shown) => t('programmes.shown', { count: shown })}
        empty={
          <EmptyState icon={starIcon} title={t('programmes.noReports')}>
            {t('programmes.noReportsHint')}
          </EmptyState>
        }
        caption={t('programmes.reports')}
        columns={useColumns()}
      />
    </>
  );
}

/** Report, day, state, what is due. */
function useColumns(): Column<Row>[] {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return [
    {
      id: 'report',
      header: t('programmes.report'),
      rowHeader: true,
      cell: (row) => <ReportCell report={row} place={row.region?.name} />,
    },
    {
      id: 'submitted',
      header: t('programmes.submitted'),
      className: 'fit',
      cell: ({ submittedAt }) => dates.dayOf(submittedAt, 'date'),
    },
    {
      id: 'state',
      header: t('programmes.state'),
      className: 'fit',
      cell: ({ state }) => <StatusPill state={state}>{words.states[state]}</StatusPill>,
    },
    {
      id: 'due',
      header: t('programmes.due'),
      cell: ({ nextClock }) => <DueCell clock={nextClock} />,
    },
  ];
}

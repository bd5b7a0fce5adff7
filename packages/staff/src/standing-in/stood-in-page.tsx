import { Button, EmptyState, LinkButton, mailIcon, printIcon, Tag, type Column } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useEffect, useMemo } from 'react';
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
import { latestHandOvers } from '../report/handing-over/latest-hand-overs.ts';
import { ReportCell } from '../report/report-cell.tsx';
import { rememberTrail } from '../report/trail.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { StoodInReportsDocument, type StoodInRowFields } from './stood-in.graphql.ts';

type Row = ResultOf<typeof StoodInRowFields>;

const NAMES = ['surat'] as const;
const NEEDED = 'perlu';
const PAGE_SIZE = 30;
const CHANGED_BY = ['Report'];

interface StoodInPageProps {
  consoleLabel: string;
  /** The national desk stands in; else the organisation that the officer works for. */
  national?: boolean;
}

/** Reports of units without officers that others answer meanwhile, longest first, and the letters that have to be sent. */
export function StoodInPage({ consoleLabel, national }: StoodInPageProps) {
  const t = useText();
  const { workplace } = useSession();
  const { values, count, set, clear } = useFilters(NAMES);
  usePageTitle(t('standIn.title'), consoleLabel);
  const list = usePages({
    query: StoodInReportsDocument,
    variables: useMemo(
      () => ({
        organisationId: national ? null : workplace.organisation.id,
        letterNeeded: values.surat === NEEDED,
        first: PAGE_SIZE,
      }),
      [national, workplace.organisation.id, values],
    ),
    page: (data) => data.stoodInReports,
    typenames: CHANGED_BY,
  });
  const rows = list.nodes;
  useEffect(() => {
    if (!rows) return;
    rememberTrail({
      href: values.surat ? `/pengganti?surat=${values.surat}` : '/pengganti',
      label: t('standIn.title'),
      numbers: rows.map(({ number }) => number),
    });
  }, [rows, values.surat, t]);
  return (
    <>
      <div>
        <h1>{t('standIn.title')}</h1>
        <p className="caption">
          {national ? t('standIn.aboutNational') : t('standIn.about', { name: workplace.organisation.name })}
        </p>
      </div>
      <FilterRow label={t('standIn.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('standIn.letters')}
          all={t('standIn.anyLetter')}
          value={values.surat}
          options={[{ value: NEEDED, label: t('standIn.letterNeeded') }]}
          onChange={(surat) => set({ surat })}
        />
      </FilterRow>
      <PagedTable
        list={list}
        failed={t('standIn.failed')}
        shown={(shown) => t('standIn.shown', { count: shown })}
        empty={
          <EmptyState
            icon={mailIcon}
            title={t(count > 0 ? 'standIn.noLetters' : 'standIn.none')}
            action={count > 0 && <Button onClick={clear}>{t('filter.removeAll')}</Button>}
          >
            {count === 0 && t('standIn.noneHint')}
          </EmptyState>
        }
        caption={t('standIn.title')}
        columns={useColumns()}
      />
    </>
  );
}

/** The hand-over that counts of a report: the newest of an open one, else the newest. */
const handOverOf = ({ handOvers }: Row) => latestHandOvers(handOvers)[0];

/** Report, deadline, unit, its head, the letter. */
function useColumns(): Column<Row>[] {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return [
    {
      id: 'report',
      header: t('standIn.report'),
      rowHeader: true,
      cell: (row) => <ReportCell report={row} place={row.region?.name} />,
    },
    {
      id: 'due',
      header: t('standIn.due'),
      cell: ({ nextClock, nextDueAt }) => (
        <DueCell clock={nextClock} none={nextDueAt ? dates.dayOf(nextDueAt, 'short') : undefined} />
      ),
    },
    {
      id: 'unit',
      header: t('standIn.unit'),
      cell: (row) => handOverOf(row)?.organisation.name ?? <span className="muted">–</span>,
    },
    {
      id: 'head',
      header: t('standIn.head'),
      cell: (row) => {
        const handOver = handOverOf(row);
        return handOver ? (
          <>
            <Tag>{words.handOverStates[handOver.state]}</Tag>
            <span className="caption block">
              {t('standIn.since', { day: dates.dayOf(handOver.handedOverAt, 'date') })}
            </span>
          </>
        ) : (
          <span className="muted">{t('standIn.notHandedOver')}</span>
        );
      },
    },
    {
      id: 'letter',
      header: t('standIn.letters'),
      className: 'fit',
      cell: (row) => {
        const handOver = handOverOf(row);
        return handOver?.letterNeeded && handOver.isOpen && row.viewerCanHandOver ? (
          <LinkButton
            size="small"
            icon={printIcon}
            aria-label={`${t('standIn.makeLetter')}: ${handOver.organisation.name}, ${formatReportNumber(row.number)}`}
            href={`/laporan/${row.number}/surat/${encodeURIComponent(handOver.organisation.id)}`}
          >
            {t('standIn.makeLetter')}
          </LinkButton>
        ) : null;
      },
    },
  ];
}

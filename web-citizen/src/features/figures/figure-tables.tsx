import { Bar, Table } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import { formatDay } from '@lapor/wording';
import { numberText, percentText } from './figure-text.ts';
import type { FiguresFragment } from './figures.graphql.ts';
import type { MonthRow } from './months-chart.tsx';
import { Told } from './told.tsx';

export type GroupFigures = ResultOf<typeof FiguresFragment>;

export function MonthsTable({ months }: { months: readonly MonthRow[] }) {
  const t = useT();
  const words = useWords();
  if (months.length === 0) return null;
  return (
    <Table
      caption={t('stats.months.table')}
      captionHidden
      tight
      rows={months.toReversed()}
      rowKey={({ from }) => from}
      columns={[
        {
          id: 'month',
          header: t('stats.month'),
          rowHeader: true,
          cell: ({ from }) => formatDay(words, from, 'month'),
        },
        {
          id: 'received',
          header: t('stats.received'),
          end: true,
          cell: ({ received }) => <Told text={numberText(words, received)} />,
        },
        {
          id: 'completed',
          header: t('stats.completed'),
          end: true,
          cell: ({ completed }) => <Told text={numberText(words, completed)} />,
        },
      ]}
    />
  );
}

/** How long it takes, in days from filing: half, nine in ten, mean, and half with open reports counted. */
export function TimesTable({ figures }: { figures: GroupFigures }) {
  const t = useT();
  const words = useWords();
  const rows = [
    { id: 'follow-up', label: t('stats.toFollowUp'), days: figures.toFollowUp },
    { id: 'completion', label: t('stats.toCompletion'), days: figures.toCompletion },
  ];
  const most = Math.max(1, ...rows.map(({ days }) => days?.ninetiethPercentileDays ?? 0));
  const daysText = (value: number | null | undefined) => {
    const text = numberText(words, value, 1);
    return text && t('stats.days', { days: text });
  };
  return (
    <Table
      caption={t('stats.times.table')}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'what', header: t('stats.what'), rowHeader: true, cell: ({ label }) => label },
        {
          id: 'bar',
          header: <span className="sr">{t('stats.bar')}</span>,
          className: 'wbar',
          // Half of the reports dark, up to nine in ten light.
          cell: ({ days }) =>
            days?.medianDays != null && (
              <Bar
                thick
                max={most}
                parts={[
                  { value: days.medianDays },
                  {
                    value: Math.max(0, (days.ninetiethPercentileDays ?? days.medianDays) - days.medianDays),
                    tone: 'soft',
                  },
                ]}
              />
            ),
        },
        {
          id: 'median',
          header: t('stats.median'),
          end: true,
          cell: ({ days }) => <Told text={daysText(days?.medianDays)} />,
        },
        {
          id: 'ninetieth',
          header: t('stats.ninetieth'),
          end: true,
          cell: ({ days }) => <Told text={daysText(days?.ninetiethPercentileDays)} />,
        },
        {
          id: 'mean',
          header: t('stats.mean'),
          end: true,
          cell: ({ days }) => <Told text={daysText(days?.meanDays)} />,
        },
        {
          id: 'open',
          header: t('stats.medianWithOpen'),
          end: true,
          cell: ({ days }) => <Told text={daysText(days?.medianDaysWithOpen)} />,
        },
      ]}
    />
  );
}

/** What reporters say of it. */
export function SatisfactionTable({ figures }: { figures: GroupFigures }) {
  const t = useT();
  const words = useWords();
  const rows = [
    { id: 'satisfied', label: t('stats.satisfied'), percent: figures.satisfiedRate, tone: undefined },
    { id: 'dispute', label: t('stats.disputed'), percent: figures.disputeRate, tone: 'warning' as const },
    { id: 'reopen', label: t('stats.reopened'), percent: figures.reopenRate, tone: 'warning' as const },
    { id: 'promises', label: t('stats.promises'), percent: figures.keptPromiseRate, tone: undefined },
  ];
  return (
    <Table
      caption={t('stats.satisfaction.table')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'what', header: t('stats.what'), rowHeader: true, cell: ({ label }) => label },
        {
          id: 'bar',
          header: <span className="sr">{t('stats.bar')}</span>,
          className: 'wbar',
          cell: ({ percent, tone }) =>
            percent !== null && <Bar max={100} parts={[{ value: percent, tone }]} />,
        },
        {
          id: 'share',
          header: t('stats.share'),
          end: true,
          cell: ({ percent }) => <Told text={percentText(words, percent)} />,
        },
      ]}
    />
  );
}

const states = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED'] as const;

/** Where the reports of a period stand now. */
export function StatesTable({ figures }: { figures: GroupFigures }) {
  const t = useT();
  const words = useWords();
  const counts = {
    SUBMITTED: figures.submitted,
    POSTPONED: figures.postponed,
    DISPOSED: figures.disposed,
    IN_PROGRESS: figures.inProgress,
    COMPLETED: figures.completed,
    ARCHIVED: figures.archived,
  };
  return (
    <Table
      caption={t('stats.states.table')}
      captionHidden
      rows={states}
      rowKey={(state) => state}
      columns={[
        { id: 'state', header: t('list.state'), rowHeader: true, cell: (state) => words.states[state] },
        {
          id: 'bar',
          header: <span className="sr">{t('stats.bar')}</span>,
          className: 'wbar',
          cell: (state) =>
            counts[state] !== null && <Bar max={figures.received ?? 0} parts={[{ value: counts[state] }]} />,
        },
        {
          id: 'count',
          header: t('stats.reports'),
          end: true,
          cell: (state) => <Told text={numberText(words, counts[state])} />,
        },
      ]}
    />
  );
}

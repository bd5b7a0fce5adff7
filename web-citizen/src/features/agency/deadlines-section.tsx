import { Bar, Table } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import { useFinding } from '../figures/figure-sections.tsx';
import { numberText } from '../figures/figure-text.ts';
import { FindingSection } from '../figures/finding-section.tsx';
import { Told } from '../figures/told.tsx';
import { findingOfDeadlines } from '../statistics/findings.ts';
import type { AgencyDocument } from './agency.graphql.ts';

interface DeadlinesSectionProps {
  id: string;
  open: NonNullable<ResultOf<typeof AgencyDocument>['openFigures']>;
}

/** How many of its open reports are still in time, and how late the others are: as it stands now, whatever the period. */
export function DeadlinesSection({ id, open: { edges } }: DeadlinesSectionProps) {
  const t = useT();
  const words = useWords();
  const say = useFinding();
  const row = edges[0]?.node;
  if (!row) return null;
  const inTime = row.open === null || row.overdue === null ? null : row.open - row.overdue;
  const rows = [
    { id: 'inTime', count: inTime, isLate: false },
    { id: 'upTo7', count: row.overdueUpTo7Days, isLate: true },
    { id: 'upTo30', count: row.overdueUpTo30Days, isLate: true },
    { id: 'upTo90', count: row.overdueUpTo90Days, isLate: true },
    { id: 'longer', count: row.overdueLonger, isLate: true },
  ] as const;
  return (
    <FindingSection
      about={t('stats.deadlines.about')}
      finding={say(findingOfDeadlines(row))}
      csv={`/figures/open.csv?organisationId=${encodeURIComponent(id)}`}
    >
      <Table
        caption={t('stats.deadlines.table')}
        captionHidden
        rows={rows}
        rowKey={(each) => each.id}
        columns={[
          {
            id: 'what',
            header: t('stats.what'),
            rowHeader: true,
            cell: (each) => t(`stats.deadlines.${each.id}`),
          },
          {
            id: 'bar',
            header: <span className="sr">{t('stats.bar')}</span>,
            className: 'wbar',
            cell: ({ count, isLate }) =>
              count !== null && (
                <Bar max={row.open ?? 0} parts={[{ value: count, tone: isLate ? 'warning' : undefined }]} />
              ),
          },
          {
            id: 'count',
            header: t('stats.reports'),
            end: true,
            cell: ({ count }) => <Told text={numberText(words, count)} />,
          },
        ]}
      />
    </FindingSection>
  );
}

import { useReportWords, useT } from '../../app/language-provider.tsx';
import { readFragment, type ResultOf } from '../../graphql.ts';
import { FigureTiles } from '../figures/figure-tiles.tsx';
import { MonthsTable, SatisfactionTable, TimesTable } from '../figures/figure-tables.tsx';
import { FiguresFragment } from '../figures/figures.graphql.ts';
import { FindingSection } from '../figures/finding-section.tsx';
import { MonthsChart } from '../figures/months-chart.tsx';
import type { Period } from '../figures/periods.ts';
import {
  findingOfMonths,
  findingOfSatisfaction,
  findingOfTimes,
  sinceFirst,
  type Finding,
} from '../statistics/findings.ts';
import { sayFinding } from '../statistics/say-finding.ts';
import type { AgencyDocument } from './agency.graphql.ts';

type Data = ResultOf<typeof AgencyDocument>;

interface AgencyFiguresProps {
  id: string;
  total: NonNullable<Data['total']>;
  months: NonNullable<Data['activityFigures']>;
  period: Period;
}

/** Its open figures: load, follow-up, times, satisfaction. No rank: kinds of agencies are never compared with each other. */
export function AgencyFigures({ id, total, months: allMonths, period }: AgencyFiguresProps) {
  const t = useT();
  const words = useReportWords();
  const row = total.edges[0]?.node;
  if (!row) return null;
  const months = sinceFirst(allMonths);
  const figures = readFragment(FiguresFragment, row.figures);
  const say = (finding: Finding) => sayFinding(t, words, finding);
  const csv = (table: string, more = '') =>
    `/figures/${table}.csv?from=${period.from}&to=${period.to}&organisationId=${encodeURIComponent(id)}${more}`;
  return (
    <>
      <FigureTiles figures={figures} previous={row.previous} />
      <FindingSection
        about={t('stats.months.about')}
        finding={say(findingOfMonths(months))}
        csv={csv('activity', '&by=MONTH')}
      >
        <div className="finding__both">
          <MonthsChart months={months} />
          <MonthsTable months={months} />
        </div>
      </FindingSection>
      <FindingSection
        about={t('stats.times.about')}
        finding={say(findingOfTimes(figures.toFollowUp))}
        csv={csv('reports')}
      >
        <TimesTable figures={figures} />
      </FindingSection>
      <FindingSection
        about={t('stats.satisfaction.about')}
        finding={say(findingOfSatisfaction(figures))}
        csv={csv('reports')}
      >
        <SatisfactionTable figures={figures} />
      </FindingSection>
    </>
  );
}

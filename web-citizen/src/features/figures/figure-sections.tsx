import { useReportWords, useT } from '../../app/language-provider.tsx';
import {
  findingOfMonths,
  findingOfSatisfaction,
  findingOfTimes,
  sinceFirst,
  type Finding,
} from '../statistics/findings.ts';
import { sayFinding } from '../statistics/say-finding.ts';
import { MonthsTable, SatisfactionTable, TimesTable, type GroupFigures } from './figure-tables.tsx';
import { FindingSection } from './finding-section.tsx';
import { MonthsChart, type MonthRow } from './months-chart.tsx';

/** Says a finding in the reader's language. */
export function useFinding(): (finding: Finding) => string {
  const t = useT();
  const words = useReportWords();
  return (finding) => sayFinding(t, words, finding);
}

interface FiguresSectionProps {
  figures: GroupFigures;
  /** Address of the whole table as CSV. */
  csv: string;
}

/** Received and completed, month by month. */
export function MonthsSection({ months: all, csv }: { months: readonly MonthRow[]; csv: string }) {
  const t = useT();
  const say = useFinding();
  const months = sinceFirst(all);
  return (
    <FindingSection about={t('stats.months.about')} finding={say(findingOfMonths(months))} csv={csv}>
      <div className="finding__both">
        {/* One month alone is no line. */}
        {months.length > 1 && <MonthsChart months={months} />}
        <MonthsTable months={months} />
      </div>
    </FindingSection>
  );
}

/** How long it takes, with the open ones counted as well. */
export function TimesSection({ figures, csv }: FiguresSectionProps) {
  const t = useT();
  const say = useFinding();
  return (
    <FindingSection
      about={t('stats.times.about')}
      finding={say(findingOfTimes(figures.toFollowUp))}
      csv={csv}
    >
      <TimesTable figures={figures} />
    </FindingSection>
  );
}

/** What reporters say of it. */
export function SatisfactionSection({ figures, csv }: FiguresSectionProps) {
  const t = useT();
  const say = useFinding();
  return (
    <FindingSection
      about={t('stats.satisfaction.about')}
      finding={say(findingOfSatisfaction(figures))}
      csv={csv}
    >
      <SatisfactionTable figures={figures} />
    </FindingSection>
  );
}

import { Notice } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { readFragment, type ResultOf } from '../../graphql.ts';
import { csvAddress } from '../figures/csv-address.ts';
import { MonthsSection, SatisfactionSection, TimesSection } from '../figures/figure-sections.tsx';
import { FigureTiles } from '../figures/figure-tiles.tsx';
import { FiguresFragment } from '../figures/figures.graphql.ts';
import type { Period } from '../figures/periods.ts';
import { FEWEST_RANKED } from '../statistics/findings.ts';
import type { AgencyDocument } from './agency.graphql.ts';
import { DeadlinesSection } from './deadlines-section.tsx';

type Data = ResultOf<typeof AgencyDocument>;

interface AgencyFiguresProps {
  id: string;
  total: NonNullable<Data['total']>;
  months: NonNullable<Data['activityFigures']>;
  open: Data['openFigures'];
  period: Period;
}

/** Its open figures: load, follow-up, times, deadlines, satisfaction. No rank: kinds of agencies are never compared with each other. */
export function AgencyFigures({ id, total, months, open, period }: AgencyFiguresProps) {
  const t = useT();
  const row = total.edges[0]?.node;
  if (!row) return null;
  const figures = readFragment(FiguresFragment, row.figures);
  const isFew = figures.received === null || figures.received < FEWEST_RANKED;
  const csv = csvAddress('reports', period, { organisationId: id });
  return (
    <>
      {isFew && (
        <Notice>
          <p>{t('agency.few', { least: FEWEST_RANKED })}</p>
        </Notice>
      )}
      <FigureTiles figures={figures} previous={row.previous} />
      <MonthsSection
        months={months}
        csv={csvAddress('activity', period, { organisationId: id, by: 'MONTH' })}
      />
      <TimesSection figures={figures} csv={csv} />
      {open && <DeadlinesSection id={id} open={open} />}
      <SatisfactionSection figures={figures} csv={csv} />
    </>
  );
}

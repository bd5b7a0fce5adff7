import { useLanguage } from '@lapor/staff';
import { StatTile, Tiles } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useText } from '../app/use-text.ts';
import { unitHrefs, type Period } from './unit-hrefs.ts';
import type { OpenFigures, PeriodFigures } from './unit-rows.ts';

interface UnitTilesProps {
  unitId: string;
  /** What `now` is about. */
  period: Period;
  open: OpenFigures | undefined;
  now: PeriodFigures | undefined;
  /** Of the period right before. */
  before: PeriodFigures | undefined;
}

/** The five figures of a unit; each leads to the reports behind it. */
export function UnitTiles({ unitId, period, open, now, before }: UnitTilesProps) {
  const t = useText();
  const { words } = useLanguage();
  const number = (value: number | null | undefined, decimals = 0) =>
    value == null ? '–' : formatNumber(words, value, decimals);
  const hrefs = unitHrefs(unitId, period);
  const steps = now?.steps;
  const ended = (steps?.onTime ?? 0) + (steps?.late ?? 0);
  const median = now?.toFollowUp?.medianDaysWithOpen ?? now?.toFollowUp?.medianDays;
  const ninetieth = now?.toFollowUp?.ninetiethPercentileDays;
  const rated = now?.rated ?? 0;
  return (
    <Tiles>
      <StatTile
        label={t('unitView.open')}
        value={number(open?.open ?? 0)}
        note={t('unitView.receivedNote', {
          now: number(now?.received ?? 0),
          before: number(before?.received ?? 0),
        })}
        href={hrefs.open}
      />
      <StatTile
        label={t('unitView.onTime')}
        value={number(steps?.onTimeRate)}
        unit={steps?.onTimeRate == null ? undefined : '%'}
        note={
          ended === 0
            ? t('unitView.onTimeNone')
            : t('unitView.onTimeNote', { late: number(steps?.late), ended: number(ended) })
        }
        href={steps?.late ? hrefs.late : hrefs.onTime}
      />
      <StatTile
        label={t('unitView.toFollowUp')}
        value={number(median)}
        unit={median == null ? undefined : t('unitView.days')}
        note={ninetieth == null ? t('unitView.noData') : t('unitView.ninetieth', { days: number(ninetieth) })}
        href={hrefs.received}
      />
      <StatTile
        label={t('unitView.satisfaction')}
        value={number(rated > 0 ? now?.averageRating : null, 1)}
        unit={rated > 0 ? t('unitView.ofFive') : undefined}
        note={t('unitView.raters', { count: rated })}
        href={hrefs.rated}
      />
      <StatTile
        label={t('bucket.OVERDUE')}
        value={number(open?.overdue ?? 0)}
        note={t('unitView.overdueNote')}
        href={hrefs.overdue}
      />
    </Tiles>
  );
}

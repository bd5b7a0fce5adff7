import { StatTile, Tiles } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import { numberText, percentText } from './figure-text.ts';
import type { GroupFigures } from './figure-tables.tsx';
import { Told } from './told.tsx';

interface FigureTilesProps {
  figures: GroupFigures;
  /** Of the period before, equally long. */
  previous: { received: number | null; followUpRate: number | null } | null;
}

/** The four figures people ask for first. Rates come with both denominators, so that archiving makes none look better unseen. */
export function FigureTiles({ figures, previous }: FigureTilesProps) {
  const t = useT();
  const words = useWords();
  const number = (value: number | null | undefined, decimals = 0) => (
    <Told text={numberText(words, value, decimals)} />
  );
  const withoutArchived = (value: number | null) =>
    value === null ? t('stats.ofAll') : t('stats.bothDenominators', { share: percentText(words, value) });
  const median = figures.toFollowUp?.medianDays ?? null;
  return (
    <Tiles>
      <StatTile
        label={t('stats.received')}
        // Nothing received is no data, not a good or bad figure.
        value={
          figures.received === 0 ? (
            <span className="not-enough">{t('stats.noData')}</span>
          ) : (
            number(figures.received)
          )
        }
        note={
          !previous?.received
            ? t('stats.inPeriod')
            : t('stats.before', { count: numberText(words, previous.received) })
        }
      />
      <StatTile
        label={t('stats.followedUp')}
        value={<Told text={percentText(words, figures.followUpRate)} />}
        note={withoutArchived(figures.followUpRateWithoutArchived)}
      />
      <StatTile
        label={t('stats.completedRate')}
        value={<Told text={percentText(words, figures.completionRate)} />}
        note={withoutArchived(figures.completionRateWithoutArchived)}
      />
      <StatTile
        label={t('stats.medianFollowUp')}
        value={number(median)}
        unit={median === null ? undefined : t('below.days')}
        note={t('stats.medianNote')}
      />
      <StatTile
        label={t('stats.rating')}
        value={number(figures.averageRating, 1)}
        unit={figures.averageRating === null ? undefined : t('stats.ofFive')}
        note={
          figures.rated === null
            ? t('stats.ratedFew')
            : t('stats.ratedBy', { count: numberText(words, figures.rated) })
        }
      />
    </Tiles>
  );
}

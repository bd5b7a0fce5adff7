import { useQuery } from 'urql';
import { StatTile, Tiles } from '@lapor/ui';
import { formatDayOf, formatNumber } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { HomeDocument } from './home.graphql.ts';

/** This month's open figures. A figure of which too little is known says so; it never shows zero. */
export function Month() {
  const t = useT();
  const words = useWords();
  const [{ data, fetching }] = useQuery({ query: HomeDocument });
  const figures = data?.publicStatistics;
  // Figures are an addition: when they cannot be had the page is whole without them.
  if (!figures && !fetching) return null;
  const missing = figures ? t('below.noData') : '';
  return (
    <section className="section" aria-labelledby="month">
      <h2 id="month">
        {figures
          ? t('below.monthUntil', { day: formatDayOf(words, figures.asOf, 'Asia/Jakarta', 'day') })
          : t('below.month')}
      </h2>
      <Tiles>
        <StatTile
          label={t('below.received')}
          value={figures?.receivedThisMonth != null ? formatNumber(words, figures.receivedThisMonth) : '–'}
          note={figures?.receivedThisMonth != null || !figures ? t('below.receivedNote') : missing}
        />
        <StatTile
          label={t('below.followedUp')}
          value={figures?.followedUpPercent != null ? formatNumber(words, figures.followedUpPercent) : '–'}
          unit={figures?.followedUpPercent != null ? '%' : undefined}
          note={figures?.followedUpPercent != null || !figures ? t('below.followedUpNote') : missing}
        />
        <StatTile
          label={t('below.median')}
          value={
            figures?.medianFollowUpDays != null ? formatNumber(words, figures.medianFollowUpDays, 1) : '–'
          }
          unit={figures?.medianFollowUpDays != null ? t('below.days') : undefined}
          note={figures?.medianFollowUpDays != null || !figures ? t('below.medianNote') : missing}
        />
      </Tiles>
    </section>
  );
}

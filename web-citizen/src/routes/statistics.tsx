import { useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import { Anchor, ErrorState, SkeletonBlock } from '@lapor/ui';
import { localDateOf } from '@lapor/wording';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import '../features/figures/figure-styles.ts';
import { Definitions } from '../features/figures/definitions.tsx';
import { PeriodChoice } from '../features/figures/period-choice.tsx';
import { periodQuery, readPeriod } from '../features/figures/periods.ts';
import { FiguresPage } from '../features/statistics/figures-page.tsx';
import { StatisticsDocument } from '../features/statistics/statistics.graphql.ts';

/** Open statistics of the whole country. */
export default function Statistics() {
  const t = useT();
  const [, navigate] = useLocation();
  const today = localDateOf(new Date(), 'Asia/Jakarta');
  const period = readPeriod(useSearch(), today);
  const { from, to } = period;
  const [{ data, error, fetching }, again] = useQuery({
    query: StatisticsDocument,
    variables: { period: { from, to } },
  });
  return (
    <Page title={t('stats.title')} className="stack stack-6 top-gap">
      <div>
        <h1>{t('stats.title')}</h1>
        <p className="lead">{t('stats.lead')}</p>
      </div>
      <div className="grid-3">
        <PeriodChoice
          today={today}
          period={period}
          onChange={(next) => navigate(`/statistik${periodQuery(next)}`)}
        />
      </div>
      {data && !fetching ? (
        <FiguresPage data={data} period={period} />
      ) : error && !fetching ? (
        <ErrorState
          title={t('stats.failed')}
          retryLabel={t('common.retry')}
          onRetry={() => again({ requestPolicy: 'network-only' })}
        >
          {t('common.checkNetwork')}
        </ErrorState>
      ) : (
        <SkeletonBlock label={t('common.loading')} count={4} />
      )}
      <Definitions />
      <p>
        <Anchor href="/kinerja">{t('agency.find')}</Anchor>
      </p>
      <p>
        <Anchor href="/moderasi">{t('moderation.title')}</Anchor>
      </p>
    </Page>
  );
}

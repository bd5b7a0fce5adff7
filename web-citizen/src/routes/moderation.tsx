import { useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import { Anchor, ErrorState, SkeletonBlock } from '@lapor/ui';
import { localDateOf } from '@lapor/wording';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import '../features/figures/figure-styles.ts';
import { PeriodChoice } from '../features/figures/period-choice.tsx';
import { periodQuery, readPeriod } from '../features/figures/periods.ts';
import { ModerationCounts } from '../features/moderation/moderation-counts.tsx';
import { ModerationLog } from '../features/moderation/moderation-log.tsx';
import { ModerationDocument } from '../features/moderation/moderation.graphql.ts';

/** What is kept from the public, by which rule and how often: never a word of what it was about. */
export default function Moderation() {
  const t = useT();
  const [, navigate] = useLocation();
  const today = localDateOf(new Date(), 'Asia/Jakarta');
  const period = readPeriod(useSearch(), today);
  const [{ data, error, fetching }, again] = useQuery({
    query: ModerationDocument,
    variables: { from: period.from, until: period.to },
  });
  return (
    <Page title={t('moderation.title')} className="stack stack-6 top-gap">
      <div>
        <h1>{t('moderation.title')}</h1>
        <p className="lead">{t('moderation.lead')}</p>
      </div>
      <div className="grid-3">
        <PeriodChoice
          label={t('moderation.period')}
          today={today}
          period={period}
          onChange={(next) => navigate(`/moderasi${periodQuery(next)}`)}
        />
      </div>
      {data && !fetching ? (
        <>
          <ModerationCounts counts={data.moderationCounts} />
          <section className="stack stack-3" aria-labelledby="moderation-log">
            <h2 id="moderation-log" className="h3">
              {t('moderation.log')}
            </h2>
            <ModerationLog first={data.moderationLog} />
          </section>
        </>
      ) : error && !fetching ? (
        <ErrorState
          title={t('moderation.failed')}
          retryLabel={t('common.retry')}
          onRetry={() => again({ requestPolicy: 'network-only' })}
        >
          {t('common.checkNetwork')}
        </ErrorState>
      ) : (
        <SkeletonBlock label={t('common.loading')} count={3} />
      )}
      <p>{t('moderation.appeal')}</p>
      <p>
        <Anchor href="/statistik">{t('shell.statistics')}</Anchor>
      </p>
    </Page>
  );
}

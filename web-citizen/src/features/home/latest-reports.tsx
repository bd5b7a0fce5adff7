import { useQuery } from 'urql';
import { Anchor, EmptyState, ErrorState, SkeletonBlock } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import { HomeDocument } from './home.graphql.ts';

export function LatestReports() {
  const t = useT();
  const [{ data, error, fetching }, again] = useQuery({ query: HomeDocument });
  const reports = data?.publicReports.edges ?? [];
  return (
    <section className="section" aria-labelledby="latest">
      <div className="row row--between">
        <h2 id="latest">{t('below.latest')}</h2>
        <Anchor href="/laporan">{t('below.searchAll')}</Anchor>
      </div>
      {data ? (
        reports.length > 0 ? (
          <ul className="grid-3 list-plain">
            {reports.map(({ node }) => (
              <li key={node.id}>
                <ReportCard report={node} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={t('below.noReports')}>{t('below.noReportsText')}</EmptyState>
        )
      ) : error && !fetching ? (
        <ErrorState
          title={t('below.listFailed')}
          retryLabel={t('common.retry')}
          onRetry={() => again({ requestPolicy: 'network-only' })}
        >
          {t('common.checkNetwork')}
        </ErrorState>
      ) : (
        <div className="grid-3 latest-waiting">
          <SkeletonBlock label={t('common.loading')} />
          <SkeletonBlock label="" />
          <SkeletonBlock label="" />
        </div>
      )}
    </section>
  );
}

import { useQuery } from 'urql';
import { EmptyState, ErrorState, LinkButton, SkeletonBlock } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { readFragment } from '../../graphql.ts';
import { FollowArea } from './follow-area.tsx';
import { FollowRow } from './follow-row.tsx';
import { FollowFragment, MyFollowingDocument } from './following.graphql.ts';

/** Reports and areas whose public news come by mail; each can be ended here. */
export function FollowingPage() {
  const t = useT();
  const [{ data, error, fetching }, read] = useQuery({
    query: MyFollowingDocument,
    requestPolicy: 'cache-and-network',
  });
  const again = () => read({ requestPolicy: 'network-only' });
  if (!data) {
    return error && !fetching ? (
      <ErrorState title={t('account.notLoaded')} retryLabel={t('common.retry')} onRetry={again}>
        {t('common.checkNetwork')}
      </ErrorState>
    ) : (
      <SkeletonBlock label={t('common.loading')} count={2} />
    );
  }
  const follows = data.myFollowing.map((follow) => readFragment(FollowFragment, follow));
  const areas = follows.filter(({ region }) => region !== null);
  const reports = follows.filter(({ region }) => region === null);
  return (
    <div className="account-columns">
      <div className="stack stack-6">
        <section className="stack stack-3" aria-labelledby="followed-areas">
          <h2 id="followed-areas" className="h3">
            {t('account.follow.areas')}
          </h2>
          <p className="caption">{t('account.follow.areasText')}</p>
          <ul className="account-list">
            {areas.map((follow) => (
              <FollowRow key={follow.id} follow={follow} />
            ))}
          </ul>
          {areas.length === 0 && <p>{t('account.follow.noAreas')}</p>}
        </section>
        <FollowArea onFollowed={again} />
      </div>
      <section className="stack stack-3" aria-labelledby="followed-reports">
        <h2 id="followed-reports" className="h3">
          {t('account.follow.reports')}
        </h2>
        <p className="caption">{t('account.follow.reportsText')}</p>
        <ul className="account-list">
          {reports.map((follow) => (
            <FollowRow key={follow.id} follow={follow} />
          ))}
        </ul>
        {reports.length === 0 && (
          <EmptyState
            title={t('account.follow.noReports')}
            action={<LinkButton href="/laporan">{t('shell.publicReports')}</LinkButton>}
          >
            {t('account.follow.noReportsText')}
          </EmptyState>
        )}
      </section>
    </div>
  );
}

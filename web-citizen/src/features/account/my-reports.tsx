import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { auth } from '@lapor/web-client';
import { EmptyState, ErrorState, LoadMore, SkeletonBlock } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import { MyReportsDocument } from './my-reports.graphql.ts';

/** The own reports, newest first, a page at a time. */
export function MyReports() {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <ul className="grid-3 list-plain report-list">
      {cursors.map((after, index) => (
        <MyReportsPage
          key={after ?? ''}
          after={after}
          last={index === cursors.length - 1}
          onMore={(cursor) => setCursors([...cursors, cursor])}
        />
      ))}
    </ul>
  );
}

interface MyReportsPageProps {
  after: string | null;
  last: boolean;
  onMore: (cursor: string) => void;
}

function MyReportsPage({ after, last, onMore }: MyReportsPageProps) {
  const t = useT();
  const [{ data, error, fetching }, again] = useQuery({
    query: MyReportsDocument,
    variables: { after },
    requestPolicy: 'cache-and-network',
  });
  if (!data) {
    return (
      <li className="span-all">
        {error && !fetching ? (
          <ErrorState
            title={t('below.listFailed')}
            retryLabel={t('common.retry')}
            onRetry={() => again({ requestPolicy: 'network-only' })}
          >
            {t('common.checkNetwork')}
          </ErrorState>
        ) : (
          <SkeletonBlock label={t('common.loading')} count={2} />
        )}
      </li>
    );
  }
  const { edges, pageInfo } = data.myReports;
  if (edges.length === 0 && after === null) {
    return (
      <li className="span-all">
        <NoReports />
      </li>
    );
  }
  const { endCursor } = pageInfo;
  return (
    <>
      {edges.map(({ node }) => (
        <li key={node.id}>
          <ReportCard report={node} />
        </li>
      ))}
      {last && pageInfo.hasNextPage && endCursor !== null && (
        <li className="span-all">
          <LoadMore shown="" hasMore busy={false} onMore={() => onMore(endCursor)}>
            {t('list.more')}
          </LoadMore>
        </li>
      )}
    </>
  );
}

/** The graph answers "none" to who is signed out, too: had the session ended elsewhere, that must not pass for an empty account. */
function NoReports() {
  const t = useT();
  const { refresh } = useSession();
  useEffect(() => {
    const check = async () => {
      if ((await auth.currentSession()) === null) await refresh();
    };
    check().catch(() => undefined);
  }, [refresh]);
  return <EmptyState title={t('account.none')}>{t('account.noneText')}</EmptyState>;
}

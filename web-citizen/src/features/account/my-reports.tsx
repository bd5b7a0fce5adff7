import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { auth } from '@lapor/web-client';
import { EmptyState, ErrorState, LinkButton, LoadMore, SkeletonBlock } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';
import { ReportCard } from '../../components/report-card.tsx';
import type { ResultOf } from '../../graphql.ts';
import { ErasureWishLine } from '../report/erasure-wish.tsx';
import { MyReportsDocument } from './my-reports.graphql.ts';
import { WaitingReports } from './waiting-reports.tsx';

/** What waits for the reader; then all own reports, newest first, a page at a time. */
export function MyReports() {
  const t = useT();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [{ data, error, fetching }, again] = useQuery({
    query: MyReportsDocument,
    variables: { after: null, isFirst: true },
    requestPolicy: 'cache-and-network',
  });
  if (!data) {
    return error && !fetching ? (
      <ListFailed onRetry={() => again({ requestPolicy: 'network-only' })} />
    ) : (
      <SkeletonBlock label={t('common.loading')} count={2} />
    );
  }
  const { myReports: first, waiting } = data;
  if (first.edges.length === 0) return <NoReports />;
  const onMore = (cursor: string) => setCursors([...cursors, cursor]);
  return (
    <div className="stack stack-6">
      <WaitingReports reports={(waiting?.edges ?? []).map(({ node }) => node)} />
      <section className="stack stack-3" aria-labelledby="all-reports">
        <h2 id="all-reports" className="h3">
          {t('account.allReports')}
        </h2>
        <ul className="grid-3 list-plain report-list">
          <Cards page={first} last={cursors.length === 0} onMore={onMore} />
          {cursors.map((after, index) => (
            <LaterPage key={after} after={after} last={index === cursors.length - 1} onMore={onMore} />
          ))}
        </ul>
      </section>
    </div>
  );
}

type Page = ResultOf<typeof MyReportsDocument>['myReports'];

interface PageProps {
  last: boolean;
  onMore: (cursor: string) => void;
}

function Cards({ page: { edges, pageInfo }, last, onMore }: PageProps & { page: Page }) {
  const t = useT();
  const { endCursor } = pageInfo;
  return (
    <>
      {edges.map(({ node }) => (
        <li key={node.id}>
          <ReportCard report={node} />
          <ErasureWishLine report={node} />
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

function LaterPage({ after, ...place }: PageProps & { after: string }) {
  const t = useT();
  const [{ data, error, fetching }, again] = useQuery({
    query: MyReportsDocument,
    variables: { after, isFirst: false },
  });
  if (data) return <Cards page={data.myReports} {...place} />;
  return (
    <li className="span-all">
      {error && !fetching ? (
        <ListFailed onRetry={() => again({ requestPolicy: 'network-only' })} />
      ) : (
        <SkeletonBlock label={t('common.loading')} count={2} />
      )}
    </li>
  );
}

function ListFailed({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <ErrorState title={t('below.listFailed')} retryLabel={t('common.retry')} onRetry={onRetry}>
      {t('common.checkNetwork')}
    </ErrorState>
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
  return (
    <EmptyState
      title={t('account.none')}
      action={
        <LinkButton href="/lapor" variant="primary">
          {t('home.file')}
        </LinkButton>
      }
    >
      {t('account.noneText')}
    </EmptyState>
  );
}

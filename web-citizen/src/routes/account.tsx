import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useQuery } from 'urql';
import {
  Button,
  EmptyState,
  ErrorState,
  LinkButton,
  LoadMore,
  Notice,
  Skeleton,
  SkeletonBlock,
} from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { ReportCard } from '../components/report-card.tsx';
import { MyReportsDocument } from '../features/account/my-reports.graphql.ts';

export default function Account() {
  const t = useT();
  const { session, signOut } = useSession();
  const [, navigate] = useLocation();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (session === null) navigate('/masuk', { replace: true });
  }, [session, navigate]);

  if (!session) {
    return (
      <Page title={t('shell.myReports')} className="top-gap">
        <Skeleton label={t('common.loading')} title />
      </Page>
    );
  }
  return (
    <Page title={t('shell.myReports')} className="stack stack-6 top-gap">
      <div className="row row--between row--top">
        <div>
          <h1>{t('shell.myReports')}</h1>
          <p className="muted">{t('account.signedInAs', { email: session.email })}</p>
        </div>
        <div className="row">
          <LinkButton href="/lapor" variant="primary">
            {t('home.file')}
          </LinkButton>
          <Button onClick={async () => setFailed(!(await signOut()))}>{t('account.signOut')}</Button>
        </div>
      </div>
      {failed && (
        <Notice tone="danger" role="alert">
          <p>{t('account.signOutFailed')}</p>
        </Notice>
      )}
      {session.kind !== 'citizen' && (
        <Notice>
          <p>{t('account.officer')}</p>
        </Notice>
      )}
      <section aria-labelledby="reports">
        <h2 id="reports" className="sr">
          {t('list.results')}
        </h2>
        <MyReports />
      </section>
    </Page>
  );
}

function MyReports() {
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
            title={t('home.listFailed')}
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
        <EmptyState title={t('account.none')}>{t('account.noneText')}</EmptyState>
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

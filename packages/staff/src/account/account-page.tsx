import { Panel, Skeleton } from '@lapor/ui';
import { useEffect, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AbsencePanel } from './absence/absence-panel.tsx';
import { AccountDocument } from './account.graphql.ts';
import { LogPanel } from './log/log-panel.tsx';
import { PostsPanel } from './posts/posts-panel.tsx';
import { SessionsPanel } from './sessions/sessions-panel.tsx';
import { SignInWaysPanel } from './sign-in-ways/sign-in-ways-panel.tsx';

/** The officer's own account: posts, absence, ways to sign in, sessions, what the log says. */
export function AccountPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  const { officer, email } = useSession();
  usePageTitle(t('account.mine'), consoleLabel);
  // Counts what may have ended other sessions.
  const [round, setRound] = useState(0);
  return (
    <>
      <div>
        <h1>{t('account.mine')}</h1>
        <p className="caption">{[officer.name, email].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="cols cols--half">
        <div className="stack stack-3">
          <Posts />
        </div>
        <div className="stack stack-3">
          <SignInWaysPanel onChanged={() => setRound((last) => last + 1)} />
          <SessionsPanel round={round} />
          <LogPanel accountId={officer.id} />
        </div>
      </div>
    </>
  );
}

/** What the graph knows: posts and who stands in. */
function Posts() {
  const t = useText();
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: AccountDocument,
    requestPolicy: 'cache-and-network',
  });
  const account = data?.viewerOfficer;
  const { recheck } = useSession();
  // Nobody is signed in any more.
  const gone = data !== undefined && !account && !fetching;
  useEffect(() => {
    if (gone) recheck();
  }, [gone, recheck]);
  const retry = () => ask({ requestPolicy: 'network-only' });
  if (!account)
    return (
      <Panel title={t('account.posts', { count: 1 })}>
        {error ? (
          <LoadFailure error={error} title={t('account.postsFailed')} retrying={stale} onRetry={retry} />
        ) : (
          <Skeleton label={t('page.loading')} lines={4} />
        )}
      </Panel>
    );
  return (
    <>
      <StaleNotice error={error} onRetry={retry} />
      <PostsPanel account={account} />
      <AbsencePanel account={account} />
    </>
  );
}

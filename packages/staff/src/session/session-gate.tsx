import { Skeleton, ErrorState } from '@lapor/ui';
import { auth, type Session } from '@lapor/web-client';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { readChoice, rememberChoice } from '../storage/choices.ts';
import { NoPostPage } from './no-post-page.tsx';
import { chosenWorkplace, workplacesOf, type PostRole } from './posts.ts';
import { SessionContext, type SessionState } from './session-context.ts';
import { SessionDocument } from './session.graphql.ts';
import { SignInPage } from './sign-in-page.tsx';
import { useReturnToTab } from './use-return-to-tab.ts';
import type { ConsoleIdentity } from '../app/console-identity.ts';

interface SessionGateProps {
  console: ConsoleIdentity;
  /** Posts this console serves. */
  roles: readonly PostRole[];
  /** Throws away everything that was loaded for the last officer. */
  onChangeOfOfficer: () => void;
  children: ReactNode;
}

/**
 * Lets officers in. Whoever is not signed in meets the sign-in page at the same address, so that a link, or a session
 * that ended in the middle of the work, leads back to where it was.
 */
export function SessionGate({ console, roles, onChangeOfOfficer, children }: SessionGateProps) {
  const t = useText();
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: SessionDocument,
    requestPolicy: 'cache-and-network',
  });
  const [chosenId, setChosenId] = useState(() => readChoice(`${console.name}.organisation`));
  const officer = data?.viewerOfficer ?? null;
  const workplaces = useMemo(() => workplacesOf(officer?.posts ?? [], roles), [officer, roles]);
  const workplace = chosenWorkplace(workplaces, chosenId);
  const recheck = () => ask({ requestPolicy: 'network-only' });
  useReturnToTab(recheck);

  const state = useMemo<SessionState | null>(() => {
    if (!officer || !workplace) return null;
    return {
      officer,
      workplaces,
      workplace,
      timeZone: workplace.organisation.timeZone,
      chooseWorkplace(organisationId) {
        rememberChoice(`${console.name}.organisation`, organisationId);
        setChosenId(organisationId);
      },
      async signOut() {
        await auth.signOut();
        onChangeOfOfficer();
      },
      recheck: () => ask({ requestPolicy: 'network-only' }),
    };
  }, [officer, workplaces, workplace, console.name, onChangeOfOfficer, ask]);

  if (state) return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
  if (fetching && !data) return <Waiting label={t('session.loading')} />;
  if (error && !data) {
    return (
      <main className="gate" id="main" tabIndex={-1}>
        <ErrorState
          page
          title={t('session.failed')}
          retryLabel={t('retry')}
          onRetry={recheck}
          retrying={stale}
        >
          {t('session.failedHint')}
        </ErrorState>
      </main>
    );
  }
  return <Outside console={console} onSignedIn={onChangeOfOfficer} hasPost={officer !== null} />;
}

/** Not an officer of this console: signed out, or signed in without a post here. */
function Outside({
  console,
  onSignedIn,
  hasPost,
}: {
  console: ConsoleIdentity;
  onSignedIn: () => void;
  hasPost: boolean;
}) {
  const t = useText();
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  useEffect(() => {
    let current = true;
    auth.currentSession().then(
      (found) => current && setSession(found),
      // Unknown: signing in will tell.
      () => current && setSession(null),
    );
    return () => {
      current = false;
    };
  }, []);
  if (session === undefined) return <Waiting label={t('session.loading')} />;
  if (session === null) return <SignInPage console={console} onSignedIn={onSignedIn} />;
  return (
    <NoPostPage console={console} session={session} hasPostElsewhere={hasPost} onSignedOut={onSignedIn} />
  );
}

const Waiting = ({ label }: { label: string }) => (
  <main className="gate" id="main" tabIndex={-1}>
    <Skeleton label={label} lines={3} title />
  </main>
);

import { Skeleton, ErrorState } from '@lapor/ui';
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { letGoOfAll } from '../live/open-leases.ts';
import { useSteadyQuery } from '../loading/use-steady-query.ts';
import { readChoice, rememberChoice } from '../storage/choices.ts';
import { chooseToAct } from './act-as.ts';
import { NoPostPage } from './no-post-page.tsx';
import { actedIn, chosenWorkplace, workplacesOf, type PostRole } from './posts.ts';
import { SessionContext, type SessionState } from './session-context.ts';
import { SessionDocument } from './session.graphql.ts';
import { SignInPage } from './sign-in-page.tsx';
import { signOutOf } from './sign-out.ts';
import { useAccount } from './use-account.ts';
import { useReturnToTab } from './use-return-to-tab.ts';
import { useSignOutElsewhere } from './use-sign-out-elsewhere.ts';
import type { ConsoleIdentity } from '../app/console-identity.ts';

const EnrolmentPage = lazy(async () => ({
  default: (await import('./enrolment/enrolment-page.tsx')).EnrolmentPage,
}));

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
  const { account, ask: askAccount } = useAccount();
  const [chosenId, setChosenId] = useState(() => readChoice(`${console.name}.organisation`));
  const officer = data?.viewerOfficer ?? null;
  const known = account !== undefined && account !== 'UNKNOWN' ? account : null;
  const actingPost = known?.actingPost ?? null;
  const email = known?.email ?? '';
  const served = useMemo(() => workplacesOf(officer?.posts ?? [], roles), [officer, roles]);
  const workplaces = useMemo(
    () => workplacesOf(actedIn(officer?.posts ?? [], actingPost), roles),
    [officer, actingPost, roles],
  );
  const workplace = chosenWorkplace(workplaces, chosenId);
  const recheck = useCallback(() => {
    ask({ requestPolicy: 'network-only' });
    askAccount();
  }, [ask, askAccount]);
  useReturnToTab(recheck);
  useSignOutElsewhere(onChangeOfOfficer);

  const actAs = useCallback<SessionState['actAs']>(
    async (post) => {
      const result = await chooseToAct(post);
      if (result.ok) onChangeOfOfficer();
      return result;
    },
    [onChangeOfOfficer],
  );

  const state = useMemo<SessionState | null>(() => {
    if (!officer || !workplace) return null;
    return {
      officer,
      email,
      servedRoles: roles,
      workplaces,
      workplace,
      actingPost,
      actAs,
      timeZone: workplace.organisation.timeZone,
      chooseWorkplace(organisationId) {
        rememberChoice(`${console.name}.organisation`, organisationId);
        setChosenId(organisationId);
      },
      async signOut() {
        // Nobody else could put them back afterwards.
        await letGoOfAll();
        await signOutOf(officer.id);
        onChangeOfOfficer();
      },
      recheck,
    };
  }, [
    officer,
    email,
    roles,
    workplaces,
    workplace,
    actingPost,
    actAs,
    console.name,
    onChangeOfOfficer,
    recheck,
  ]);

  if ((fetching && !data) || account === undefined) return <Waiting label={t('session.loading')} />;
  if (known?.mustEnrol)
    return (
      <Suspense fallback={<Waiting label={t('session.loading')} />}>
        <EnrolmentPage console={console} session={known} onChanged={onChangeOfOfficer} />
      </Suspense>
    );
  if (state) return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
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
  // Unknown: signing in will tell.
  if (!known) return <SignInPage console={console} onSignedIn={onChangeOfOfficer} />;
  return (
    <NoPostPage
      console={console}
      session={known}
      why={
        known.kind === 'citizen'
          ? 'CITIZEN'
          : served.length > 0
            ? 'ACTING_ELSEWHERE'
            : officer && officer.posts.length > 0
              ? 'OTHER_CONSOLE'
              : 'NO_POST'
      }
      onActInAll={() => actAs(null)}
      onSignedOut={onChangeOfOfficer}
    />
  );
}

const Waiting = ({ label }: { label: string }) => (
  <main className="gate" id="main" tabIndex={-1}>
    <Skeleton label={label} lines={3} title />
  </main>
);

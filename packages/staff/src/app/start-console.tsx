import { applyStoredTheme, ToastProvider, UiProvider, type AnchorProps } from '@lapor/ui';
import { lazy, StrictMode, useCallback, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, useLocation } from 'react-router';
import { Provider } from 'urql';
import { LanguageProvider, type Catalogues } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import type { PostRole } from '../session/posts.ts';
import { SessionGate } from '../session/session-gate.tsx';
import { createRefreshingClient } from '../undo/refreshing-client.ts';
import type { ConsoleIdentity } from './console-identity.ts';
import { Mishap } from './mishap.tsx';
import { PageLoading } from './page-loading.tsx';

const InvitationPage = lazy(async () => ({
  default: (await import('../session/invitation/invitation-page.tsx')).InvitationPage,
}));

export interface ConsoleStart {
  /** The identity in the chosen language. */
  useIdentity: () => ConsoleIdentity;
  application: ConsoleIdentity['application'];
  /** Path under which the gateway serves the console, e.g. "/instansi". */
  basename: string;
  roles: readonly PostRole[];
  catalogues: Catalogues;
  /** Pages for people without an account, by path: they come by a secret link. */
  openPages?: Readonly<Record<string, ReactNode>>;
  /** Pages of the console; rendered for officers only. */
  children: ReactNode;
}

/** Mounts a console: words, graph, routes, sign-in, pages. */
export function startConsole(start: ConsoleStart) {
  applyStoredTheme();
  document.documentElement.dataset['density'] = 'compact';
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider catalogues={start.catalogues}>
        <BrowserRouter basename={start.basename}>
          <Parts>
            <Mishap>
              <Console {...start} />
            </Mishap>
          </Parts>
        </BrowserRouter>
      </LanguageProvider>
    </StrictMode>,
  );
}

function Console({ useIdentity, application, roles, openPages, children }: ConsoleStart) {
  const identity = useIdentity();
  const { pathname } = useLocation();
  // A new client, and everything below it anew, forgets what the last officer loaded.
  const [{ client, officerNumber }, setOfficer] = useState(() => ({
    client: createRefreshingClient({ application }),
    officerNumber: 0,
  }));
  const renew = useCallback(
    () =>
      setOfficer((last) => ({
        client: createRefreshingClient({ application }),
        officerNumber: last.officerNumber + 1,
      })),
    [application],
  );
  return (
    <Provider value={client}>
      {openPages?.[pathname] ? (
        <PageLoading>{openPages[pathname]}</PageLoading>
      ) : pathname === '/undangan' ? (
        <PageLoading>
          <InvitationPage console={identity} onChangeOfOfficer={renew} />
        </PageLoading>
      ) : (
        <SessionGate key={officerNumber} console={identity} roles={roles} onChangeOfOfficer={renew}>
          {children}
        </SessionGate>
      )}
    </Provider>
  );
}

function Parts({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <UiProvider
      link={RouterLink}
      words={{ error: t('ui.error'), close: t('ui.close'), stepDone: t('ui.stepDone') }}
    >
      <ToastProvider>{children}</ToastProvider>
    </UiProvider>
  );
}

const RouterLink = ({ href, ...rest }: AnchorProps) => <Link {...rest} to={href} />;

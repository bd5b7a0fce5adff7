import { cleanup, render } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import type { ComponentType } from 'react';
import { UiProvider, type AnchorProps } from '@lapor/ui';
import { Link, Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { activateLanguage, loadMore } from './app/language.ts';
import { LanguageProvider } from './app/language-provider.tsx';
import { SessionProvider } from './app/session.tsx';

type Variables = Record<string, never>;

export interface Visit {
  /** Address to begin at, and the pattern of the page. */
  path: string;
  pattern?: string;
  /** What the graph answers, by name of the operation; null: no network. */
  answers: Record<string, (variables: Record<string, any>) => unknown>;
  /** Whoever is signed in; changed in place it is the server's view. */
  account?: { email: string | null };
}

export interface Visited {
  /** Operations that were sent, in order, with their variables. */
  asked: { name: string; variables: Record<string, any> }[];
  /** Where the visitor is now, and was before. */
  history: string[];
}

const RouterLink = (props: AnchorProps) => <Link {...props} />;

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** A page as a visitor meets it: real words, real graph client and session, and a server that answers as told. */
export async function visit(
  Page: ComponentType,
  { path, pattern, answers, account }: Visit,
): Promise<Visited> {
  const asked: Visited['asked'] = [];
  const json = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', async (url: string, init?: { body?: string; signal?: AbortSignal }) => {
    init?.signal?.throwIfAborted();
    if (url.startsWith('/auth/get-session'))
      return json(
        account?.email
          ? { user: { id: 'a', email: account.email, name: '', kind: 'citizen' }, session: {}, posts: [] }
          : null,
      );
    if (url !== '/graphql') throw new Error(`Nobody answers ${url}`);
    const { operationName, variables } = JSON.parse(init?.body ?? '{}') as {
      operationName: string;
      variables: Variables;
    };
    asked.push({ name: operationName, variables });
    const answer = answers[operationName];
    if (!answer) throw new Error(`Nobody answers ${operationName}`);
    const data = answer(variables);
    if (data === null) throw new TypeError('Failed to fetch');
    return json({ data });
  });
  const words = await activateLanguage('id');
  await loadMore();
  if (account?.email) localStorage.setItem('has-signed-in', '1');
  const { hook, searchHook, history } = memoryLocation({ path, record: true });
  render(
    <UiProvider link={RouterLink} words={{ error: 'Kesalahan:', close: 'Tutup', stepDone: 'Selesai:' }}>
      <LanguageProvider initial={{ language: 'id', words }}>
        <SessionProvider>
          <Router hook={hook} searchHook={searchHook}>
            <Route path={pattern ?? path} component={Page} />
          </Router>
        </SessionProvider>
      </LanguageProvider>
    </UiProvider>,
  );
  return { asked, history };
}

import { ToastProvider, UiProvider, type AnchorProps } from '@lapor/ui';
import { configure, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { cacheExchange, Client, CombinedError, type Exchange, type Operation } from '@urql/core';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { ReactNode } from 'react';
import { Link, MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { Provider } from 'urql';
import { filter, fromPromise, mergeMap, pipe, share, takeUntil } from 'wonka';
import { LanguageProvider } from '../language/language-provider.tsx';
import { SessionContext, type SessionState } from '../session/session-context.ts';
import type { PostRole, Workplace } from '../session/posts.ts';
import { offerLiveLine } from './live-line.ts';

// The code of a dialog is loaded when it is opened, on a busy machine slowly.
configure({ asyncUtilTimeout: 15_000 });

/** What the graph says to each operation, by its name; an `Error` is a line that broke. */
export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

interface ConsoleWorld {
  answers: Answers;
  /** The console's own Indonesian messages. */
  words: object;
  /** Address within the console. */
  at?: string;
  roles?: readonly PostRole[];
  workplace?: Partial<Workplace['organisation']>;
  /** `path` of the route under test; anything by default. */
  path?: string;
}

export interface RenderedConsole extends RenderResult {
  user: UserEvent;
  /** What was asked, in order: name and variables. */
  asked: { name: string; variables: Record<string, unknown> }[];
  /** The address within the console now. */
  address: () => string;
}

const nothing = () => undefined;

/** Shows a page of a console to an officer who is signed in. An operation without an answer fails the test. */
export function renderConsole(page: ReactNode, world: ConsoleWorld): RenderedConsole {
  offerLiveLine();
  const asked: RenderedConsole['asked'] = [];
  const place = { current: '' };
  const organisation: Workplace['organisation'] = {
    id: 'opd-13-71-dpupr',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    acronym: 'DPUPR',
    timeZone: 'Asia/Jakarta',
    hasDirectVerification: false,
    isConnected: true,
    childCount: 2,
    government: { id: 'pemkot-13-71', name: 'Pemerintah Kota Padang' },
    ...world.workplace,
  };
  const workplace: Workplace = { organisation, roles: world.roles ?? ['LIAISON_OFFICER'] };
  const session: SessionState = {
    officer: { id: 'petugas', name: 'Rina Oktavia', posts: [] },
    email: 'rina@contoh.go.id',
    servedRoles: workplace.roles,
    workplaces: [workplace],
    workplace,
    chooseWorkplace: nothing,
    actingPost: null,
    actAs: async () => ({ ok: true }) as never,
    timeZone: 'Asia/Jakarta',
    signOut: async () => undefined,
    recheck: nothing,
  };
  const client = new Client({
    url: 'http://graph.test/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, answering(world.answers, asked)],
  });
  const view = render(
    <LanguageProvider catalogues={{ id: world.words, en: async () => ({ default: {} }) }}>
      <MemoryRouter initialEntries={[world.at ?? '/']}>
        <UiProvider link={RouterLink} words={{ error: 'Kesalahan:', close: 'Tutup', stepDone: 'Selesai:' }}>
          <ToastProvider>
            <Provider value={client}>
              <SessionContext.Provider value={session}>
                <Routes>
                  <Route path={world.path ?? '*'} element={page} />
                  <Route path="*" element={null} />
                </Routes>
                <Place told={place} />
              </SessionContext.Provider>
            </Provider>
          </ToastProvider>
        </UiProvider>
      </MemoryRouter>
    </LanguageProvider>,
  );
  return { ...view, user: userEvent.setup(), asked, address: () => place.current };
}

const RouterLink = ({ href, ...rest }: AnchorProps) => <Link {...rest} to={href} />;

function Place({ told }: { told: { current: string } }) {
  const { pathname, search, hash } = useLocation();
  told.current = `${pathname}${search}${hash}`;
  return null;
}

/** Answers each operation as the test says, in a later turn as a server does. */
const answering =
  (answers: Answers, asked: RenderedConsole['asked']): Exchange =>
  () =>
  (operations) => {
    const shared = share(operations);
    return pipe(
      shared,
      filter(({ kind }) => kind !== 'teardown'),
      mergeMap((operation) =>
        pipe(
          fromPromise(answerOf(operation, answers, asked)),
          takeUntil(
            pipe(
              shared,
              filter(({ kind, key }) => kind === 'teardown' && key === operation.key),
            ),
          ),
        ),
      ),
    );
  };

async function answerOf(operation: Operation, answers: Answers, asked: RenderedConsole['asked']) {
  const definition = operation.query.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const name = definition?.name?.value ?? '';
  const variables = (operation.variables ?? {}) as Record<string, unknown>;
  asked.push({ name, variables });
  const answer = answers[name];
  const data = answer ? answer(variables) : new Error(`The test has no answer for ${name}`);
  const failed =
    data instanceof Error
      ? 'graphQLErrors' in data
        ? (data as CombinedError)
        : new CombinedError({ networkError: data })
      : undefined;
  return { operation, data: failed ? undefined : data, error: failed, stale: false, hasNext: false };
}

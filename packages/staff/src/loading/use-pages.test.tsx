// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useMemo } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { graphql } from '../graphql.ts';
import { renderConsole } from '../testing/index.ts';
import { usePages } from './use-pages.ts';

const ListDocument = graphql(`
  query List($first: Int!, $after: String) {
    verificationQueue(first: $first, after: $after) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

let ids: string[];
/** Beginnings of the pages that were asked for. */
let asked: (string | null)[];
let isBroken: boolean;
beforeEach(() => {
  ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  asked = [];
  isBroken = false;
});
afterEach(cleanup);

function List() {
  const list = usePages({
    query: ListDocument,
    variables: useMemo(() => ({ first: 2 }), []),
    page: (data) => data.verificationQueue,
    typenames: ['Report'],
  });
  return (
    <>
      <output aria-label="Isi">{list.nodes?.map(({ id }) => id).join('')}</output>
      {list.error && <p>gagal</p>}
      {list.refreshing && <p>sedang disegarkan</p>}
      {list.hasMore && <button onClick={list.loadMore}>Lagi</button>}
      <button onClick={list.refresh}>Segarkan</button>
      <button onClick={list.reload}>Dari awal</button>
    </>
  );
}

/** Two at a time, after the id that stands in the cursor, as a list by keys gives them. */
const answer = ({ after }: Record<string, unknown>) => {
  asked.push((after as string | null) ?? null);
  if (isBroken) return new Error('no line');
  const from = after ? ids.findIndex((id) => id > (after as string)) : 0;
  const found = from < 0 ? [] : ids.slice(from, from + 2);
  return {
    verificationQueue: {
      __typename: 'ReportConnection',
      edges: found.map((id) => ({ node: { __typename: 'Report', id } })),
      pageInfo: { hasNextPage: ids.at(-1) !== found.at(-1), endCursor: found.at(-1) ?? null },
    },
  };
};
const shown = () => screen.getByLabelText('Isi').textContent;

async function readAll() {
  const { user } = renderConsole(<List />, { words: {}, answers: { List: answer } });
  for (const content of ['ab', 'abcd', 'abcdef']) {
    await waitFor(() => expect(shown()).toBe(content));
    if (content !== 'abcdef') await user.click(screen.getByRole('button', { name: 'Lagi' }));
  }
  return user;
}

it('a further page is one request, and those that are there are not asked for again', async () => {
  await readAll();
  expect(asked).toEqual([null, 'b', 'd']);
  expect(screen.queryByRole('button', { name: 'Lagi' })).toBeNull();
});

it('what came in between is there when all is asked for again, and nothing is left out', async () => {
  const user = await readAll();
  ids = ['a', 'a1', 'a2', 'b', 'c', 'd', 'e', 'f'];
  asked = [];
  await user.click(screen.getByRole('button', { name: 'Segarkan' }));
  await waitFor(() => expect(shown()).toBe('aa1a2bcd'));
  expect(asked).toEqual([null, 'a1', 'b']);
  await user.click(screen.getByRole('button', { name: 'Lagi' }));
  await waitFor(() => expect(shown()).toBe('aa1a2bcdef'));
});

it('what was shown stays when it cannot be asked for again, and that is said', async () => {
  const user = await readAll();
  isBroken = true;
  await user.click(screen.getByRole('button', { name: 'Segarkan' }));
  expect(await screen.findByText('gagal')).toBeTruthy();
  expect(shown()).toBe('abcdef');
});

it('a further page that could not be loaded is asked for again, and no other', async () => {
  const { user } = renderConsole(<List />, { words: {}, answers: { List: answer } });
  await waitFor(() => expect(shown()).toBe('ab'));
  isBroken = true;
  await user.click(screen.getByRole('button', { name: 'Lagi' }));
  expect(await screen.findByText('gagal')).toBeTruthy();
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Lagi' }));
  await waitFor(() => expect(shown()).toBe('abcd'));
  expect(screen.queryByText('gagal')).toBeNull();
  expect(asked).toEqual([null, 'b', 'b']);
});

it('a page that is read while all is asked for again is there afterwards', async () => {
  const { user } = renderConsole(<List />, { words: {}, answers: { List: answer } });
  await waitFor(() => expect(shown()).toBe('ab'));
  ids = ['a', 'a1', 'b', 'c', 'd', 'e', 'f'];
  fireEvent.click(screen.getByRole('button', { name: 'Segarkan' }));
  fireEvent.click(screen.getByRole('button', { name: 'Lagi' }));
  await waitFor(() => expect(shown()).toBe('aa1bc'));
  expect(screen.queryByText('sedang disegarkan')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Lagi' }));
  await waitFor(() => expect(shown()).toBe('aa1bcde'));
});

it('a list that begins anew while it is asked for again does not stay on its way', async () => {
  await readAll();
  fireEvent.click(screen.getByRole('button', { name: 'Segarkan' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dari awal' }));
  await waitFor(() => expect(shown()).toBe('ab'));
  await waitFor(() => expect(screen.queryByText('sedang disegarkan')).toBeNull(), { timeout: 3_000 });
});

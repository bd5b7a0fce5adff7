// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../testing/index.ts';
import { OversightPage } from './oversight-page.tsx';

afterEach(cleanup);

const COUNTS = { OPENED: 4, CLARIFICATION_ASKED: 3, CLARIFICATION_GIVEN: 2, RECOMMENDATION: 1, CLOSED: 9 };
const counts = Object.entries(COUNTS).map(([state, count]) => ({
  __typename: 'OversightCount',
  state,
  count,
}));
const none = {
  __typename: 'OversightCaseConnection',
  edges: [],
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
};
const show = (search = '') =>
  renderConsole(<OversightPage consoleLabel="LAPOR!" />, {
    words: {},
    at: `/pengawasan${search}`,
    answers: {
      OversightPage: () => ({ oversightCounts: counts, oversightCases: none }),
      OversightCounts: () => ({ oversightCounts: counts }),
    },
  });

it('begins with the cases that nobody has worked at', async () => {
  const { asked } = show();
  expect((await screen.findByRole('tab', { name: 'Baru dibuka 4' })).getAttribute('aria-selected')).toBe(
    'true',
  );
  expect(asked[0]?.variables).toMatchObject({ filter: { states: ['OPENED'] } });
});

it('holds every case that is not closed in one list, as many as figures elsewhere count', async () => {
  const { asked } = show('?tahap=berjalan');
  const tab = await screen.findByRole('tab', { name: 'Semua yang berjalan 10' });
  expect(tab.getAttribute('aria-selected')).toBe('true');
  const { filter } = asked[0]!.variables as { filter: { states: string[] } };
  expect(filter.states.toSorted()).toEqual(
    Object.keys(COUNTS)
      .filter((state) => state !== 'CLOSED')
      .toSorted(),
  );
});

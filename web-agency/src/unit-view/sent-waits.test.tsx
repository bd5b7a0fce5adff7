// @vitest-environment happy-dom
import type * as Staff from '@lapor/staff';
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import indonesian from '../locales/id.json';
import { UnitViewPage } from './unit-view-page.tsx';

const waiting = new Set<string>();
vi.mock('@lapor/staff', async (original) => ({
  ...(await original<typeof Staff>()),
  useWaitingReports: () => waiting,
}));

const nothing = { edges: [], pageInfo: { hasNextPage: false } };
const show = () =>
  renderConsole(<UnitViewPage />, {
    words: indonesian,
    at: '/kinerja',
    path: '/kinerja/:id?',
    workplace: { id: 'dpupr', name: 'Dinas PUPR' },
    answers: {
      UnitView: () => ({
        organisation: { __typename: 'Organisation', id: 'dpupr', name: 'Dinas PUPR', ancestors: [] },
        openTotal: nothing,
        openUnits: nothing,
        total: nothing,
        units: nothing,
      }),
    },
  });
const told = /masih dapat dibatalkan dan belum terhitung/;

afterEach(() => {
  cleanup();
  waiting.clear();
});

it('says that what can still be taken back is not counted yet, and only then', async () => {
  const { unmount } = show();
  await screen.findByRole('heading', { name: 'Kinerja unit' });
  expect(screen.queryByText(told)).toBeNull();
  unmount();
  waiting.add('r1');
  show();
  expect(await screen.findByText(told)).toBeTruthy();
});

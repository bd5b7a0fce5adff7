// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { visit } from '../visit.testing.tsx';
import Moderation from './moderation.tsx';

const entry = (id: string, more: object = {}) => ({
  node: {
    id,
    day: '2026-11-18',
    kind: 'TEXT_REDACTED',
    rule: 'PERSONAL_DATA',
    reportNumber: '10245678',
    organisation: null,
    ...more,
  },
});
const page = (edges: object[], endCursor: string | null = null) => ({
  edges,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});
const counts = (rows: object[]) => ({ heldNow: 4, overdueNow: 1, rows });

test('counts what was kept back by rule, and tells each act without a word of its report', async () => {
  const { asked } = await visit(Moderation, {
    path: '/moderasi?periode=2026',
    pattern: '/moderasi',
    answers: {
      PublicModeration: () => ({
        moderationCounts: counts([
          { kind: 'WITHHELD', rule: 'SLANDER', count: 3 },
          { kind: 'RELEASED', rule: null, count: 2 },
        ]),
        moderationLog: page(
          [
            entry('1', { organisation: { __typename: 'Organisation', id: 'opd', name: 'Dinas PUPR' } }),
            entry('2', { kind: 'WITHHELD', rule: 'SLANDER', reportNumber: null }),
          ],
          'c',
        ),
      }),
      MoreModeration: ({ after }) => ({
        moderationLog: page([entry('3', { day: `2026-11-0${after === 'c' ? 2 : 9}` })]),
      }),
    },
  });
  const rules = await screen.findByRole('table', { name: 'Menurut aturan' });
  expect(within(rules).getByRole('row', { name: /^Tuduhan kepada orang bernama.* 3 0 0$/ })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '3 tindakan dalam kurun ini' })).toBeTruthy();
  expect(screen.getByText(/^4 laporan ditahan sekarang, 1 di antaranya/)).toBeTruthy();
  const log = screen.getByRole('table', { name: 'Tindakan, terbaru dulu' });
  expect(within(log).getByRole('link', { name: '1024 5678' }).getAttribute('href')).toBe('/laporan/10245678');
  expect(within(log).getByRole('row', { name: /Ditahan .* Meja nasional tidak tayang$/ })).toBeTruthy();
  expect(within(log).getByRole('row', { name: / Dinas PUPR 1024 5678$/ })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /lebih banyak|berikutnya|lagi/i }));
  expect(await within(log).findByText('2 November 2026')).toBeTruthy();
  expect(asked.map(({ name }) => name)).toEqual(['PublicModeration', 'MoreModeration']);
});

test('says that nothing was kept back, and that the log cannot be read', async () => {
  let isAway = true;
  await visit(Moderation, {
    path: '/moderasi',
    answers: {
      PublicModeration: () => (isAway ? null : { moderationCounts: counts([]), moderationLog: page([]) }),
    },
  });
  expect(await screen.findByText('Log moderasi belum dapat dimuat')).toBeTruthy();
  isAway = false;
  await userEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
  expect(await screen.findByText('Belum ada tindakan')).toBeTruthy();
});

// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { visit } from '../visit.testing.tsx';
import AgencyRoute from './agency.tsx';

const days = { count: 40, meanDays: 6.2, medianDays: 4, ninetiethPercentileDays: 12, medianDaysWithOpen: 7 };
const figures = (received: number | null) => ({
  received,
  submitted: 0,
  postponed: 0,
  disposed: 10,
  inProgress: 12,
  completed: 18,
  archived: 0,
  followUpRate: 75,
  followUpRateWithoutArchived: 75,
  completionRate: 45,
  completionRateWithoutArchived: 45,
  rated: 9,
  averageRating: 3.8,
  satisfiedRate: 67,
  disputeRate: 8,
  reopenRate: 2,
  keptPromiseRate: null,
  handedOver: 0,
  isSuppressed: false,
  toFollowUp: days,
  toCompletion: days,
});
const empty = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const answer = (received: number | null, more: object = {}) => ({
  organisation: {
    id: 'pemkot-13-71',
    name: 'Pemerintah Kota Padang',
    acronym: null,
    kind: 'CITY',
    status: 'ACTIVE',
    address: null,
    email: null,
    phone: null,
    website: null,
    isStaffed: true,
    hasDirectVerification: true,
    childCount: 0,
    head: { title: 'Wali Kota', name: null },
    region: null,
    government: { id: 'pemkot-13-71', name: 'Pemerintah Kota Padang', hasDirectVerification: true },
    ancestors: [],
    successors: [],
    children: empty,
    ...more,
  },
  total: {
    asOf: '2026-11-20T02:40:00.000Z',
    edges: [{ node: { figures: figures(received), previous: null } }],
  },
  activityFigures: [{ from: '2026-11-01', received, completed: 18 }],
  openFigures: {
    asOf: '2026-11-20T02:40:00.000Z',
    edges: [
      {
        node: {
          open: 22,
          overdue: 6,
          overdueRate: 27,
          overdueUpTo7Days: 6,
          overdueUpTo30Days: 0,
          overdueUpTo90Days: 0,
          overdueLonger: null,
        },
      },
    ],
  },
  reportFacets: { categories: [] },
  newest: empty,
  answered: empty,
});
const open = (received: number | null, more?: object) =>
  visit(AgencyRoute, {
    path: '/kinerja/pemkot-13-71',
    pattern: '/kinerja/:id',
    answers: { Agency: () => answer(received, more) },
  });

test('an agency tells its times with open reports counted, its deadlines and what reporters say, in one request', async () => {
  const { asked } = await open(40);
  await screen.findByRole('heading', { name: /^73\s% dari 22 laporan terbuka masih dalam tenggat/ });
  await screen.findByRole('heading', {
    name: 'Separuh ditindaklanjuti dalam 4 hari, sembilan dari sepuluh dalam 12 hari',
  });
  expect(screen.getAllByText('7 hari').length).toBeGreaterThan(0);
  await screen.findByRole('heading', { name: /penilai puas/ });
  // What is kept back is no zero.
  expect(screen.getByRole('row', { name: /90 hari atau lebih/ }).textContent).toContain('belum cukup data');
  expect(screen.queryByText(/Kurang dari 30 laporan/)).toBeNull();
  expect(asked.map(({ name }) => name)).toEqual(['Agency']);
  const files = screen.getAllByRole('link', { name: 'Unduh tabel (CSV)' });
  expect(files.map((link) => link.getAttribute('href'))).toContain(
    '/figures/open.csv?organisationId=pemkot-13-71',
  );
});

test.each([29, null])('below thirty reports (%s) it is not judged', async (received) => {
  await open(received);
  expect(await screen.findByText(/Kurang dari 30 laporan: terlalu sedikit untuk menilai/)).toBeTruthy();
});

test('people report to it from here, and are told who looks first', async () => {
  await open(40);
  const link = await screen.findByRole('link', { name: 'Lapor ke instansi ini' });
  expect(link.getAttribute('href')).toBe('/lapor?ke=pemkot-13-71');
  await screen.findByText(/diperiksa instansi ini sendiri/);
});

test('nobody reports to one that is no more', async () => {
  await open(40, { status: 'FORMER', successors: [{ id: 'baru', name: 'Dinas Baru' }] });
  await screen.findByRole('link', { name: 'Dinas Baru' });
  expect(screen.queryByRole('link', { name: 'Lapor ke instansi ini' })).toBeNull();
});

// @vitest-environment happy-dom
import { renderConsole, type Answers } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { CombinedError } from 'urql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { UnitViewPage } from './unit-view-page.tsx';

const open = (key: string, name: string, count: number, overdue: number) => ({
  node: {
    __typename: 'OpenFigures',
    key,
    open: count,
    openUpTo7Days: count - overdue,
    openUpTo30Days: overdue,
    openUpTo60Days: 0,
    openLonger: 0,
    overdue,
    overdueRate: 0,
    organisation: { __typename: 'Organisation', id: key, name, acronym: null },
  },
});
const figures = {
  __typename: 'Figures',
  received: 12,
  completed: 6,
  followUpRate: 75,
  averageRating: 4.2,
  rated: 5,
  satisfiedRate: 80,
  reopenRate: 0,
  toFollowUp: { medianDaysWithOpen: 3, medianDays: 3, ninetiethPercentileDays: 6 },
  steps: { __typename: 'StepFigures', onTime: 9, late: 3, onTimeRate: 75 },
};
const view = () => ({
  organisation: {
    __typename: 'Organisation',
    id: 'pemkot-13-71',
    name: 'Kota Padang',
    acronym: null,
    ancestors: [],
  },
  openTotal: { asOf: '2026-11-20T02:40:00Z', edges: [open('', '', 10, 3)] },
  openUnits: {
    edges: [open('opd-a', 'Dinas PUPR', 6, 3), open('opd-b', 'Dinas Perhubungan', 2, 0)],
    pageInfo: { hasNextPage: false },
  },
  total: { edges: [{ node: { figures, previous: { ...figures, received: 8 } } }] },
  units: {
    edges: [
      {
        node: {
          key: 'opd-a',
          organisation: { __typename: 'Organisation', id: 'opd-a', name: 'Dinas PUPR', acronym: null },
          figures,
        },
      },
    ],
  },
});
const show = (answers: Answers = {}, at = '/kinerja') =>
  renderConsole(<UnitViewPage />, {
    answers: { UnitView: view, ...answers },
    words: indonesian,
    at,
    path: '/kinerja/:id?',
    workplace: { id: 'pemkot-13-71', name: 'Kota Padang' },
    roles: ['AGENCY_ADMIN'],
  });
const hrefOf = (element: HTMLElement) => element.getAttribute('href');

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('how a unit does', () => {
  it('says in a sentence what to see first, and leads from each figure to its reports', async () => {
    const { asked } = show();
    await screen.findByText('Dinas PUPR menanggung beban terbesar dan paling banyak terlambat: 3');
    const row = within(screen.getByRole('row', { name: /Dinas PUPR/ }));
    expect(hrefOf(row.getByRole('link', { name: 'Dinas PUPR' }))).toBe('/kinerja/opd-a');
    expect(hrefOf(row.getByRole('link', { name: '6' }))).toBe('/kotak/terbuka?unit=opd-a&lindung=tidak');
    expect(hrefOf(row.getByRole('link', { name: '3 laporan' }))).toBe(
      '/kotak/terbuka?unit=opd-a&tenggat=lewat&lindung=tidak',
    );
    expect(hrefOf(row.getByRole('link', { name: '7–29 hari: 3 laporan' }))).toBe(
      '/kotak/terbuka?unit=opd-a&umur=7-29&lindung=tidak',
    );
    expect(row.queryByRole('link', { name: /^60 hari/ })).toBeNull();
    const { period } = asked.find(({ name }) => name === 'UnitView')!.variables as {
      period: { from: string; to: string };
    };
    const days = `dari=${period.from}&sampai=${period.to}`;
    expect(hrefOf(row.getByRole('link', { name: '75 %' }))).toBe(
      `/kotak/semua?unit=opd-a&${days}&langkah=terlambat&lindung=tidak`,
    );
    expect(hrefOf(row.getByRole('link', { name: '4,2' }))).toBe(
      `/kotak/semua?unit=opd-a&${days}&nilai=ya&lindung=tidak`,
    );
    expect(hrefOf(row.getByRole('link', { name: '3 hari' }))).toBe(
      `/kotak/semua?unit=opd-a&${days}&lindung=tidak`,
    );
    expect(
      hrefOf(screen.getByRole('link', { name: '2 laporan terbuka ditangani sendiri, di luar unit' })),
    ).toBe('/kotak/terbuka?unit=pemkot-13-71&langsung=ya&lindung=tidak');
  });

  it('leads from what is the organisation’s as a whole to the same reports', async () => {
    show();
    const tile = async (name: RegExp) => hrefOf(await screen.findByRole('link', { name }));
    expect(await tile(/^Terbuka/)).toBe('/kotak/terbuka?unit=pemkot-13-71&lindung=tidak');
    expect(await tile(/^Terlambat/)).toBe('/kotak/terbuka?unit=pemkot-13-71&tenggat=lewat&lindung=tidak');
    expect(await tile(/^Kepuasan warga/)).toContain('nilai=ya');
    expect(await tile(/^Tepat waktu/)).toContain('langkah=terlambat');
    expect(screen.getByText('dari 12 tenggat yang berakhir pada masa ini; 3 terlambat')).toBeTruthy();
  });

  it('counts over the days that were chosen, which stand in the address', async () => {
    const { user, asked, address } = show();
    await screen.findByRole('heading', { name: 'Kinerja unit' });
    await user.selectOptions(screen.getByLabelText('Masa'), '90 hari terakhir');
    expect(address()).toBe('/kinerja?hari=90');
    await screen.findByRole('heading', { name: 'Kinerja unit' });
    const days = asked
      .filter(({ name }) => name === 'UnitView')
      .map(({ variables }) => variables['period'] as { from: string; to: string })
      .map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
    expect([...new Set(days)]).toEqual([30, 90]);
  });

  it('tells a unit of others as one that is not there', async () => {
    const refused = new CombinedError({
      graphQLErrors: [{ message: 'no units', extensions: { code: 'BAD_USER_INPUT' } }],
    });
    show({ UnitView: () => refused }, '/kinerja/opd-lain');
    expect(await screen.findByRole('heading', { name: 'Halaman tidak ditemukan' })).toBeTruthy();
  });

  it('says that it could not be loaded, and tries again', async () => {
    let isBroken = true;
    const { user } = show({ UnitView: () => (isBroken ? new Error('no line') : view()) });
    await screen.findByText('Kinerja unit belum dapat dimuat');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByRole('table')).toBeTruthy();
  });

  it('says that there are no figures of units', async () => {
    show({
      UnitView: () => ({
        ...view(),
        openUnits: { edges: [], pageInfo: { hasNextPage: false } },
        units: { edges: [] },
      }),
    });
    expect(await screen.findByText('Tidak ada unit di bawahnya yang memegang laporan')).toBeTruthy();
  });
});

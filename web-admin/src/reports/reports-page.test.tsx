// @vitest-environment happy-dom
import { renderConsole, type Answers } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { ReportsPage } from './reports-page.tsx';

const page = (...titles: string[]) => ({
  countedReports: {
    edges: titles.map((title, index) => ({
      node: {
        __typename: 'Report',
        id: title,
        number: `1234567${index}`,
        title,
        state: 'DISPOSED',
        isConfidential: false,
        submittedAt: '2026-11-20T02:40:00Z',
        region: { __typename: 'Region', code: '13.71', name: 'Kota Padang' },
        handler: null,
        nextClock: null,
      },
    })),
    pageInfo: { hasNextPage: false, endCursor: null },
  },
});
const show = (at: string, answers: Answers = {}) =>
  renderConsole(<ReportsPage />, {
    answers: {
      CountedReports: () => page('Jalan berlubang'),
      BehindNames: () => ({
        region: { __typename: 'Region', code: '13.71', fullName: 'Kota Padang, Sumatera Barat' },
      }),
      ...answers,
    },
    words: indonesian,
    at,
    roles: ['KSP_MONITOR'],
  });

describe('the reports behind a figure', () => {
  afterEach(cleanup);

  it('are those of the address, each leading to its page', async () => {
    const { asked } = show('/laporan?dari=2026-11-01&sampai=2026-11-22&keadaan=DISPOSED&terlambat=1');
    expect((await screen.findByRole('link', { name: 'Jalan berlubang' })).getAttribute('href')).toBe(
      '/laporan/12345670',
    );
    expect(asked[0]?.variables).toMatchObject({
      filter: { from: '2026-11-01', until: '2026-11-22', states: ['DISPOSED'], overdue: true },
    });
  });

  it('say in words what they are narrowed by, and let it go by a press', async () => {
    const { user, address } = show('/laporan?wilayah=13.71&arsip=SPAM');
    await screen.findByRole('button', { name: /Wilayah: Kota Padang, Sumatera Barat/ });
    await user.click(screen.getByRole('button', { name: /Diarsipkan: bukan laporan/ }));
    expect(address()).toBe('/laporan?wilayah=13.71');
  });

  it('can be those alone that are overdue, and their address is copied', async () => {
    const { user, address } = show('/laporan?wilayah=13.71');
    await user.click(await screen.findByRole('button', { name: 'Hanya yang lewat tenggat' }));
    expect(address()).toBe('/laporan?wilayah=13.71&terlambat=1');
    expect(screen.queryByRole('button', { name: 'Hanya yang lewat tenggat' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Salin tautan' }));
    expect(await navigator.clipboard.readText()).toMatch(/\/laporan\?wilayah=13\.71&terlambat=1$/);
  });

  it.each([
    ['kembaliDari=2026-11-02', /^Dikembalikan: 2 November 2026 –/],
    ['kembaliSampai=2026-11-30', /^Dikembalikan: – 30 November 2026/],
  ])('say that they are narrowed by one end of the days alone: %s', async (query, name) => {
    const { user, address } = show(`/laporan?wilayah=13.71&${query}`);
    await user.click(await screen.findByRole('button', { name }));
    expect(address()).toBe('/laporan?wilayah=13.71');
  });

  it('say of which step they are, and let each part of it go', async () => {
    const { user, address } = show(
      '/laporan?langkah=terlambat&tahap=FOLLOW_UP&langkahOleh=pln&langkahDari=2026-11-01&langkahSampai=2026-11-22',
      { BehindNames: () => ({ stepOf: { __typename: 'Organisation', id: 'pln', name: 'PLN' } }) },
    );
    expect(await screen.findByRole('button', { name: /^Langkah oleh: PLN/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Ada langkah terlambat/ })).toBeTruthy();
    await user.click(
      screen.getByRole('button', { name: /^Langkah berakhir: 1 November 2026 – 22 November 2026/ }),
    );
    expect(address()).toBe('/laporan?langkah=terlambat&tahap=FOLLOW_UP&langkahOleh=pln');
  });

  it('say so when there are none, and when they could not be loaded', async () => {
    show('/laporan?keadaan=COMPLETED', { CountedReports: () => page() });
    expect(await screen.findByText('Tidak ada laporan untuk saringan ini')).toBeTruthy();
    cleanup();
    show('/laporan', { CountedReports: () => new Error('offline') });
    expect(await screen.findByText('Laporan belum dapat dimuat')).toBeTruthy();
  });
});

// @vitest-environment happy-dom
import { renderConsole, type Answers } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { CombinedError } from 'urql';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { someFigures, table } from './a-room.testing.ts';
import { SituationPage } from './situation-page.tsx';

const overview = (part: Record<string, unknown> = {}) => ({
  total: table({ figures: someFigures() }),
  earlier: table({ figures: someFigures({ received: 172, followUpRate: 38 }) }),
  activity: [
    { __typename: 'ActivityRow', from: '2026-11-01', received: 200, completed: 60 },
    { __typename: 'ActivityRow', from: '2026-11-02', received: 15, completed: 17 },
  ],
  open: {
    __typename: 'OpenFiguresConnection',
    edges: [{ node: { key: '', open: 108, overdue: 27, overdueRate: 25 } }],
  },
  categories: table({
    key: 'jalan',
    category: { __typename: 'Category', id: 'jalan', name: 'Infrastruktur jalan' },
    figures: someFigures({ received: 90 }),
  }),
  oversightCounts: [
    { __typename: 'OversightCount', state: 'OPENED', count: 3 },
    { __typename: 'OversightCount', state: 'CLOSED', count: 9 },
  ],
  burstFigures: [
    {
      __typename: 'BurstFigures',
      category: { __typename: 'Category', id: 'mbg', name: 'Makan Bergizi Gratis' },
      region: null,
      count: 63,
      usual: 4,
    },
  ],
  ...part,
});
const show = (
  answers: Answers = {},
  at = '/situasi?dari=2026-11-01&sampai=2026-11-20',
  roles: Parameters<typeof renderConsole>[1]['roles'] = ['KSP_MONITOR'],
) =>
  renderConsole(<SituationPage />, {
    answers: { SituationOverview: () => overview(), ...answers },
    words: indonesian,
    at,
    path: '/situasi/:part?',
    roles,
  });
const tile = async (label: string) =>
  (await screen.findByText(label, { selector: '.tile__label' })).closest('a')!;

describe('the situation room', () => {
  afterEach(cleanup);

  it('asks one question for its first part, for the days in the address and as many before them', async () => {
    const { asked } = show();
    await screen.findByText('215');
    expect([...new Set(asked.map(({ name }) => name))]).toEqual(['SituationOverview']);
    expect(asked[0]?.variables).toMatchObject({
      period: { from: '2026-11-01', to: '2026-11-20' },
      compare: true,
      filter: null,
      step: 'DAY',
    });
  });

  it('each figure leads to its reports: the same days, states and place', async () => {
    show();
    expect(await tile('Diterima')).toHaveProperty('search', '?dari=2026-11-01&sampai=2026-11-20');
    expect((await tile('Ditindaklanjuti')).getAttribute('href')).toContain('keadaan=IN_PROGRESS%2CCOMPLETED');
    expect((await tile('Lewat tenggat')).getAttribute('href')).toContain('terlambat=1');
    const inTime = await tile('Tepat waktu');
    expect(inTime.textContent).toMatch(/75.%.*50 dari 200 langkah yang berakhir dalam periode ini terlambat/);
    expect(inTime.getAttribute('href')).toBe(
      '/laporan?langkah=tepat&langkahDari=2026-11-01&langkahSampai=2026-11-20',
    );
    const overseen = await tile('Diawasi Ombudsman');
    expect(overseen.textContent).toContain('3');
    expect(overseen.getAttribute('href')).toBe('/pengawasan?tahap=berjalan');
    expect(screen.getByRole('link', { name: 'Infrastruktur jalan' }).getAttribute('href')).toBe(
      '/laporan?dari=2026-11-01&sampai=2026-11-20&kategori=jalan',
    );
  });

  it('puts two numbers of a tile on a line each, and says why there is no median', async () => {
    const waiting = { ...someFigures().toFollowUp, count: 12, open: 28, medianDaysWithOpen: null };
    show({
      SituationOverview: () =>
        overview({
          total: table({ figures: someFigures({ toFollowUp: waiting }) }),
          earlier: table({ figures: someFigures({ received: 12, completionRate: 58 }) }),
        }),
    });
    const lines = async (label: string) =>
      [...(await tile(label)).querySelectorAll('.tile__note > .block')].map((line) => line.textContent);
    expect(await lines('Hari sampai tindak lanjut')).toEqual([
      'belum ada nilai tengah: belum separuhnya ditindaklanjuti',
      expect.stringMatching(/belum ditindaklanjuti$/),
    ]);
    // Twelve reports before are too few to say that it fell.
    expect(await lines('Selesai')).toEqual([expect.stringMatching(/tanpa yang diarsipkan$/)]);
    cleanup();
    show();
    expect(await lines('Ditindaklanjuti')).toEqual([
      expect.stringMatching(/naik 3 poin$/),
      expect.stringMatching(/tanpa yang diarsipkan$/),
    ]);
  });

  it('copies an address that says the days, with what the part is narrowed by', async () => {
    const { user } = show({}, '/situasi?wilayah=13&periode=tahun-lalu');
    await screen.findByText('215');
    await user.click(screen.getByRole('button', { name: 'Salin tautan' }));
    expect(await navigator.clipboard.readText()).toMatch(
      /\/situasi\/ringkasan\?wilayah=13&dari=20\d\d-01-01&sampai=20\d\d-12-31$/,
    );
  });

  it('says which deadline is kept least, step by step, each with its reports', async () => {
    show();
    const panel = (
      await screen.findByRole('heading', { name: /^Paling jarang tepat waktu: Tindak lanjut.*, 56.%$/i })
    ).closest('section')!;
    const row = within(panel).getByRole('row', { name: /Tindak lanjut/i });
    expect(within(row).getByRole('link', { name: '40' }).getAttribute('href')).toBe(
      '/laporan?langkah=terlambat&tahap=FOLLOW_UP&langkahDari=2026-11-01&langkahSampai=2026-11-20',
    );
    expect(within(row).getByRole('link', { name: /56/ }).getAttribute('href')).toContain('langkah=tepat&');
  });

  it('counts what is overdue in a place, by region as by agency', async () => {
    const { asked } = show({}, '/situasi?dari=2026-11-01&sampai=2026-11-20&wilayah=13');
    expect((await tile('Lewat tenggat')).getAttribute('href')).toContain('wilayah=13&terlambat=1');
    expect(asked.find(({ name }) => name === 'SituationOverview')?.variables).toMatchObject({
      regionCode: '13',
    });
  });

  it('says what the figures say, and why something is called a burst', async () => {
    show();
    expect(
      await screen.findByRole('heading', { name: 'Yang masuk 138 lebih banyak daripada yang selesai' }),
    ).toBeTruthy();
    expect(
      screen.getByText(/63 laporan dalam sehari, biasanya 4\. Disebut lonjakan mulai lebih dari 10\./),
    ).toBeTruthy();
    expect((await tile('Diterima')).textContent).toContain('naik 25 %');
    expect(screen.getByRole('img', { name: /Grafik garis/ })).toBeTruthy();
  });

  it('keeps days, comparison and place in the address, also from part to part', async () => {
    const { user, address } = show();
    await screen.findByText('215');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Pembanding' }), 'tahun-lalu');
    expect(address()).toContain('banding=tahun-lalu');
    const parts = within(screen.getByRole('navigation', { name: 'Bagian ruang situasi' }));
    expect(parts.getByRole('link', { name: 'Peta' }).getAttribute('href')).toBe(
      '/situasi/wilayah?dari=2026-11-01&sampai=2026-11-20&banding=tahun-lalu',
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Periode' }), 'bulan-lalu');
    expect(address()).toBe('/situasi?banding=tahun-lalu&periode=bulan-lalu');
  });

  it('shows an analyst whole months only, and a sign where too few stand behind a figure', async () => {
    const { asked } = show(
      {
        SituationOverview: () =>
          overview({
            total: table({
              figures: someFigures({ submitted: null, completed: null, completionRate: null }),
            }),
            earlier: null,
          }),
      },
      undefined,
      ['ANALYST'],
    );
    expect(await screen.findByText(/Angka dari 1 sampai 4 tidak ditampilkan/)).toBeTruthy();
    expect((await tile('Selesai')).textContent).toContain('–');
    expect((await tile('Terverifikasi')).textContent).toContain('–');
    expect(asked[0]?.variables).toMatchObject({ period: { from: '2026-11-01', to: '2026-11-30' } });
    expect(screen.queryByText('Diawasi Ombudsman')).toBeNull();
  });

  it('says so when a question is not counted like that, and offers another try when it failed', async () => {
    const refused = new CombinedError({
      graphQLErrors: [{ message: 'No table crosses these', extensions: { code: 'BAD_USER_INPUT' } }],
    });
    show({ SituationOverview: () => refused });
    expect(await screen.findByText('Tidak dihitung untuk pilihan ini')).toBeTruthy();
    cleanup();
    let isDown = true;
    const { user } = show({ SituationOverview: () => (isDown ? new Error('offline') : overview()) });
    expect(await screen.findByText('Angka belum dapat dimuat')).toBeTruthy();
    isDown = false;
    await user.click(screen.getByRole('button', { name: /Coba lagi/ }));
    expect(await screen.findByText('215')).toBeTruthy();
  });

  it('knows no part that is not there', async () => {
    show({}, '/situasi/entah');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty(
      'textContent',
      'Halaman tidak ditemukan',
    );
  });
});

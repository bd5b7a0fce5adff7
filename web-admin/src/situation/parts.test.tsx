// @vitest-environment happy-dom
import { renderConsole, type Answers } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { aRoom, someFigures, table } from './a-room.testing.ts';
import { AdoptionTab } from './adoption/adoption-tab.tsx';
import { AgeingTab } from './ageing/ageing-tab.tsx';
import { BurstsTab } from './bursts/bursts-tab.tsx';
import { CategoriesTab } from './categories/categories-tab.tsx';
import { ConfidentialTab } from './confidential/confidential-tab.tsx';
import { LeagueTab } from './league/league-tab.tsx';
import { RefusalsTab } from './refusals/refusals-tab.tsx';
import { SatisfactionTab } from './satisfaction/satisfaction-tab.tsx';
import { TrendTab } from './trend/trend-tab.tsx';

const show = (page: ReactNode, answers: Answers, at = '/situasi') =>
  renderConsole(page, { answers, words: indonesian, at, roles: ['KSP_MONITOR'] });
const showKemendagri = (page: ReactNode, answers: Answers) =>
  renderConsole(page, { answers, words: indonesian, roles: ['ANALYST'], workplace: { id: 'kemendagri' } });
const organisation = (id: string) => ({ __typename: 'Organisation', id, name: `Kota ${id}` });
const category = (id: string) => ({ __typename: 'Category', id, name: id });
const link = (name: string | RegExp) => screen.findByRole('link', { name });

describe('parts of the situation room', () => {
  afterEach(cleanup);

  it('compares agencies of one kind and size, with what chance may have done, and leads to their reports', async () => {
    const { user, asked } = show(<LeagueTab room={aRoom()} />, {
      SituationLeague: () => ({
        besar: table(),
        kecil: table(),
        sedang: table(
          {
            key: 'padang',
            rank: 1,
            organisation: organisation('padang'),
            figures: someFigures({ received: 200, inProgress: 40, completed: 140, followUpRate: 90 }),
          },
          {
            key: 'ambon',
            rank: 2,
            organisation: organisation('ambon'),
            figures: someFigures({ received: 120, inProgress: 18, completed: 40, followUpRate: 48 }),
          },
        ),
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Kota padang terdepan; 1 dari 1 lainnya jelas di belakangnya',
      }),
    ).toBeTruthy();
    expect(screen.getByText('85–93 %')).toBeTruthy();
    expect((await link('Kota ambon')).getAttribute('href')).toBe(
      '/laporan?dari=2026-11-01&sampai=2026-11-22&instansi=ambon',
    );
    expect(asked[0]?.variables).toMatchObject({
      filter: { governmentKind: 'CITY' },
      sedang: true,
      besar: true,
      kecil: true,
    });
    expect(screen.getAllByRole('link', { name: /^75.%$/ })[1]?.getAttribute('href')).toBe(
      '/laporan?langkah=tepat&langkahOleh=ambon&langkahDari=2026-11-01&langkahSampai=2026-11-22',
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Jumlah laporan' }), 'sedang');
    expect(asked.at(-1)?.variables).toMatchObject({ sedang: true, besar: false, kecil: false });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Urutan' }), 'tepat');
    expect(asked.at(-1)?.variables).toMatchObject({ orderBy: 'ON_TIME_RATE' });
    expect(await screen.findAllByText('69–80 %')).toHaveLength(2);
    expect(screen.getByRole('columnheader', { name: 'Tepat waktu' })).toBeTruthy();
    expect(screen.getAllByRole('link', { name: '50' })[0]?.getAttribute('href')).toContain(
      'langkah=terlambat',
    );
  });

  it('shows the first group that holds agencies, gives equal figures equal ranks, and calls nobody ahead who is not', async () => {
    const city = (key: string, rank: number, part: Record<string, unknown>) => ({
      key,
      rank,
      organisation: organisation(key),
      figures: someFigures({ received: 60, ...part }),
    });
    show(<LeagueTab room={aRoom()} />, {
      SituationLeague: () => ({
        sedang: table(),
        besar: table(),
        kecil: table(
          city('a', 1, { inProgress: 0, completed: 57, followUpRate: 95 }),
          city('b', 1, { inProgress: 0, completed: 57, followUpRate: 95 }),
          city('c', 3, { inProgress: 0, completed: 12, followUpRate: 20 }),
        ),
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: '2 instansi sama-sama di peringkat pertama; 1 dari 1 lainnya jelas di belakangnya',
      }),
    ).toBeTruthy();
    expect(screen.getAllByText('1 seri')).toHaveLength(2);
    expect(screen.getByText('3')).toBeTruthy();
    expect(screen.getByText(/urutannya hanya menurut abjad/)).toBeTruthy();
  });

  it('says where to look when nobody can be ranked, instead of staying empty', async () => {
    const { user, address } = show(<LeagueTab room={aRoom()} />, {
      SituationLeague: () => ({ sedang: table(), besar: table(), kecil: table() }),
    });
    expect(
      await screen.findByText('Belum ada Kota dengan sedikitnya 30 laporan pada periode ini'),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Lihat 12 bulan terakhir' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Lihat Kabupaten' }));
    expect(address()).toBe('/situasi?jenis=REGENCY');
  });

  it('names the reasons of the archive and the pairs that give reports back to each other', async () => {
    show(<RefusalsTab room={aRoom()} />, {
      SituationRefusals: () => ({
        total: table({ figures: { __typename: 'Figures', received: 200, archived: 30 } }),
        earlier: table({ figures: { __typename: 'Figures', received: 200, archived: 20 } }),
        archiveFigures: [{ __typename: 'ArchiveReasonCount', reason: 'DUPLICATE', count: 18 }],
        hopFigures: {
          edges: [
            { node: { from: organisation('a'), to: organisation('b'), count: 5 } },
            { node: { from: organisation('b'), to: organisation('a'), count: 3 } },
          ],
          pageInfo: { hasNextPage: false },
        },
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: '15 % diarsipkan, paling sering karena sama dengan laporan lain',
      }),
    ).toBeTruthy();
    expect(
      screen.getByRole('heading', { name: /Kota a dan Kota b saling mengembalikan 8 kali/ }),
    ).toBeTruthy();
    expect((await link('sama dengan laporan lain')).getAttribute('href')).toContain('arsip=DUPLICATE');
    expect((await link('Kota a')).getAttribute('href')).toBe(
      '/laporan?pengembali=a&kembaliDari=2026-11-01&kembaliSampai=2026-11-30',
    );
  });

  it('shows how old what is open is, each age with its reports', async () => {
    const ages = {
      open: 100,
      openUpTo7Days: 50,
      openUpTo30Days: 20,
      openUpTo60Days: 20,
      openLonger: 10,
      overdue: 40,
      overdueRate: 40,
      overdueUpTo7Days: 10,
      overdueUpTo30Days: 10,
      overdueUpTo90Days: 10,
      overdueLonger: 10,
    };
    show(<AgeingTab room={aRoom()} />, {
      SituationAgeing: () => ({
        total: { asOf: '2026-11-22T02:40:00Z', edges: [{ node: { key: '', ...ages } }] },
        parts: {
          edges: [{ node: { key: 'padang', organisation: organisation('padang'), ...ages } }],
          pageInfo: { hasNextPage: false },
        },
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: '30 % dari 100 laporan terbuka berumur 30 hari atau lebih',
      }),
    ).toBeTruthy();
    expect((await link('60 hari atau lebih')).getAttribute('href')).toBe(
      '/laporan?sampai=2026-09-23&keadaan=SUBMITTED%2CPOSTPONED%2CDISPOSED%2CIN_PROGRESS',
    );
    expect((await link('30–89 hari')).getAttribute('href')).toBe(
      '/laporan?keadaan=SUBMITTED%2CPOSTPONED%2CDISPOSED%2CIN_PROGRESS&lewatSejak=30&lewatKurang=90',
    );
    expect((await link('90 hari atau lebih')).getAttribute('href')).toContain('lewatSejak=90');
    expect((await link('Kota padang')).getAttribute('href')).toBe(
      '/laporan?keadaan=SUBMITTED%2CPOSTPONED%2CDISPOSED%2CIN_PROGRESS&instansi=padang',
    );
    expect((await link('40')).getAttribute('href')).toContain('instansi=padang&terlambat=1');
    cleanup();
    const parts = {
      edges: [
        {
          node: {
            key: '13',
            organisation: null,
            region: { __typename: 'Region', code: '13', name: 'Sumatera Barat' },
            ...ages,
          },
        },
      ],
      pageInfo: { hasNextPage: false },
    };
    const total = { asOf: '2026-11-22T02:40:00Z', edges: [{ node: { key: '', ...ages } }] };
    const { user, asked, address } = show(<AgeingTab room={aRoom()} />, {
      SituationAgeing: () => ({ total, parts }),
    });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Menurut' }), 'wilayah');
    expect(address()).toBe('/situasi?menurut=wilayah');
    expect(asked.at(-1)?.variables).toMatchObject({ by: 'REGION', organisationId: null, regionCode: null });
    expect((await link('40')).getAttribute('href')).toBe(
      '/laporan?keadaan=SUBMITTED%2CPOSTPONED%2CDISPOSED%2CIN_PROGRESS&wilayah=13&terlambat=1',
    );
    cleanup();
    const inside = show(<AgeingTab room={aRoom({ regionCode: '13' })} />, {
      SituationAgeing: () => ({ total, parts }),
    });
    await screen.findByRole('heading', { name: '30 % dari 100 laporan terbuka berumur 30 hari atau lebih' });
    expect(inside.asked.at(-1)?.variables).toMatchObject({ by: 'REGION', regionCode: '13' });
    expect(screen.queryByRole('combobox', { name: 'Menurut' })).toBeNull();
  });

  it('shows categories with their change, and goes into one', async () => {
    const { user, address, asked } = show(<CategoriesTab room={aRoom()} />, {
      SituationCategories: () => ({
        above: null,
        categories: table(
          { key: 'jalan', category: category('jalan'), figures: someFigures({ received: 2_214 }) },
          { key: 'mbg', category: category('mbg'), figures: someFigures({ received: 231 }) },
        ),
        earlier: table(
          { key: 'jalan', figures: { __typename: 'Figures', received: 2_100 } },
          { key: 'mbg', figures: { __typename: 'Figures', received: 56 } },
        ),
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Paling banyak dilaporkan: jalan; mbg naik paling cepat, 313 %',
      }),
    ).toBeTruthy();
    await user.click(await link('Rincian jalan'));
    expect(address()).toBe('/situasi?kategori=jalan');
    expect(asked.at(-1)?.variables).toMatchObject({ filter: { categoryId: 'jalan' }, inCategory: true });
  });

  it('crosses a place with categories by whole months only, and says so', async () => {
    const { asked } = show(<CategoriesTab room={aRoom({ regionCode: '13', canCross: false })} />, {});
    expect(await screen.findByText(/dihitung per bulan penuh/)).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('says of a day without bursts that there was none', async () => {
    show(
      <BurstsTab room={aRoom()} />,
      { SituationBursts: () => ({ burstFigures: [] }) },
      '/situasi/lonjakan?hari=2026-11-12',
    );
    expect(await screen.findByText('Tidak ada lonjakan pada Kamis, 12 November 2026')).toBeTruthy();
  });

  it('shows what reporters say, and leads to the reports they rated low', async () => {
    show(<SatisfactionTab room={aRoom()} />, {
      SituationSatisfaction: () => ({
        total: table({ figures: someFigures() }),
        earlier: table({ figures: someFigures({ averageRating: 4.5 }) }),
        categories: table(
          { key: 'jalan', category: category('jalan'), figures: someFigures({ satisfiedRate: 60 }) },
          { key: 'air', category: category('air'), figures: someFigures({ satisfiedRate: 90 }) },
        ),
      }),
    });
    expect(await screen.findByRole('heading', { name: /^Paling sedikit yang puas: jalan, 60/ })).toBeTruthy();
    const low = screen.getByText('Belum puas (1–3)').closest('a');
    expect(low?.getAttribute('href')).toContain('nilai=1%2C2%2C3');
  });

  it.each([
    ['Penilaian', { averageRating: 4.5, rated: 29 }, { averageRating: 4.5, rated: 30 }],
    ['Puas (4–5)', { satisfiedRate: 60, rated: 29 }, { satisfiedRate: 60, rated: 30 }],
    ['Hasil dibantah', { disputeRate: 9, inProgress: 9, completed: 20 }, { disputeRate: 9, inProgress: 10 }],
    ['Dibuka lagi', { reopenRate: 9, received: 29 }, { reopenRate: 9, received: 30 }],
    ['Janji ditepati', { keptPromiseRate: 50 }, { keptPromiseRate: 50, promisesKept: 28 }],
  ])('does not say how %s moved where too few stand behind either', async (label, few, enough) => {
    const note = async (earlier: object) => {
      show(<SatisfactionTab room={aRoom()} />, {
        SituationSatisfaction: () => ({
          total: table({ figures: someFigures({ promisesKept: 30 }) }),
          earlier: table({ figures: someFigures({ promisesKept: 6, ...earlier }) }),
          categories: null,
        }),
      });
      const tile = (await screen.findByText(label, { selector: '.tile__label' })).closest('.tile');
      const text = tile?.querySelector('.tile__note')?.textContent ?? '';
      cleanup();
      return text;
    };
    expect(await note(few)).toContain('terlalu sedikit laporan untuk dibandingkan');
    expect(await note(enough)).toMatch(/naik|turun/);
  });

  const adoption = () => {
    const kind = (name: string, total: number, used: number) => ({
      __typename: 'AdoptionRow',
      kind: name,
      total,
      connected: used,
      used,
      ready: 0,
    });
    return {
      byKind: [kind('MINISTRY', 48, 48), kind('REGENCY', 416, 100), kind('CITY', 98, 98)],
      trend: [],
    };
  };

  it('shows adoption by kind, never mixed', async () => {
    show(<AdoptionTab room={aRoom()} />, { SituationAdoption: adoption });
    expect(
      await screen.findByRole('heading', { name: '61 % kabupaten dan kota belum memakai layanan ini' }),
    ).toBeTruthy();
    expect((await link('Kabupaten')).getAttribute('href')).toBe('/adopsi?jenis=REGENCY#adoption-list');
    expect(await link('Kementerian')).toBeTruthy();
  });

  it('shows Kemendagri local governments alone, and leads its analysts to who is connected', async () => {
    showKemendagri(<AdoptionTab room={aRoom({ isOutsider: true })} />, { SituationAdoption: adoption });
    expect((await link('Kabupaten')).getAttribute('href')).toBe('/organisasi?jenis=PROVINCE');
    expect(screen.queryByText('Kementerian')).toBeNull();
    cleanup();
    showKemendagri(<LeagueTab room={aRoom({ isOutsider: true })} />, {
      SituationLeague: () => ({ besar: table(), kecil: table(), sedang: table() }),
    });
    expect(await screen.findByRole('button', { name: /Provinsi/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Kementerian/ })).toBeNull();
    expect(screen.getAllByRole('option').some(({ textContent }) => textContent === 'Kementerian')).toBe(
      false,
    );
  });

  it('shows confidential reports in fixed tables, without a list behind them, and says when a year is told', async () => {
    const told = (rows: object[]) => ({
      __typename: 'ConfidentialFigures',
      toldOn: '2026-02-01',
      total: 41,
      rows,
    });
    const { user } = show(<ConfidentialTab room={aRoom()} />, {
      SituationConfidential: ({ year }) =>
        year === 2025
          ? {
              months: told([
                {
                  __typename: 'ConfidentialFigureRow',
                  key: '2025-03-01',
                  confidential: 12,
                  category: null,
                  region: null,
                  organisation: null,
                  state: null,
                },
              ]),
              categories: told([]),
              provinces: told([]),
              governments: told([]),
              states: told([]),
            }
          : { months: null, categories: null, provinces: null, governments: null, states: null },
    });
    expect(await screen.findByRole('heading', { name: 'Paling banyak: Maret 2025, 12' })).toBeTruthy();
    expect(screen.queryAllByRole('link')).toEqual([]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tahun' }), '2024');
    expect(await screen.findByText('Angka 2024 belum diterbitkan')).toBeTruthy();
  });

  it('puts each step beside the one of the earlier period', async () => {
    show(<TrendTab room={aRoom()} />, {
      SituationTrend: () => ({
        activity: [
          {
            __typename: 'ActivityRow',
            from: '2026-11-01',
            received: 60,
            followedUp: 40,
            completed: 30,
            handedOver: 0,
          },
          {
            __typename: 'ActivityRow',
            from: '2026-11-02',
            received: 50,
            followedUp: 40,
            completed: 30,
            handedOver: 0,
          },
        ],
        cohort: null,
        earlier: table(
          { key: '2026-10-01', figures: { __typename: 'Figures', received: 50 } },
          { key: '2026-10-02', figures: { __typename: 'Figures', received: 50 } },
        ),
        byKind: table({ key: 'COMPLAINT', figures: someFigures() }),
        byClass: table({ key: '', figures: someFigures() }),
        byChannel: table({ key: 'SMS', figures: someFigures() }),
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: '110 laporan diterima, 10 % lebih banyak daripada pembandingnya',
      }),
    ).toBeTruthy();
    expect((await link('SMS')).getAttribute('href')).toContain('kanal=SMS');
    expect(screen.getByRole('heading', { name: 'Belum diklasifikasi: 100 % dari semua' })).toBeTruthy();
    expect((await link('Belum diklasifikasi')).getAttribute('href')).toContain('tanpa=CLASS');
    expect((await link(/^50 \(.*1 Okt/)).getAttribute('href')).toBe(
      '/laporan?dari=2026-10-01&sampai=2026-10-01',
    );
    expect(screen.getAllByRole('link', { name: '30' })[0]?.getAttribute('href')).toBe(
      '/laporan?selesaiDari=2026-11-02&selesaiSampai=2026-11-02',
    );
  });

  it('compares with all of an earlier period, also where it has more days', async () => {
    show(<TrendTab room={aRoom()} />, {
      SituationTrend: () => ({
        activity: [
          {
            __typename: 'ActivityRow',
            from: '2026-02-28',
            received: 100,
            followedUp: 0,
            completed: 0,
            handedOver: 0,
          },
        ],
        cohort: null,
        earlier: table(
          { key: '2026-01-30', figures: { __typename: 'Figures', received: 100 } },
          { key: '2026-01-31', figures: { __typename: 'Figures', received: 100 } },
        ),
        byKind: null,
        byClass: null,
        byChannel: null,
      }),
    });
    expect(
      await screen.findByRole('heading', {
        name: '100 laporan diterima, 50 % lebih sedikit daripada pembandingnya',
      }),
    ).toBeTruthy();
  });
});

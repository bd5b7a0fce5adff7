// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../../locales/id.json';
import { aRoom, someFigures, table } from '../a-room.testing.ts';
import { MapTab } from './map-tab.tsx';

const row = (code: string, name: string, part: Record<string, unknown>) => ({
  key: code,
  region: { __typename: 'Region', code, name },
  figures: someFigures(part),
});
const open = (code: string, name: string, count: number, overdue: number) => ({
  node: {
    __typename: 'OpenFigures',
    key: code,
    region: { __typename: 'Region', code, name },
    open: count,
    overdue,
    overdueRate: Math.round((overdue / count) * 100),
  },
});
const answers = {
  SituationMap: ({ province }: Record<string, unknown>) => ({
    province: province ? { __typename: 'Region', code: '13', name: 'Sumatera Barat' } : null,
    regions: table(
      row('13', 'Sumatera Barat', { received: 400, followUpRate: 94 }),
      row('81', 'Maluku', { received: 90, followUpRate: 47 }),
      row('91', 'Papua', { received: 12, followUpRate: 100 }),
    ),
    open: {
      __typename: 'OpenFiguresConnection',
      edges: [
        open('13', 'Sumatera Barat', 100, 20),
        open('81', 'Maluku', 40, 26),
        open('94', 'Papua Tengah', 3, 1),
      ],
    },
    earlier: table(row('13', 'Sumatera Barat', { received: 300, followUpRate: 90 })),
  }),
};
const drawn = {
  width: 100,
  height: 50,
  shapes: ['13', '81', '91', '94'].map((code) => ({
    code,
    name: `Wilayah ${code}`,
    path: 'M0 0L1 1L2 0Z',
    x: 1,
    y: 1,
  })),
};
const show = (regionCode = '', loadMap = async () => drawn) =>
  renderConsole(
    <MapTab
      room={aRoom({
        regionCode,
        behind: { period: { from: '2026-11-01', to: '2026-11-22' }, regionCode: regionCode || null },
      })}
      loadMap={loadMap}
    />,
    {
      answers,
      words: indonesian,
      at: `/situasi/wilayah${regionCode && `?wilayah=${regionCode}`}`,
      roles: ['KSP_MONITOR'],
    },
  );

describe('the map of the situation room', () => {
  afterEach(cleanup);

  it('says who is best and worst, and compares nobody below 30 reports', async () => {
    show();
    expect(
      await screen.findByRole('heading', {
        name: /^Tertinggi Sumatera Barat \(94.%\), terendah Maluku \(47.%\)$/,
      }),
    ).toBeTruthy();
    const few = await screen.findByRole('link', {
      name: 'Wilayah 91: kurang dari 30 laporan, tidak dibandingkan',
    });
    expect(few.querySelector('path')?.getAttribute('class')).toBe('c0');
    const best = screen.getByRole('link', { name: /^Wilayah 13: 94.%, 400 laporan$/ });
    expect(best.querySelector('path')?.getAttribute('class')).toBe('c5');
    expect(
      screen.getByRole('link', { name: 'Wilayah 94: kurang dari 30 laporan, tidak dibandingkan' }),
    ).toBeTruthy();
  });

  it('says what is missing where nothing can be compared yet', async () => {
    renderConsole(<MapTab room={aRoom()} loadMap={async () => drawn} />, {
      answers: {
        SituationMap: () => ({
          ...answers.SituationMap({}),
          regions: table(
            row('12', 'Sumatera Utara', { received: 1 }),
            row('63', 'Kalimantan Selatan', { received: 5 }),
            row('13', 'Sumatera Barat', { received: 15, followUpRate: 30 }),
          ),
          earlier: table(row('13', 'Sumatera Barat', { received: 40, followUpRate: 64 })),
        }),
      },
      words: indonesian,
      at: '/situasi/wilayah',
      roles: ['KSP_MONITOR'],
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Seluruh Indonesia: belum dapat dibandingkan, perlu dua wilayah dengan 30 laporan',
      }),
    ).toBeTruthy();
    expect(
      screen.getByText('Paling dekat: Sumatera Barat 15 (kurang 15), Kalimantan Selatan 5 (kurang 25).'),
    ).toBeTruthy();
    expect(screen.queryByText(/poin/)).toBeNull();
  });

  it('opens a province by a click, and there a regency’s reports', async () => {
    const { user, address } = show();
    await user.click(await screen.findByRole('link', { name: /^Wilayah 13/ }));
    expect(address()).toBe('/situasi/wilayah?wilayah=13');
    cleanup();
    show('13');
    const inside = await screen.findByRole('link', { name: /^Wilayah 13/ });
    expect(inside.getAttribute('href')).toBe('/laporan?dari=2026-11-01&sampai=2026-11-22&wilayah=13');
    expect(screen.getByRole('link', { name: /Kembali ke seluruh Indonesia/ }).getAttribute('href')).toBe(
      '/situasi/wilayah',
    );
  });

  it('has every figure in a table beside it, with the change, and stays useful without its drawing', async () => {
    show('', () => Promise.reject(new Error('offline')));
    expect(await screen.findByText(/Gambar peta belum dapat dimuat/)).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Sumatera Barat' });
    expect(link.getAttribute('href')).toBe('/laporan?dari=2026-11-01&sampai=2026-11-22&wilayah=13');
    expect(link.closest('tr')?.textContent).toMatch(/naik 4 poin/);
    const few = screen.getByRole('link', { name: 'Papua' }).closest('tr');
    expect(few?.textContent).toContain('terlalu sedikit, kurang 18');
    // A share of twelve reports says nothing, nor does how it moved.
    expect(few?.textContent).toMatch(/terlalu sedikit laporan untuk dibandingkan$/);
    const late = within(link.closest('tr')!).getByRole('link', { name: '20 lewat tenggat' });
    expect(late.getAttribute('href')).toBe(
      '/laporan?keadaan=SUBMITTED%2CPOSTPONED%2CDISPOSED%2CIN_PROGRESS&wilayah=13&terlambat=1',
    );
    expect(screen.getByRole('button', { name: /^CSV/ })).toBeTruthy();
  });

  it('shows where most is overdue now, and leads to those reports; in a province too', async () => {
    const { user, address } = show('13');
    await screen.findByRole('link', { name: /^Wilayah 13/ });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ukuran' }), 'terlambat');
    expect(address()).toBe('/situasi/wilayah?wilayah=13&ukuran=terlambat');
    expect(
      screen.getByRole('heading', { name: /^Tertinggi Sumatera Barat \(20.%\), terendah Maluku \(65.%\)$/ }),
    ).toBeTruthy();
    const worst = screen.getByRole('link', { name: /^Wilayah 81: 65.%, 26 laporan lewat tenggat sekarang$/ });
    expect(worst.querySelector('path')?.getAttribute('class')).toBe('c1');
    expect(worst.getAttribute('href')).toBe(
      '/laporan?keadaan=SUBMITTED%2CPOSTPONED%2CDISPOSED%2CIN_PROGRESS&wilayah=81&terlambat=1',
    );
    const listed = screen.getByRole('table');
    expect(
      [...listed.querySelectorAll('tbody th')].map(({ textContent }) => textContent).slice(0, 2),
    ).toEqual(['Maluku', 'Sumatera Barat']);
  });

  it('shows where deadlines were kept, and leads to the reports of which a step was late', async () => {
    const { user } = show('13');
    await screen.findByRole('link', { name: /^Wilayah 13/ });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ukuran' }), 'tepat');
    expect(screen.getByRole('link', { name: /^Wilayah 81: 75.%/ }).getAttribute('href')).toBe(
      '/laporan?wilayah=81&langkah=terlambat&langkahDari=2026-11-01&langkahSampai=2026-11-22',
    );
  });

  it('keeps what it measures in the address', async () => {
    const { user, address, asked } = show();
    await screen.findByRole('link', { name: /^Wilayah 13/ });
    const before = asked.length;
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ukuran' }), 'jumlah');
    expect(address()).toBe('/situasi/wilayah?ukuran=jumlah');
    expect(screen.getByRole('heading', { name: 'Paling banyak laporan: Sumatera Barat, 400' })).toBeTruthy();
    // The figures are there; only the drawing changes.
    expect(asked).toHaveLength(before);
  });
});

// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole, type Answers } from '../../testing/index.ts';
import { ReturnDialog } from './decisions.tsx';
import { DisposeDialog } from './dispose-dialog.tsx';
import { FlagDialog } from './flag-dialog.tsx';
import { ReportActions } from './report-actions.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const nothing = () => undefined;
const city = { id: 'pemkot-13-71', name: 'Pemerintah Kota Padang' };
const transport = { id: 'dishub', name: 'Dinas Perhubungan' };

it('protection is never chosen beforehand, and is told to be beyond recall', async () => {
  const { user, asked } = renderConsole(
    <FlagDialog
      report={{
        id: 'r1',
        isAnonymous: false,
        isConfidential: false,
        needsName: false,
        viewerCanRedact: false,
      }}
      onClose={nothing}
    />,
    { words: {}, answers: {} },
  );
  expect(screen.getByText(/menyamarkan isi laporan dilakukan meja nasional/)).toBeTruthy();
  expect(screen.getAllByRole('checkbox', { checked: false })).toHaveLength(2);
  expect(screen.getByText(/petugas tidak dapat membatalkannya/)).toBeTruthy();
  expect(screen.queryByText('Pilih sedikitnya satu.')).toBeNull();
  await user.type(screen.getByLabelText('Alasan'), 'Ada nama orang di dalamnya.');
  await user.click(screen.getByRole('button', { name: 'Tambah perlindungan' }));
  expect(screen.getByText('Pilih sedikitnya satu.')).toBeTruthy();
  expect(asked).toEqual([]);
});

it('who may cover a name is told to do that instead', () => {
  const report = { id: 'r1', isAnonymous: false, isConfidential: false, needsName: false };
  renderConsole(<FlagDialog report={{ ...report, viewerCanRedact: true }} onClose={nothing} />, {
    words: {},
    answers: {},
  });
  expect(screen.getByText(/pakai “Samarkan teks”/)).toBeTruthy();
  expect(screen.queryByText(/dilakukan meja nasional/)).toBeNull();
});

const showReturn = (part: Partial<Parameters<typeof ReturnDialog>[0]>) =>
  renderConsole(<ReturnDialog reportId="r1" returnCount={0} onClose={nothing} {...part} />, {
    words: {},
    answers: {},
  });

it('a return says where the report goes: one level up from a unit, to the national desk from the top', () => {
  showReturn({ handler: transport });
  expect(
    screen.getByText(/^Laporan keluar dari Dinas Perhubungan .* dalam Pemerintah Kota Padang/),
  ).toBeTruthy();
  cleanup();
  showReturn({ handler: city });
  expect(screen.getByText(/^Laporan kembali ke meja nasional/)).toBeTruthy();
  cleanup();
  showReturn({ handler: transport, isConfidential: true });
  expect(screen.getByText(/^Laporan kembali ke meja nasional/)).toBeTruthy();
});

const disposal: Answers = {
  FindOrganisations: () => ({ organisations: { __typename: 'OrganisationConnection', edges: [] } }),
  UnitLoad: () => new Error('not asked for'),
  DisposalFacts: () => ({
    report: {
      __typename: 'Report',
      id: 'r1',
      category: { __typename: 'Category', id: 'lampu', path: ['Pekerjaan Umum', 'Penerangan Jalan'] },
      region: { __typename: 'Region', code: '13.71.07' },
    },
  }),
  RouteRules: () => ({
    routeRules: [
      { ...transport, above: city.id },
      { id: 'pln', name: 'PLN', above: 'bumn' },
    ].map(({ above, ...organisation }) => ({
      __typename: 'RouteRule',
      level: 'CITY',
      basis: 'UNIT_WITH_KEY',
      unitKey: 'dishub',
      version: 1,
      decidedByGovernment: false,
      organisation: {
        __typename: 'Organisation',
        ...organisation,
        ancestors: [{ __typename: 'Organisation', id: above }],
      },
    })),
  }),
};
const showDisposal = (handler: { id: string; name: string } | null) =>
  renderConsole(<DisposeDialog reportId="r1" number="75356786" handler={handler} onClose={nothing} />, {
    words: {},
    answers: disposal,
    workplace: { ...city, government: city },
  });

it('offers the own unit that the category map names, and one press chooses it', async () => {
  const { user } = showDisposal(null);
  await user.click(await screen.findByRole('radio', { name: /Dinas Perhubungan/ }));
  expect(screen.getByText('Biasanya menangani Penerangan Jalan')).toBeTruthy();
  expect(screen.queryByRole('radio', { name: /PLN/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Disposisikan ke Dinas Perhubungan' })).toBeTruthy();
});

it('says who has the report, for that unit cannot be found in the list', () => {
  showDisposal(transport);
  expect(screen.getByText('Sekarang di Dinas Perhubungan; unit itu tidak ada di daftar.')).toBeTruthy();
});

it('of a unit that has none below says so, and leads to the way up', async () => {
  const onReturn = vi.fn<() => void>();
  const { user } = renderConsole(
    <DisposeDialog reportId="r1" handler={null} onReturn={onReturn} onClose={nothing} />,
    { words: {}, answers: disposal, workplace: { ...city, government: city } },
  );
  expect(await screen.findByText(/^Pemerintah Kota Padang tidak mempunyai unit di bawahnya/)).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Bukan wewenang kami' }));
  expect(onReturn).toHaveBeenCalledOnce();
});

it.each([
  { childCount: 2, first: /Disposisikan/, last: /Bukan wewenang/ },
  { childCount: 0, first: /Bukan wewenang/, last: /Disposisikan/ },
])('the way down stands first, and last where $childCount units are below', ({ childCount, first, last }) => {
  const report = { id: 'r1', number: '48213097', viewerCanDispose: true, viewerCanReturn: true };
  renderConsole(<ReportActions report={report as never} />, {
    words: {},
    answers: {},
    workplace: { childCount },
  });
  const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(buttons[0]).toMatch(first);
  expect(buttons.at(-1)).toMatch(last);
});

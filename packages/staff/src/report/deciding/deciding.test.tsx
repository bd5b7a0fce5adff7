// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole } from '../../testing/index.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import { AssignDialog } from './assigning/assign-dialog.tsx';
import { CompareDialog } from './duplicate/compare-dialog.tsx';
import { PartDialog } from './duplicate/part-dialog.tsx';
import type { Compared } from './duplicate/use-candidates.ts';
import { WithholdDialog } from './holding/withhold-dialog.tsx';
import { PostponeDialog } from './postpone-dialog.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const changed = {
  result: {
    __typename: 'ReportChanged',
    report: { __typename: 'Report', id: 'r1', number: '10000001', state: 'ARCHIVED' },
  },
};
const input = (asked: { name: string; variables: Record<string, unknown> }[], name: string) =>
  asked.find((one) => one.name === name)?.variables['input'];

const candidate = {
  __typename: 'Report',
  id: 'r2',
  number: '10000002',
  title: 'Lampu padam di Kuranji',
  state: 'DISPOSED',
  submittedAt: '2026-11-10T03:00:00Z',
  placeText: 'depan pasar',
  supportCount: 2,
  point: { __typename: 'GeoPoint', latitude: -0.9492, longitude: 100.3543 },
  region: null,
  handler: { __typename: 'Organisation', id: 'pln', name: 'PLN' },
} as const;
const report = {
  ...candidate,
  id: 'r1',
  number: '10000001',
  title: 'Lampu jalan mati',
  text: 'Lampu jalan padam di Kuranji sejak kemarin.',
  state: 'SUBMITTED',
  category: null,
  similarReports: [],
  viewerCanMarkDuplicate: true,
} as unknown as Compared;

it('asks the reporter for what is ticked and what is written, and shows what will be read', async () => {
  const { user, asked } = renderConsole(<PostponeDialog reportId="r1" onClose={vi.fn<() => void>()} />, {
    words: {},
    answers: { PostponeReport: () => changed },
  });
  await user.click(screen.getByLabelText('Foto'));
  await user.click(screen.getByLabelText('Tempat persisnya'));
  await user.click(screen.getByLabelText('Foto'));
  const preview = screen.getByRole('region', { name: 'Yang dibaca pelapor' });
  expect(within(preview).getByText('Kami butuh data dari Anda')).toBeTruthy();
  expect(within(preview).getByText(/^Di mana persisnya\?/)).toBeTruthy();
  expect(within(preview).queryByText(/Foto tempat/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  await waitFor(() =>
    expect(input(asked, 'PostponeReport')).toMatchObject({
      reportId: 'r1',
      missingData: 'Di mana persisnya? Sebutkan jalan, nomor, atau patokan terdekat.',
    }),
  );
});

it('archives by a reason with words that begin as the reason asks, and never without them', async () => {
  const { user, asked } = renderConsole(
    <ArchiveDialog reportId="r1" state="SUBMITTED" onClose={vi.fn<() => void>()} />,
    {
      words: {},
      answers: { ArchiveReport: () => changed },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Arsipkan laporan' }));
  expect(screen.getByText('Pilih salah satu.')).toBeTruthy();
  expect(screen.getByText('Wajib diisi.')).toBeTruthy();
  expect(screen.queryByLabelText(/belum dilengkapi/i)).toBeNull();
  await user.click(screen.getAllByRole('radio').at(-1)!);
  await user.click(screen.getByRole('button', { name: 'Pakai teks awal' }));
  const preview = screen.getByRole('region', { name: 'Yang dibaca pelapor' });
  expect(within(preview).getByText(/pesan promosi atau pesan berulang/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Arsipkan laporan' }));
  await waitFor(() => expect(input(asked, 'ArchiveReport')).toMatchObject({ code: 'SPAM', undoSeconds: 10 }));
});

it('compares two reports, marks what both say, merges them, and parts them again at once', async () => {
  const onMerged = vi.fn<() => void>();
  const { user, asked } = renderConsole(
    <CompareDialog
      report={report}
      candidates={[candidate]}
      first="10000002"
      onClose={vi.fn<() => void>()}
      onMerged={onMerged}
    />,
    {
      words: {},
      answers: {
        OtherReport: () => ({ report: { ...candidate, text: 'Sudah seminggu lampu padam di Kuranji.' } }),
        MarkDuplicate: () => changed,
        UnmarkDuplicate: () => changed,
      },
    },
  );
  const other = await screen.findByRole('region', { name: /^Laporan induk/ });
  expect(
    within(other)
      .getAllByText('Kuranji')
      .every(({ tagName }) => tagName === 'MARK'),
  ).toBe(true);
  expect(screen.getByText(/kata sama/)).toBeTruthy();
  expect(screen.getByText(/diarsipkan sebagai duplikat/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Gabungkan' }));
  await waitFor(() => expect(onMerged).toHaveBeenCalledOnce());
  expect(input(asked, 'MarkDuplicate')).toMatchObject({
    reportId: 'r1',
    masterNumber: '10000002',
    reason: 'Laporan ini tentang hal yang sama dengan laporan 1000 0002.',
  });
  await user.click(screen.getByRole('button', { name: 'Batalkan' }));
  expect(await screen.findByText(/^Dipisahkan lagi/)).toBeTruthy();
  expect(input(asked, 'UnmarkDuplicate')).toMatchObject({ reportId: 'r1' });
});

it('says what is wrong with the number of the other report, and keeps the words', async () => {
  const { user } = renderConsole(
    <CompareDialog report={report} candidates={[]} first="" onClose={vi.fn<() => void>()} />,
    {
      words: {},
      answers: {
        OtherReport: () => ({ report: null }),
        MarkDuplicate: () => ({
          result: {
            __typename: 'InvalidInput',
            fields: [{ __typename: 'FieldError', path: 'input.masterNumber', code: 'ENDED' }],
          },
        }),
      },
    },
  );
  await user.click(screen.getByRole('button', { name: 'Gabungkan' }));
  expect(screen.getByText(/^Pilih laporan induknya/)).toBeTruthy();
  await user.type(screen.getByLabelText('Nomor laporan lain'), '1000 0009');
  await user.type(screen.getByLabelText('Alasan untuk pelapor'), ' Tempatnya sama.');
  await user.click(screen.getByRole('button', { name: 'Gabungkan' }));
  expect(await screen.findByText('Laporan itu sudah berakhir.')).toBeTruthy();
  expect((screen.getByLabelText('Alasan untuk pelapor') as HTMLTextAreaElement).value).toMatch(
    /Tempatnya sama\.$/,
  );
});

it('parts a duplicate that was archived, and says that it will wait again', async () => {
  const { user, asked } = renderConsole(<PartDialog number="10000001" onClose={vi.fn<() => void>()} />, {
    words: {},
    answers: {
      Master: () => ({ report: { __typename: 'Report', id: 'r1', state: 'ARCHIVED', master: candidate } }),
      UnmarkDuplicate: () => changed,
    },
  });
  expect(await screen.findByText(/menunggu pemeriksaan lagi/)).toBeTruthy();
  await user.type(screen.getByLabelText('Alasan'), 'Tempatnya ternyata berbeda.');
  await user.click(screen.getByRole('button', { name: 'Pisahkan' }));
  await waitFor(() =>
    expect(input(asked, 'UnmarkDuplicate')).toMatchObject({ reason: 'Tempatnya ternyata berbeda.' }),
  );
});

it('holds a report back by a rule and a reason that the reporter reads', async () => {
  const { user, asked } = renderConsole(
    <WithholdDialog reportId="r1" isPublished onClose={vi.fn<() => void>()} />,
    {
      words: {},
      answers: { WithholdReport: () => changed },
    },
  );
  expect(screen.getByText(/^Laporan ditarik dari halaman umum/)).toBeTruthy();
  await user.click(screen.getByLabelText(/^Menyangkut anak/));
  await user.type(screen.getByLabelText('Penjelasan'), 'Memperlihatkan wajah anak.');
  await user.click(screen.getByRole('button', { name: 'Tahan penayangan' }));
  await waitFor(() =>
    expect(input(asked, 'WithholdReport')).toMatchObject({
      rule: 'CHILD',
      reason: 'Memperlihatkan wajah anak.',
    }),
  );
});

it('takes a unit out of those who help, and says when nothing would change', async () => {
  const bina = { __typename: 'Organisation', id: 'bina-marga', name: 'Bidang Bina Marga' };
  const { user, asked } = renderConsole(<AssignDialog number="10000001" onClose={vi.fn<() => void>()} />, {
    words: {},
    answers: {
      FindOrganisations: () => ({ organisations: { __typename: 'OrganisationConnection', edges: [] } }),
      CoHandlers: () => ({
        report: {
          __typename: 'Report',
          id: 'r1',
          handler: { __typename: 'Organisation', id: 'dinas', name: 'Dinas PUPR' },
          assignments: [{ __typename: 'Assignment', role: 'CO_HANDLER', organisation: bina }],
        },
      }),
      AssignCoHandlers: ({ input: sent }) =>
        (sent as { organisationIds: string[] }).organisationIds.length > 0
          ? {
              result: {
                __typename: 'InvalidInput',
                fields: [{ __typename: 'FieldError', path: 'input.organisationIds', code: 'UNCHANGED' }],
              },
            }
          : changed,
    },
  });
  expect(await screen.findByText(/^Penanggung jawab tetap Dinas PUPR/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText('Unit-unit ini sudah ikut menangani.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Hapus/ }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(screen.queryByText('Yang ikut menangani diubah.')).toBeTruthy());
  expect(asked.filter(({ name }) => name === 'AssignCoHandlers').at(-1)?.variables['input']).toMatchObject({
    organisationIds: [],
  });
});

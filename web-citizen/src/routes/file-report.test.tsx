// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDraft, saveDraft } from '../features/file-report/draft-store.ts';
import { aDraft } from '../features/file-report/a-draft.testing.ts';
import { visit, type Visit } from '../visit.testing.tsx';
import FileReport from './file-report.tsx';

const TEXT = 'Lampu jalan di depan pasar padam sejak dua minggu lalu dan warga takut lewat.';
const kuranji = {
  __typename: 'Region',
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang',
  level: 'DISTRICT',
  timeZone: 'Asia/Jakarta',
};
const padang = {
  __typename: 'Organisation',
  id: 'pemkot-13-71',
  name: 'Pemerintah Kota Padang',
  status: 'ACTIVE',
  hasDirectVerification: true,
  government: { __typename: 'Organisation', id: 'pemkot-13-71', hasDirectVerification: true },
};
const alike = {
  __typename: 'Report',
  id: 'r1',
  number: '48213097',
  title: 'Lampu pasar mati',
  state: 'DISPOSED',
  submittedAt: '2026-11-18T03:00:00.000Z',
  supportCount: 6,
  viewerHasSupported: false,
  viewerCanSupport: true,
  region: kuranji,
};
const nothing: Visit['answers'] = {
  SuggestCategories: () => ({ suggestRouting: { categories: [] } }),
  SuggestOrganisations: () => ({ suggestRouting: { isConfident: false, organisations: [] } }),
  SimilarReports: () => ({ similarReports: [] }),
  SearchRegions: () => ({ regions: [kuranji] }),
  Addressee: () => ({ organisation: padang }),
  SubmitReport: () => null,
};
const at = (path: string, answers: Visit['answers'] = {}) =>
  visit(FileReport, { path, pattern: '/lapor/:step?', answers: { ...nothing, ...answers } });

const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string) => screen.findByRole('heading', { name });
const press = async (name: string | RegExp) => user.click(await button(name));
const write = async () => user.type(await screen.findByLabelText('Apa yang terjadi?'), TEXT);

beforeEach(() => {
  sessionStorage.clear();
  closeDraft();
  window.scrollTo = () => undefined;
});

describe('somebody who has never been here', () => {
  test('is told of similar reports by words and place alone, and that supporting one is enough', async () => {
    const { asked } = await at('/lapor', {
      SimilarReports: () => ({ similarReports: [alike] }),
      SupportReport: () => ({
        result: { __typename: 'ReportChanged', report: { id: 'r1', supportCount: 7 } },
      }),
    });
    await write();
    await press('Lanjut: di mana dan kapan');
    await user.type(
      await screen.findByRole('combobox', { name: 'Kecamatan, kabupaten, atau kota' }),
      'kuranji',
    );
    await user.click(await screen.findByRole('option', { name: /Kuranji, Kota Padang/ }));
    const card = within((await heading('Mungkin sudah ada yang melaporkan')).closest('section')!);
    expect(card.getByRole('link', { name: 'Lampu pasar mati' })).toBeTruthy();
    const question = asked.find(({ name }) => name === 'SimilarReports')!;
    expect(question.variables).toMatchObject({ categoryId: null, regionCode: '13.71.09', text: TEXT });
    await press('Saya juga mengalami');
    await screen.findByText('Anda tidak perlu melapor lagi, kecuali masalah Anda berbeda.');
    // What is not known is said.
    await screen.findByText(/Kami belum dapat menduga instansinya/);
  });

  test('who types the name of a village is told what to type', async () => {
    await at('/lapor', { SearchRegions: () => ({ regions: [] }) });
    await write();
    await press('Lanjut: di mana dan kapan');
    await user.type(
      await screen.findByRole('combobox', { name: 'Kecamatan, kabupaten, atau kota' }),
      'desa anu',
    );
    expect(await screen.findByText(/Nama desa, kelurahan, dan jalan tidak ada di daftar/)).toBeTruthy();
  });

  test('changes one answer and is back at the check; what the change opens comes first', async () => {
    saveDraft(aDraft({ text: TEXT }));
    const category = {
      __typename: 'Category',
      id: 'ktp',
      name: 'KTP',
      path: 'Adminduk › KTP',
      isSensitive: false,
      identityRequirement: 'IDENTITY',
    };
    const { history } = await at('/lapor/periksa', {
      SuggestCategories: () => ({
        suggestRouting: { categories: [{ matchedWords: ['ktp'], similarReportCount: 0, category }] },
      }),
    });
    // Proposed here too, for whoever went on before it came.
    await screen.findByText('Menurut kami: KTP. Tekan Ubah untuk memilihnya.');
    await user.click(await screen.findByRole('link', { name: 'Ubah Waktu' }));
    expect(history.at(-1)).toBe('/lapor/tempat?ubah=occurredOn');
    await press('Kemarin');
    await press('Simpan, kembali ke pemeriksaan');
    await heading('Periksa laporan Anda');

    await user.click(await screen.findByRole('link', { name: 'Ubah Kategori' }));
    await press('KTP');
    await press('Simpan, kembali ke pemeriksaan');
    await heading('Foto dan kontak');
    await press('Simpan, kembali ke pemeriksaan');
    expect((await screen.findByRole('alert')).textContent).toContain('Isi NIK Anda');
  });
});

describe('a report that is begun on an agency’s page', () => {
  test('says whose it is and who checks it, and goes there', async () => {
    const { asked } = await at('/lapor?ke=pemkot-13-71');
    await screen.findByText('Laporan ini untuk Pemerintah Kota Padang');
    expect(screen.queryByText(/Tersimpan di perangkat ini/)).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /tentang petugas atau pimpinan/ }));
    await write();
    await press('Lanjut: di mana dan kapan');
    await press('Lanjut: foto dan kontak');
    await press('Lanjut: periksa');
    await press('Kirim laporan');
    await waitFor(() => expect(asked.some(({ name }) => name === 'SubmitReport')).toBe(true));
    expect(asked.find(({ name }) => name === 'SubmitReport')!.variables.input).toMatchObject({
      suggestedOrganisationId: 'pemkot-13-71',
      filedOnPageOf: 'pemkot-13-71',
      isAboutOfficers: true,
    });
  });

  test('may be for nobody in particular, and leaves an older draft alone', async () => {
    saveDraft(aDraft({ text: 'Jembatan gantung putus sejak lama sekali' }));
    await at('/lapor?ke=pemkot-13-71');
    await screen.findByText('Laporan ini untuk Pemerintah Kota Padang');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Apa yang terjadi?')).value).toBe('');
    expect(Object.keys(localStorage).filter((key) => key.startsWith('draft.'))).toHaveLength(1);
    await press('Jangan tujukan ke instansi tertentu');
    expect(screen.queryByText('Laporan ini untuk Pemerintah Kota Padang')).toBeNull();
  });

  test('says so when there is no such agency, and lets people go on', async () => {
    await at('/lapor?ke=tidak-ada', { Addressee: () => ({ organisation: null }) });
    await screen.findByText(/Instansi di alamat ini tidak ada lagi/);
    await write();
    await press('Lanjut: di mana dan kapan');
    expect(await heading('Di mana dan kapan?')).toBeTruthy();
  });
});

describe('nothing typed is lost', () => {
  test('when the network ends in the middle of a submission: the same report goes again, once', async () => {
    saveDraft(aDraft({ text: TEXT }));
    const key = aDraft().submissionKey;
    let attempts = 0;
    const { asked, history } = await at('/lapor/periksa', {
      SubmitReport: () =>
        (attempts += 1) === 1
          ? null
          : {
              submitReport: {
                __typename: 'ReportSubmitted',
                accessCode: '4093118755267041',
                report: { id: 'r9', number: '48213097', submittedAt: '2026-11-20T02:40:00.000Z' },
              },
            },
    });
    await press('Kirim laporan');
    expect((await screen.findByRole('alert')).textContent).toContain('Tidak ada yang hilang');
    expect(localStorage.getItem(`draft.${key}`)).toContain(TEXT);
    await press('Coba sekarang');
    await waitFor(() => expect(history.at(-1)).toBe('/terkirim'));
    const bodies = asked
      .filter(({ name }) => name === 'SubmitReport')
      .map(({ variables }) => variables.input);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(localStorage.getItem(`draft.${key}`)).toBeNull();
  });

  test('is not lost under way when another tab has sent it and takes it off the device', async () => {
    saveDraft(aDraft({ text: TEXT }));
    const key = aDraft().submissionKey;
    const { asked, history } = await at('/lapor/periksa', {
      SubmitReport: () => ({
        submitReport: {
          __typename: 'ReportSubmitted',
          accessCode: '4093118755267041',
          report: { id: 'r9', number: '48213097', submittedAt: '2026-11-20T02:40:00.000Z' },
        },
      }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Kirim laporan' }));
    window.dispatchEvent(new StorageEvent('storage', { key: `draft.${key}`, newValue: null }));
    await waitFor(() => expect(history.at(-1)).toBe('/terkirim'));
    expect(asked.find(({ name }) => name === 'SubmitReport')!.variables.input).toMatchObject({
      submissionKey: key,
      text: TEXT,
    });
  });

  test('when the device keeps nothing: the page says so, and holds the words', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => undefined,
      clear: () => undefined,
    });
    await at('/lapor');
    await write();
    expect((await screen.findByRole('alert')).textContent).toContain('jangan tutup halaman');
    expect(screen.queryByText(/Tersimpan di perangkat ini/)).toBeNull();
    await press('Lanjut: di mana dan kapan');
    await user.click(await screen.findByRole('link', { name: 'Kembali' }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Apa yang terjadi?')).value).toBe(TEXT);
  });
});

// @vitest-environment happy-dom
import { renderConsole, type Answers } from '@lapor/staff/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { CounterPage } from './counter-page.tsx';

const TEXT = 'Lampu jalan di depan pasar sudah padam sejak minggu lalu.';
const category = {
  __typename: 'Category',
  id: 'kependudukan.ktp',
  path: 'Kependudukan › KTP',
  identityRequirement: 'IDENTITY',
  isSensitive: false,
};
const similar = {
  __typename: 'Report',
  id: 'lain',
  number: '44719035',
  title: 'Lampu pasar padam',
  state: 'IN_PROGRESS',
  submittedAt: '2026-11-10T02:00:00Z',
  region: null,
};
const filed = {
  result: {
    __typename: 'ReportSubmitted',
    accessCode: '1234567890123456',
    report: { __typename: 'Report', id: 'baru', number: '48213097', submittedAt: '2026-11-20T02:40:00Z' },
  },
};
const show = (answers: Answers = {}) =>
  renderConsole(<CounterPage />, {
    answers: {
      FindCategories: () => ({ categories: [] }),
      CounterCategory: () => ({ category }),
      CounterHints: () => ({ suggestRouting: { categories: [{ category }] }, similarReports: [similar] }),
      FileOnBehalf: () => filed,
      ...answers,
    },
    words: indonesian,
  });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
/** What is kept in this browser, wherever. */
const keptHere = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
afterEach(cleanup);

async function write(user: ReturnType<typeof show>['user']) {
  await user.click(screen.getByLabelText('Isi laporan'));
  await user.paste(TEXT);
  await user.click(screen.getByLabelText('Judul'));
  await user.paste('Lampu jalan padam');
}

describe('an officer at the counter', () => {
  it('files for somebody else and hands over number and code, which go with the receipt', async () => {
    const { user, asked } = show();
    await write(user);
    await user.click(screen.getByRole('radio', { name: 'Tertulis, ditandatangani' }));
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));

    await screen.findByRole('heading', { name: 'Tanda terima laporan' });
    expect(screen.getByText('4821 3097')).toBeTruthy();
    expect(screen.getByText(/1234.5678.9012.3456/)).toBeTruthy();
    expect(asked.find(({ name }) => name === 'FileOnBehalf')?.variables).toMatchObject({
      input: {
        title: 'Lampu jalan padam',
        text: TEXT,
        onBehalf: { channel: 'COUNTER', consentRecordedAs: 'PAPER_SIGNED', note: null },
      },
    });
    expect(keptHere()).not.toContain('1234567890123456');

    await user.click(screen.getByRole('button', { name: 'Catat laporan berikutnya' }));
    await screen.findByText('Serahkan dahulu nomor dan kode kepada pelapor.');
    await user.click(screen.getByRole('checkbox', { name: 'Pelapor sudah menerima nomor dan kodenya' }));
    await user.click(screen.getByRole('button', { name: 'Catat laporan berikutnya' }));
    expect(await screen.findByLabelText<HTMLTextAreaElement>('Isi laporan')).toHaveProperty('value', '');
    expect(screen.queryByText(/1234.5678/)).toBeNull();
  });

  it('is told what is missing beside each field, and nothing is sent', async () => {
    const { user, asked } = show();
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    expect(screen.getByText('Isi laporan, paling sedikit 20 huruf.')).toBeTruthy();
    expect(screen.getByText('Pilih bagaimana pelapor menyetujui.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Isi laporan'));
    expect(asked.some(({ name }) => name === 'FileOnBehalf')).toBe(false);
  });

  it('is asked for the identity that the category needs, and for no more', async () => {
    const { user } = show();
    expect(screen.queryByLabelText('NIK')).toBeNull();
    await write(user);
    await user.click(await screen.findByRole('button', { name: 'Kependudukan › KTP' }));
    await user.click(await screen.findByRole('radio', { name: 'Lisan, langsung atau telepon' }));
    await screen.findByLabelText('NIK');
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    expect(screen.getByText('Isi nama seperti di KTP.')).toBeTruthy();
    expect(screen.getByText('Isi 16 angka NIK dari KTP.')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /^Anonim/ }));
    expect(screen.getByText('Kategori ini perlu nama. Pilih rahasia sebagai gantinya.')).toBeTruthy();
  });

  it('finds the words again after leaving, the person not', async () => {
    const { user, unmount } = show();
    await write(user);
    await user.type(screen.getByLabelText('Nomor ponsel'), '0812 0000 0000');
    unmount();
    show();
    expect(screen.getByLabelText('Isi laporan')).toHaveProperty('value', TEXT);
    expect(screen.getByLabelText('Nomor ponsel')).toHaveProperty('value', '');
    expect(keptHere()).toContain(TEXT);
    expect(keptHere()).not.toContain('0812');
    // Somebody else's words stay in the tab.
    expect(JSON.stringify({ ...localStorage })).not.toContain(TEXT);
  });

  it('keeps everything when the line breaks, and the second try is the same report', async () => {
    let isBroken = true;
    const { user, asked } = show({ FileOnBehalf: () => (isBroken ? new Error('no line') : filed) });
    await write(user);
    await user.click(screen.getByRole('radio', { name: 'Tertulis, ditandatangani' }));
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    await screen.findByText('Belum terkirim');
    expect(screen.getByLabelText('Isi laporan')).toHaveProperty('value', TEXT);
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    await screen.findByRole('heading', { name: 'Tanda terima laporan' });
    const keys = asked
      .filter(({ name }) => name === 'FileOnBehalf')
      .map(({ variables }) => (variables['input'] as { submissionKey: string }).submissionKey);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('is told by the server what was wrong, beside its field', async () => {
    const { user } = show({
      FileOnBehalf: () => ({
        result: {
          __typename: 'InvalidInput',
          fields: [{ path: 'input.reporter.phone', code: 'INVALID_PHONE' }],
        },
      }),
    });
    await write(user);
    await user.type(screen.getByLabelText('Nomor ponsel'), '12');
    await user.click(screen.getByRole('radio', { name: 'Tertulis, ditandatangani' }));
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Nomor ponsel').getAttribute('aria-invalid')).toBe('true'),
    );
  });

  it('reads back what was typed, the digits in groups, and proposes a title from the first sentence', async () => {
    const { user } = show();
    await user.click(screen.getByLabelText('Isi laporan'));
    await user.paste('Lampu jalan di depan pasar padam. Sudah seminggu.');
    await user.click(screen.getByRole('button', { name: 'Pakai: “Lampu jalan di depan pasar padam”' }));
    expect(screen.getByLabelText('Judul')).toHaveProperty('value', 'Lampu jalan di depan pasar padam');
    await user.type(screen.getByLabelText('Nomor ponsel'), '0812-00000000');
    expect(screen.getByText('0812 0000 0000')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: /^Anonim/ }));
    expect(screen.queryByText('0812 0000 0000')).toBeNull();
    expect(screen.getByText('Anonim: identitas Anda tidak dicatat.')).toBeTruthy();
  });

  it('says of a caller with neither phone nor mail that paper alone tells, and how such a report is filed', async () => {
    const { user, asked } = show({
      CounterCategory: () => ({ category: { ...category, identityRequirement: 'CONTACT' } }),
    });
    await write(user);
    await user.type(screen.getByLabelText('Nomor ponsel'), '0812 0000 0000');
    await user.click(await screen.findByRole('button', { name: 'Kependudukan › KTP' }));
    await user.click(screen.getByRole('radio', { name: 'Lisan, langsung atau telepon' }));
    await user.click(screen.getByRole('checkbox', { name: 'Pelapor tidak punya ponsel maupun surel' }));
    expect(screen.queryByLabelText('Nomor ponsel')).toBeNull();
    await screen.findByRole('button', { name: /^Kosongkan kategori/ });
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    expect(screen.getByText(/^Kategori ini perlu nomor ponsel atau surel\. Kosongkan/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Kosongkan kategori/ }));
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    await screen.findByText(/tidak ada pesan yang akan datang/);
    const sent = asked.find(({ name }) => name === 'FileOnBehalf')?.variables;
    expect(sent).toMatchObject({ input: { categoryId: null, reporter: { phone: null, email: null } } });
  });

  it('sends with Ctrl and Enter, and one key brings the next caller once the code was handed over', async () => {
    const { user } = show();
    await write(user);
    await user.click(screen.getByRole('radio', { name: 'Lisan, langsung atau telepon' }));
    await user.click(screen.getByLabelText('Judul'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: 'Tanda terima laporan' });
    await user.keyboard('n');
    expect(screen.getByText('Serahkan dahulu nomor dan kode kepada pelapor.')).toBeTruthy();
    await user.keyboard(' ');
    await user.keyboard('n');
    expect(await screen.findByLabelText<HTMLTextAreaElement>('Isi laporan')).toHaveProperty('value', '');
  });

  it('gives the receipt a code that checks it, without the access code in it', async () => {
    const receipt = {
      checkUrl: 'http://localhost/periksa#abc.def.ghi',
      documentPath: '/tanda-terima/baru?s=x',
    };
    const { user } = show({
      FileOnBehalf: () => ({ result: { ...filed.result, report: { ...filed.result.report, receipt } } }),
    });
    await write(user);
    await user.click(screen.getByRole('radio', { name: 'Lisan, langsung atau telepon' }));
    await user.click(screen.getByRole('button', { name: 'Catat laporan' }));
    const code = await screen.findByRole('img', { name: /^Kode QR/ });
    expect(code.querySelector('path')?.getAttribute('d')).toMatch(/^M0 0h1v1h-1z/);
    const pdf = screen.getByRole('link', { name: /PDF/ });
    expect(pdf.getAttribute('href')).toBe('/tanda-terima/baru?s=x');
  });

  it('finds an earlier report by its number and keeps what was begun', async () => {
    const { user, asked } = show({
      EarlierReport: ({ number }) => ({
        report:
          number === '44719035'
            ? { ...similar, handler: { __typename: 'Organisation', id: 'dishub', name: 'Dinas Perhubungan' } }
            : null,
      }),
    });
    await write(user);
    await user.click(screen.getByText('Orang ini menanyakan laporan yang sudah ada'));
    const number = screen.getByLabelText('Nomor laporan sebelumnya');
    await user.type(number, '123{Enter}');
    expect(screen.getByText('Nomor laporan terdiri dari 8 angka.')).toBeTruthy();
    await user.clear(number);
    await user.type(number, '44719036{Enter}');
    await screen.findByText(/^Tidak ada, atau bukan untuk Anda/);
    await user.clear(number);
    await user.type(number, '4471 9035{Enter}');
    await screen.findByText(/Dinas Perhubungan/);
    expect(screen.getByRole('link', { name: 'Buka laporan' }).getAttribute('href')).toContain(
      '/laporan/44719035',
    );
    expect(screen.getByLabelText('Isi laporan')).toHaveProperty('value', TEXT);
    expect(asked.some(({ name }) => name === 'FileOnBehalf')).toBe(false);
  });
});

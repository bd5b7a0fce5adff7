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
});

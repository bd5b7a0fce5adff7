// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { textDigest, type AnswerReceipt, type ReceiptKeySet } from '@lapor/receipt';
import { createReceiptSigner, derivedKey } from '@lapor/receipt/signing';
import { activateLanguage, loadReceiptWords } from '../app/language.ts';
import { visit } from '../visit.testing.tsx';
import CheckReceipt from './check-receipt.tsx';

const LONG = `${'Kami perbaiki bertahap. '.repeat(40)}Terima kasih.`;
const key = derivedKey('kunci-uji');
const older = { ...derivedKey('kunci-lama'), withdrawn: '2026-11-21' };
const signer = createReceiptSigner([key, older]);
const answer: AnswerReceipt = {
  v: 1,
  of: 'ANSWER',
  number: '48213097',
  entry: 4,
  kind: 'PLANNED',
  at: '2026-11-20T02:40:00.000Z',
  by: { id: 'opd-13-71-dpupr', name: 'Dinas PUPR Kota Padang' },
  promised: '2026-12-01',
  sha256: 'a'.repeat(43),
  text: 'Lubang di Jalan Veteran kami tutup.',
};

afterEach(() => {
  location.hash = '';
});

/** Opens the page with a receipt behind #, as a camera does. `keys` null: no network, and none kept here. */
async function open(token: string, keys: ReceiptKeySet | null) {
  location.hash = `#${token}`;
  await activateLanguage('id');
  await loadReceiptWords();
  await visit(CheckReceipt, { path: '/periksa', answers: {} });
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    if (keys === null) throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(keys));
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Periksa' }));
  return { user, asked };
}

test('says that a receipt is genuine, what it says and what not, and sends nothing of it anywhere', async () => {
  const { asked } = await open(await signer.sign(answer), await signer.keySet());
  await screen.findByText('Asli');
  for (const said of ['4821 3097', 'Dinas PUPR Kota Padang', 'Rencana tindak lanjut', answer.text!])
    expect(screen.getByText(said)).toBeTruthy();
  expect(screen.getByText('Jumat, 20 November 2026, 09.40 WIB')).toBeTruthy();
  expect(screen.getByText('Selasa, 1 Desember 2026')).toBeTruthy();
  expect(screen.getByText(/^Yang tidak dikatakannya/)).toBeTruthy();
  expect(asked).toEqual(['/.well-known/lapor-receipt-keys.json']);
});

test('says that a receipt was changed, and shows nothing of what it claims', async () => {
  const [head, , signature] = (await signer.sign(answer)).split('.');
  const other = btoa(JSON.stringify({ ...answer, text: 'Tidak ada lubang.' }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  await open(`${head}.${other}.${signature}`, await signer.keySet());
  await screen.findByText('Sudah diubah');
  expect(screen.queryByText('Tidak ada lubang.')).toBeNull();
});

test('warns of a withdrawn key, and shows what stands in it as a claim', async () => {
  const token = await createReceiptSigner([older]).sign(answer);
  await open(token, await signer.keySet());
  await screen.findByText('Kuncinya sudah dicabut');
  expect(screen.getByText(/^Sejak Sabtu, 21 November 2026/)).toBeTruthy();
  expect(screen.getByText('Yang tertulis di dalamnya, tanpa jaminan')).toBeTruthy();
});

test('does not know a key that was never published', async () => {
  await open(await createReceiptSigner([derivedKey('orang-lain')]).sign(answer), await signer.keySet());
  expect(await screen.findByText('Kunci tidak dikenal')).toBeTruthy();
});

test.each(['bukan-tanda-terima', 'eyJhbGciOiJub25lIn0.e30.', '<script>alert(1)</script>'])(
  'says that %s is no receipt',
  async (text) => {
    await open(text, await signer.keySet());
    expect(await screen.findByText('Ini bukan tanda terima LAPOR!')).toBeTruthy();
  },
);

test('without a network the keys that were kept here count, and it says since when', async () => {
  const keySet = await signer.keySet();
  localStorage.setItem('receipt-keys', JSON.stringify({ keySet, keptSince: '2026-11-20T02:40:00.000Z' }));
  await open(await signer.sign(answer), null);
  await screen.findByText('Asli');
  expect(screen.getByText(/^Diperiksa tanpa jaringan, dengan kunci per .*20 November 2026/)).toBeTruthy();
});

test('without any keys it says so, and calls nothing false', async () => {
  await open(await signer.sign(answer), null);
  await screen.findByText('Belum dapat diperiksa');
  expect(screen.queryByText('Sudah diubah')).toBeNull();
});

test('a text too long for its code is compared with its digest', async () => {
  const { text: _, ...rest } = answer;
  const long = { ...rest, sha256: await textDigest(LONG) };
  const { user } = await open(await signer.sign(long), await signer.keySet());
  const field = await screen.findByLabelText('Cocokkan teks jawaban');
  await user.click(field);
  await user.paste(`${LONG} Dan lagi.`);
  await user.click(screen.getByRole('button', { name: 'Cocokkan' }));
  await screen.findByText(/^Teksnya berbeda/);
  await user.clear(field);
  await user.click(field);
  await user.paste(LONG);
  await user.click(screen.getByRole('button', { name: 'Cocokkan' }));
  expect(await screen.findByText('Teksnya sama persis.')).toBeTruthy();
});

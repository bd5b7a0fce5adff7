// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole } from '../testing/index.ts';
import { RedactPhoto } from './redact-photo.tsx';
import { RedactText } from './redact-text.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

const changed = {
  result: {
    __typename: 'ReportChanged',
    report: { __typename: 'Report', id: 'r1', number: '1', state: 'DISPOSED' },
  },
};
const report = { id: 'r1', title: 'Pungli di loket', text: 'Pak itu minta uang di loket 2.' };

it('words that are selected are masked, by a rule and with a reason that the reporter reads', async () => {
  const onClose = vi.fn<() => void>();
  const { user, asked } = renderConsole(<RedactText report={report} anyRule onClose={onClose} />, {
    words: {},
    answers: { RedactReport: () => changed },
  });
  await user.click(screen.getByRole('button', { name: /Samarkan pilihan/ }));
  expect(screen.getByText('Pilih dahulu kata yang harus disamarkan.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Samarkan' }));
  expect(screen.getByText('Belum ada yang disamarkan.')).toBeTruthy();
  expect(asked).toEqual([]);

  const text = screen.getByLabelText('Isi laporan yang terbaca') as HTMLTextAreaElement;
  text.focus();
  text.setSelectionRange(0, 7);
  fireEvent.keyDown(text, { code: 'KeyS', key: 's', altKey: true });
  expect(text.value).toBe('[disamarkan] minta uang di loket 2.');
  await user.selectOptions(screen.getByLabelText('Menurut aturan'), 'SLANDER');
  await user.type(screen.getByLabelText('Alasan'), 'Menyebut orang yang belum diperiksa.');
  await user.click(screen.getByRole('button', { name: 'Samarkan' }));
  await screen.findByText('Teks disamarkan. Pelapor diberi tahu alasannya.');
  expect(asked[0]?.variables['input']).toMatchObject({
    reportId: 'r1',
    title: null,
    text: '[disamarkan] minta uang di loket 2.',
    rule: 'SLANDER',
    reason: 'Menyebut orang yang belum diperiksa.',
  });
  expect(onClose).toHaveBeenCalledOnce();
});

const photos = [{ id: 'p1', url: '/files/p1', name: 'Foto 1 dari 1' }];

it('areas of a photo are set and changed by the keys alone', async () => {
  const { user, asked } = renderConsole(
    <RedactPhoto reportId="r1" photos={photos} anyRule onClose={() => undefined} />,
    { words: {}, answers: { RedactPhoto: () => changed } },
  );
  await user.click(screen.getByRole('button', { name: 'Samarkan' }));
  expect(screen.getByText('Tandai bagian yang harus disamarkan.')).toBeTruthy();
  fireEvent.load(screen.getByRole('img'));
  await user.click(screen.getByRole('button', { name: 'Tambah kotak' }));
  const box = screen.getByRole('button', { name: /^Kotak 1:/ });
  expect(document.activeElement).toBe(box);
  await user.keyboard('{ArrowLeft}{ArrowUp}{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
  expect(box.getAttribute('aria-label')).toBe('Kotak 1: 39% dari kiri, 39% dari atas, lebar 21%, tinggi 21%');
  await user.click(screen.getByRole('button', { name: 'Tambah kotak' }));
  await user.keyboard('{Delete}');
  expect(screen.getByText('1 kotak')).toBeTruthy();

  await user.selectOptions(screen.getByLabelText('Menurut aturan'), 'PERSONAL_DATA');
  await user.type(screen.getByLabelText('Alasan'), 'Pelat nomor terlihat.');
  await user.click(screen.getByRole('button', { name: 'Samarkan' }));
  await screen.findByText('Foto disamarkan. Pelapor diberi tahu alasannya.');
  const { areas, attachmentId } = asked[0]!.variables['input'] as {
    areas: Record<string, number>[];
    attachmentId: string;
  };
  expect(attachmentId).toBe('p1');
  expect(areas).toHaveLength(1);
  expect(areas[0]!['x']).toBeCloseTo(0.39);
  expect(areas[0]!['width']).toBeCloseTo(0.21);
});

it('a photo that cannot be opened is not blacked out blindly', () => {
  renderConsole(<RedactPhoto reportId="r1" photos={photos} anyRule onClose={() => undefined} />, {
    words: {},
    answers: {},
  });
  const add = screen.getByRole('button', { name: 'Tambah kotak' }) as HTMLButtonElement;
  expect(add.disabled).toBe(true);
  fireEvent.error(screen.getByRole('img'));
  expect(screen.getByText(/Foto belum dapat dibuka/)).toBeTruthy();
  expect(add.disabled).toBe(true);
});

it('an agency covers words by the one rule that is its own, and cannot put others in their place', async () => {
  const { user, asked } = renderConsole(
    <RedactText report={report} anyRule={false} onClose={() => undefined} />,
    { words: {}, answers: { RedactReport: () => changed } },
  );
  expect(screen.getByText(/Semua orang dapat melihat bahwa instansi Anda menutupnya/)).toBeTruthy();
  const rules = within(screen.getByLabelText('Menurut aturan')).getAllByRole('option');
  expect(rules.map(({ textContent }) => textContent)).toEqual(['Menunjukkan siapa seseorang']);
  const text = screen.getByLabelText('Isi laporan yang terbaca') as HTMLTextAreaElement;
  await user.type(text, ' Tidak benar.');
  expect(text.value).toBe(report.text);
  text.setSelectionRange(0, 7);
  await user.click(screen.getByRole('button', { name: /Samarkan pilihan/ }));
  expect(text.value).toBe('[disamarkan] minta uang di loket 2.');
  await user.type(screen.getByLabelText('Alasan'), 'Nama orang tidak perlu terbaca.');
  await user.click(screen.getByRole('button', { name: 'Samarkan' }));
  await screen.findByText('Teks disamarkan. Pelapor diberi tahu alasannya.');
  expect(asked[0]?.variables['input']).toMatchObject({ rule: 'PERSONAL_DATA' });
});

it('an agency blacks out a photo by that rule alone, and reads why a server refused another', async () => {
  const { user } = renderConsole(
    <RedactPhoto reportId="r1" photos={photos} anyRule={false} onClose={() => undefined} />,
    {
      words: {},
      answers: {
        RedactPhoto: () => ({
          result: { __typename: 'InvalidInput', fields: [{ path: 'input.rule', code: 'VERIFIERS_ONLY' }] },
        }),
      },
    },
  );
  expect(within(screen.getByLabelText('Menurut aturan')).getAllByRole('option')).toHaveLength(1);
  fireEvent.load(screen.getByRole('img'));
  await user.click(screen.getByRole('button', { name: 'Tambah kotak' }));
  await user.type(screen.getByLabelText('Alasan'), 'Wajah terlihat jelas.');
  await user.click(screen.getByRole('button', { name: 'Samarkan' }));
  expect(await screen.findByText(/^Instansi hanya menutup data pribadi/)).toBeTruthy();
});

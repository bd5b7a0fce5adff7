// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole, type Answers } from '../../testing/index.ts';
import { GiveBackPartDialog } from './assigning/give-back-part-dialog.tsx';
import { ReturnDialog } from './decisions.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const WORDS = 'Jalan ini jalan provinsi, wewenang Dinas BMCKTR.';
const show = (returnCount: number, answers: Answers = {}) => {
  const onClose = vi.fn<() => void>();
  const world = renderConsole(<ReturnDialog reportId="r1" returnCount={returnCount} onClose={onClose} />, {
    words: {},
    answers,
  });
  return { ...world, onClose, returns: () => world.asked.filter(({ name }) => name === 'ReturnReport') };
};
const text = () => screen.getByLabelText('Penjelasan') as HTMLTextAreaElement;
const send = () => screen.getByRole('button', { name: 'Kembalikan laporan' });

it('says how often the report went back already, and what follows after the last time', () => {
  show(0);
  expect(screen.getByText(/^Belum pernah dikembalikan/).textContent).toContain('paling banyak 3 kali');
  cleanup();
  show(2);
  expect(screen.getByText(/^Sudah 2 kali dikembalikan/).textContent).toContain(
    'Setelah 3 kali, admin nasional menetapkan instansi',
  );
});

it('sends nothing without a reason and words for it', async () => {
  const { user, returns } = show(1);
  await user.click(send());
  expect(screen.getByText('Pilih salah satu.')).toBeTruthy();
  expect(screen.getByText('Wajib diisi.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Wewenang tingkat pemerintahan lain' }));
  await user.type(text(), '   ');
  await user.click(send());
  expect(screen.queryByText('Pilih salah satu.')).toBeNull();
  expect(screen.getByText('Wajib diisi.')).toBeTruthy();
  expect(returns()).toEqual([]);
});

it('keeps reason and words when the platform refuses, says why, and still has them when it is opened again', async () => {
  const { user, returns, onClose, unmount } = show(2, {
    ReturnReport: () => ({
      result: { __typename: 'TransitionRefused', code: 'RETURNS_EXHAUSTED', state: 'DISPOSED' },
    }),
  });
  await user.click(screen.getByRole('radio', { name: 'Wewenang tingkat pemerintahan lain' }));
  await user.type(text(), WORDS);
  await user.click(send());
  await screen.findByRole('alert');
  expect(returns()[0]?.variables['input']).toMatchObject({
    reportId: 'r1',
    reason: 'OTHER_LEVEL',
    text: WORDS,
    undoSeconds: 10,
  });
  expect(onClose).not.toHaveBeenCalled();
  expect(text().value).toBe(WORDS);
  unmount();

  show(2);
  expect(text().value).toBe(WORDS);
  expect(
    screen.getByRole('radio', { name: 'Wewenang tingkat pemerintahan lain', checked: true }),
  ).toBeTruthy();
});

it('goes by one key however often it is sent over a broken line, and forgets the words once it is under way', async () => {
  let isBroken = true;
  const { user, returns, onClose, unmount } = show(0, {
    ReturnReport: () =>
      isBroken
        ? new Error('no line')
        : { result: { __typename: 'ChangePending', requestKey: 'k', until: '2026-11-20T03:00:10Z' } },
  });
  await user.click(screen.getByRole('radio', { name: 'Wewenang tingkat pemerintahan lain' }));
  await user.type(text(), WORDS);
  await user.click(send());
  await screen.findByRole('alert');
  isBroken = false;
  await user.click(send());
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const keys = returns().map(({ variables }) => (variables['input'] as { requestKey: string }).requestKey);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  unmount();
  show(0);
  expect(text().value).toBe('');
});

it('a unit that only helps gives its part back with a reason, and is not told that the report moves', async () => {
  const onClose = vi.fn<() => void>();
  const { user, asked } = renderConsole(<GiveBackPartDialog reportId="r1" onClose={onClose} />, {
    words: {},
    answers: {
      ReturnReport: () => ({
        result: { __typename: 'ReportChanged', report: { id: 'r1', state: 'DISPOSED' } },
      }),
    },
  });
  const give = screen.getByRole('button', { name: 'Kembalikan bagian kami' });
  expect(screen.queryByText(/dikembalikan. Pengembalian dihitung/)).toBeNull();
  await user.click(give);
  expect(screen.getByText('Wajib diisi.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Bukan tugas kami' }));
  await user.type(text(), WORDS);
  await user.click(give);
  await screen.findByText('Bagian Anda dikembalikan.');
  const sent = asked.find(({ name }) => name === 'ReturnReport')?.variables['input'];
  expect(sent).toMatchObject({ reportId: 'r1', reason: 'NOT_OUR_TASK', text: WORDS });
  expect(sent).not.toHaveProperty('undoSeconds');
  expect(onClose).toHaveBeenCalledOnce();
});

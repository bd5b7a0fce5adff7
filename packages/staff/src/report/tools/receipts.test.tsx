// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole } from '../../testing/index.ts';
import { Receipts } from './receipts.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const entry = (kind: string, text: string | null = 'Lubang ditambal besok.') => ({
  id: `h-${kind}`,
  kind,
  at: '2026-11-20T03:00:00.000Z',
  text,
  organisation: { name: 'Dinas PUPR' },
});
const show = (answer: () => unknown, isConfidential = false) =>
  renderConsole(
    <Receipts
      number="48213097"
      isConfidential={isConfidential}
      history={[entry('PLANNED'), entry('ROUTED'), entry('RESULT', null), entry('OBSTACLE')]}
      onClose={() => undefined}
    />,
    { words: {}, answers: { StaffReceipt: answer } },
  );
const receipt = (documentPath: string | null) => ({
  report: {
    __typename: 'Report',
    id: 'r1',
    receipt: documentPath && { __typename: 'SignedReceipt', documentPath },
  },
});
const buttons = () =>
  screen.getAllByRole('button', { name: /^Unduh PDF/ }).map((one) => one.getAttribute('aria-label'));

it('offers the filing and each answer that has words, and fetches what was chosen', async () => {
  const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
  const { user, asked } = show(() => receipt('/receipts/48213097.pdf'));
  expect(buttons()).toEqual([
    'Unduh PDF: Laporan masuk',
    expect.stringMatching(/^Unduh PDF: Rencana · Dinas PUPR · .*2026$/),
    expect.stringMatching(/^Unduh PDF: Kendala · Dinas PUPR · .*2026$/),
  ]);
  await user.click(screen.getByRole('button', { name: /Kendala/ }));
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/receipts/48213097.pdf'));
  expect(asked.at(-1)).toEqual({
    name: 'StaffReceipt',
    variables: { number: '48213097', entryId: 'h-OBSTACLE' },
  });
  await user.click(screen.getByRole('button', { name: /Laporan masuk/ }));
  await vi.waitFor(() => expect(asked.at(-1)?.variables).toEqual({ number: '48213097', entryId: null }));
});

it('offers of a confidential report its filing alone', () => {
  show(() => receipt(null), true);
  expect(buttons()).toEqual(['Unduh PDF: Laporan masuk']);
});

it('says why there is none, and apart from it that the line broke', async () => {
  let answer: unknown = receipt(null);
  const { user } = show(() => answer);
  await user.click(screen.getByRole('button', { name: /Rencana/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('tidak terbuka untuk umum');
  answer = new Error('no line');
  await user.click(screen.getByRole('button', { name: /Rencana/ }));
  await screen.findByText(/Periksa jaringan, lalu coba lagi/);
});

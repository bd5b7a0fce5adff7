// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import indonesian from '../../locales/id.json';
import { RevealDialog } from './reveal-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it.each([
  ['UNAVAILABLE', 503],
  ['HELD_BY_ANOTHER', 409],
])('a refusal (%s) is said, and the reason that was typed stays', async (code, status) => {
  const onClose = vi.fn<() => void>();
  const onRevealed = vi.fn<(address: string) => void>();
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ code }), { status }));
  const { user } = renderConsole(<RevealDialog id="1" onClose={onClose} onRevealed={onRevealed} />, {
    words: indonesian,
    answers: {},
  });
  const reason = screen.getByRole('textbox') as HTMLTextAreaElement;
  await user.type(reason, 'Pelapor minta ditelepon balik.');
  await user.click(screen.getByRole('button', { name: 'Tampilkan alamat' }));
  await screen.findByRole('alert');
  expect(onClose).not.toHaveBeenCalled();
  expect(onRevealed).not.toHaveBeenCalled();
  expect(reason.value).toBe('Pelapor minta ditelepon balik.');
});

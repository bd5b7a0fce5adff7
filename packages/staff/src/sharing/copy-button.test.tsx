// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole } from '../testing/index.ts';
import { CopyButton } from './copy-button.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The browser has this clipboard, and the button is pressed. */
async function pressWith(clipboard: unknown) {
  const { user } = renderConsole(<CopyButton text="k3y" label="Salin" />, { words: {}, answers: {} });
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as Clipboard);
  await user.click(screen.getByRole('button', { name: 'Salin' }));
  return screen.findByText(/Tersalin|Pilih teksnya/);
}

it('says that the text is in the clipboard', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
  expect((await pressWith({ writeText })).textContent).toBe('Tersalin.');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('k3y');
});

it('says what to do where the browser refuses', async () => {
  const refusing = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
  expect((await pressWith(refusing)).textContent).toContain('Pilih teksnya, lalu salin');
});

it('says so on a page without TLS, which has no clipboard', async () => {
  expect((await pressWith(undefined)).textContent).toContain('Pilih teksnya, lalu salin');
});

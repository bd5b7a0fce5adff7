// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import indonesian from '../../locales/id.json';
import { PriceDialog, priceOf } from './price-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it.each([
  ['250', 250],
  ['250,50', 250.5],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['1.250', null],
  ['2000000', null],
])('reads %j as %j', (text, price) => {
  expect(priceOf(text)).toBe(price);
});

it('asks for a price, a day that is not over and a reason, and keeps them where they are not taken', async () => {
  const asked: any[] = [];
  vi.stubGlobal('fetch', async (_path: unknown, init?: RequestInit) => {
    asked.push(JSON.parse(String(init?.body)));
    return asked.length === 1
      ? new Response(JSON.stringify({ code: 'UNAVAILABLE' }), { status: 503 })
      : new Response('{}');
  });
  const onDone = vi.fn<() => void>();
  const { user } = renderConsole(
    <PriceDialog names={['SMPP a']} onDone={onDone} onClose={() => undefined} />,
    {
      words: indonesian,
      answers: {},
    },
  );
  const set = screen.getByRole('button', { name: 'Tetapkan harga' });
  await user.click(set);
  expect(screen.getByText(/Tulis harga dalam rupiah/)).toBeTruthy();
  expect(asked).toEqual([]);
  const price = screen.getByRole('textbox', { name: 'Harga satu SMS (Rp)' }) as HTMLInputElement;
  expect(document.activeElement).toBe(price);
  await user.type(price, '250,5');
  await user.type(screen.getByRole('textbox', { name: 'Alasan' }), 'Kontrak baru dengan operator.');
  await user.click(set);
  await screen.findByRole('alert');
  expect(price.value).toBe('250,5');
  await user.click(set);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(asked[1]).toEqual(asked[0]);
  expect(asked[0]).toMatchObject({ provider: 'SMPP a', rupiah: 250.5 });
});

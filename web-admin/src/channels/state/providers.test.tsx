// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import indonesian from '../../locales/id.json';
import { Providers } from './providers.tsx';
import type { ProviderState } from './state-client.ts';

const provider = (name: string, more: Partial<ProviderState> = {}): ProviderState => ({
  way: 'PHONE',
  name,
  state: 'READY',
  lastRefusal: null,
  restsUntil: null,
  lastTakenAt: null,
  role: 'STANDS_IN',
  rest: null,
  mayBeChanged: true,
  refusedInHour: 0,
  ...more,
});
const rest = {
  since: '2026-11-20T02:40:00.000Z',
  until: '2026-11-20T06:40:00.000Z',
  reason: 'Gangguan di operator.',
  accountId: 'budi',
};

describe('providers', () => {
  let asked: { path: string; body: any }[];
  let answer: () => Response;
  const onChanged = vi.fn<() => void>();
  beforeEach(() => {
    asked = [];
    answer = () => new Response('{}', { status: 200 });
    onChanged.mockReset();
    vi.stubGlobal('fetch', async (path: unknown, init?: RequestInit) => {
      asked.push({ path: String(path), body: JSON.parse(String(init?.body)) });
      return answer();
    });
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
  const show = (...providers: ProviderState[]) =>
    renderConsole(<Providers providers={providers} ways={[]} onChanged={onChanged} />, {
      words: indonesian,
      answers: {},
    });
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

  it('show who is asked first, who stands in, and who rests since when and why', () => {
    show(
      provider('SMPP a', { role: 'RESTS_BY_HAND', rest }),
      provider('SMPP b', { role: 'FIRST', refusedInHour: 3 }),
      provider('SMPP c'),
    );
    expect(row('SMPP a').textContent).toContain('Gangguan di operator.');
    expect(row('SMPP b').textContent).toContain('Ditanyai lebih dulu');
    expect(row('SMPP b').textContent).toContain('3 penolakan dalam 1 jam');
    expect(row('SMPP c').textContent).toContain('Pengganti');
  });

  it('are asked in another order, which names the one that was read', async () => {
    const { user } = show(provider('SMPP a', { role: 'FIRST' }), provider('SMPP b'));
    await user.click(within(row('SMPP b')).getByRole('button', { name: 'Dahulukan' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Lebih murah bulan ini.');
    await user.click(dialog.getByRole('button', { name: 'Dahulukan' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
    expect(asked).toMatchObject([
      {
        path: '/channels/desk/providers/order',
        body: { order: ['SMPP b', 'SMPP a'], before: ['SMPP a', 'SMPP b'], reason: 'Lebih murah bulan ini.' },
      },
    ]);
  });

  it('rest all only when it is said that this is meant, and not for long', async () => {
    const { user } = show(
      provider('SMPP a', { role: 'FIRST' }),
      provider('SMPP b', { rest, role: 'RESTS_BY_HAND' }),
    );
    await user.click(within(row('SMPP a')).getByRole('button', { name: 'Istirahatkan' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.queryByText(/lewat pengirim lain/)).toBeNull();
    await user.type(dialog.getByRole('textbox'), 'Pemeliharaan malam ini.');
    const send = dialog.getByRole('button', { name: 'Istirahatkan' });
    await user.click(send);
    expect(asked).toEqual([]);
    expect(dialog.getByText('Centang dulu bahwa ini memang dimaksud.')).toBeTruthy();
    expect(dialog.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '1 jam',
      '4 jam',
      '12 jam',
    ]);
    await user.click(dialog.getByRole('checkbox'));
    await user.click(send);
    await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
    expect(asked[0]!.body).toMatchObject({ provider: 'SMPP a', evenTheLast: true });
  });

  it('keep what was typed where it was not taken', async () => {
    answer = () => new Response(JSON.stringify({ code: 'UNAVAILABLE' }), { status: 503 });
    const { user } = show(provider('SMPP a', { role: 'FIRST' }), provider('SMPP b'));
    await user.click(within(row('SMPP a')).getByRole('button', { name: 'Istirahatkan' }));
    const dialog = within(screen.getByRole('dialog'));
    const reason = dialog.getByRole('textbox') as HTMLTextAreaElement;
    await user.type(reason, 'Pemeliharaan malam ini.');
    await user.click(dialog.getByRole('button', { name: 'Istirahatkan' }));
    await screen.findByRole('alert');
    expect(reason.value).toBe('Pemeliharaan malam ini.');
  });
});

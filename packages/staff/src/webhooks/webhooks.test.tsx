// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderConsole } from '../testing/render-console.tsx';
import { Webhooks } from './webhooks.tsx';

const WEBHOOK = {
  id: 'w1',
  organisationId: 'pemkot-13-71',
  organisationName: 'Pemerintah Kota Padang',
  label: 'Aplikasi kota',
  url: 'https://kota.contoh.go.id/lapor',
  types: [],
  state: 'ACTIVE',
  disabledReason: null,
  createdAt: '2026-11-20T02:40:00.000Z',
  failingSince: null,
  failures: 0,
  resumesAt: null,
  lastDeliveredAt: null,
  waiting: 0,
  failed30Days: 0,
  secretRotatedAt: null,
  previousSecretUntil: null,
};
const MESSAGE = {
  id: 'msg_1',
  type: 'id.go.lapor.report.planned',
  number: '48213097',
  state: 'FAILED',
  attempts: 3,
  lastStatus: 500,
  lastError: 'HTTP',
  createdAt: '2026-11-20T02:40:00.000Z',
  nextAt: null,
  deliveredAt: null,
  payload: { specversion: '1.0' },
};
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

describe('webhooks', () => {
  let webhooks: (typeof WEBHOOK)[];
  let asked: { method: string; path: string; body: any }[];
  const real = globalThis.fetch;
  beforeEach(() => {
    webhooks = [];
    asked = [];
    globalThis.fetch = async (input, init) => {
      const path = String(input).replace('/channels/webhooks', '');
      const method = init?.method ?? 'GET';
      const body = init?.body ? JSON.parse(String(init.body)) : null;
      asked.push({ method, path, body });
      if (path.includes('/messages?')) return json({ messages: [MESSAGE], next: null });
      if (path === '/messages/msg_1/replay') return json({ ...MESSAGE, state: 'WAITING' }, 202);
      if (method === 'GET') return json({ webhooks, types: [MESSAGE.type], next: null });
      if (method === 'PATCH') return json({ ...WEBHOOK, ...body });
      webhooks = [WEBHOOK];
      return json({ webhook: WEBHOOK, secret: 'whsec_rahasia' }, 201);
    };
  });
  afterEach(() => {
    cleanup();
    globalThis.fetch = real;
    localStorage.clear();
    sessionStorage.clear();
  });
  const show = () =>
    renderConsole(<Webhooks organisationId="pemkot-13-71" />, {
      answers: {},
      words: {},
      roles: ['AGENCY_ADMIN'],
    });

  it('are made for the own organisation, and the secret is shown this once', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'Webhook baru' }));
    await user.click(screen.getByRole('button', { name: 'Buat webhook' }));
    await screen.findAllByText('Isi alamat lengkap', { exact: false });
    await user.type(screen.getByRole('textbox', { name: 'Nama' }), 'Aplikasi kota');
    await user.type(screen.getByRole('textbox', { name: 'Alamat' }), WEBHOOK.url);
    await user.click(screen.getByRole('button', { name: 'Buat webhook' }));
    await screen.findByText('whsec_rahasia');
    expect(asked.find(({ method }) => method === 'POST')!.body).toMatchObject({
      organisationId: 'pemkot-13-71',
      label: 'Aplikasi kota',
      url: WEBHOOK.url,
      types: [],
    });
    await user.click(screen.getByRole('button', { name: 'Sudah saya simpan' }));
    await screen.findByRole('heading', { name: 'Aplikasi kota' });
    expect(screen.queryByText('whsec_rahasia')).toBeNull();
  });

  it('have a log, from which what failed is sent again', async () => {
    webhooks = [WEBHOOK];
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'Aplikasi kota' }));
    const log = await screen.findByRole('table', { name: 'Catatan pesan' });
    expect(within(log).getByText('HTTP 500', { exact: false })).toBeTruthy();
    await user.click(within(log).getByRole('button', { name: /Kirim lagi/ }));
    await waitFor(() => expect(within(log).getByText('Menunggu')).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Jeda' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PATCH')).toMatchObject({
        path: '/w1',
        body: { state: 'PAUSED' },
      }),
    );
  });
});

// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import indonesian from '../locales/id.json';
import { aPage } from './a-report.testing.ts';
import { InboxPage } from './inbox-page.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const show = (at: string) =>
  renderConsole(<InboxPage counters={undefined} kept={[]} />, {
    answers: { Inbox: () => aPage([]) },
    words: indonesian,
    at,
    path: '/kotak/:bucket',
  });

it('words that this box does not have are one press from the search of all boxes', async () => {
  const { user, address } = show('/kotak/terlambat?cari=domisili&jenis=aspirasi');
  await user.click(await screen.findByRole('link', { name: 'Cari di semua laporan' }));
  expect(address()).toBe('/kotak/semua?cari=domisili');
});

it('offers it neither where everything was searched nor where nothing was searched for', async () => {
  show('/kotak/semua?cari=domisili');
  await screen.findByText(/^Tidak ada yang cocok dengan/);
  expect(screen.queryByRole('link', { name: 'Cari di semua laporan' })).toBeNull();
  cleanup();
  show('/kotak/terlambat?jenis=aspirasi');
  await screen.findByRole('button', { name: 'Hapus semua saringan' });
  expect(screen.queryByRole('link', { name: 'Cari di semua laporan' })).toBeNull();
});

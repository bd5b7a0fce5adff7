// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import indonesian from '../locales/id.json';
import { HealthPage } from './health-page.tsx';
import type { JobState, ServiceState } from './read-health.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const job = (part: Partial<JobState> = {}): JobState => ({
  name: 'send-delivery',
  lastEndedAt: '2026-11-20T02:39:00Z',
  lastFailedAt: null,
  lastFailureCode: null,
  lateSeconds: 0,
  givenUp: 0,
  ...part,
});
const service = (name: string, part: Partial<ServiceState> = {}): ServiceState => ({
  name,
  answers: true,
  jobs: [job()],
  outbox: [{ subscriber: 'sla', undelivered: 0, oldestAt: null, heldStreams: 0 }],
  waiting: [],
  ...part,
});
const told = (...services: ServiceState[]) => Response.json({ checkedAt: '2026-11-20T02:40:00Z', services });
/** What the platform says, question by question; the last answer stays. */
function show(...answers: (() => Response | Promise<Response>)[]) {
  let asked = 0;
  vi.stubGlobal('fetch', async () => answers[Math.min(asked++, answers.length - 1)]!());
  return renderConsole(<HealthPage />, { answers: {}, words: indonesian, roles: ['NATIONAL_ADMIN'] });
}
const row = (name: string | RegExp) => screen.getByRole('row', { name, hidden: true });

it('says that all is well', async () => {
  show(() => told(service('reports'), service('sla')));
  expect(await screen.findByText('Semua bagian bekerja')).toBeTruthy();
  expect(screen.getAllByText('bekerja')).toHaveLength(2);
});

it('names what failed, is late, was given up, is held or silent, each at its service', async () => {
  show(() =>
    told(
      service('channels', {
        jobs: [
          job({
            lastFailedAt: '2026-11-20T02:30:00Z',
            lastFailureCode: 'ECONNREFUSED',
            lateSeconds: 600,
            givenUp: 3,
          }),
        ],
      }),
      service('reports', {
        outbox: [{ subscriber: 'sla', undelivered: 41, oldestAt: '2026-11-20T02:20:00Z', heldStreams: 2 }],
      }),
      service('identity', { answers: false, jobs: [], outbox: [] }),
      service('organisations'),
    ),
  );
  expect(await screen.findByText('3 bagian perlu dilihat')).toBeTruthy();
  const failed = row(/^Mengirim surel dan pesan .*ECONNREFUSED/).textContent;
  expect(failed).toContain('terlambat 10 menit');
  expect(failed).toContain('3 pekerjaan tidak dicoba lagi');
  const held = within(row(/^Tenggat .*41/)).getAllByRole('cell', { hidden: true });
  expect(held.slice(0, 2).map(({ textContent }) => textContent)).toEqual(['41', '2']);
  expect(screen.getByText(/Bagian ini tidak menjawab/)).toBeTruthy();
});

it('keeps what was told last when the platform falls silent, and tries again by hand', async () => {
  const { user } = show(
    () => told(service('reports')),
    () => Promise.reject(new TypeError('offline')),
    () => told(service('reports', { answers: false })),
  );
  await screen.findByText('Semua bagian bekerja');
  await user.click(screen.getByRole('button', { name: 'Perbarui' }));
  expect(await screen.findByText('Belum dapat diperbarui; yang tampak adalah keadaan terakhir')).toBeTruthy();
  expect(screen.getByText('Semua bagian bekerja')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Perbarui' }));
  expect(await screen.findByText('1 bagian perlu dilihat')).toBeTruthy();
  expect(screen.queryByText(/Belum dapat diperbarui/)).toBeNull();
});

it('offers another try when nothing was told yet, and is nobody else’s page', async () => {
  show(() => new Response(null, { status: 503 }));
  expect(await screen.findByRole('heading', { name: 'Keadaan layanan belum dapat dimuat' })).toBeTruthy();
  cleanup();
  show(() => new Response(null, { status: 404 }));
  expect(await screen.findByText('Halaman ini untuk admin nasional.')).toBeTruthy();
});

// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { PostRole } from '../session/posts.ts';
import { renderConsole } from '../testing/index.ts';
import { AdoptionPage } from './adoption-page.tsx';

afterEach(cleanup);

const row = (part: Record<string, unknown>) => ({
  __typename: 'AdoptionRow',
  kind: null,
  province: null,
  total: 20,
  connected: 8,
  used: 5,
  ready: 1,
  ...part,
});
const show = (role: PostRole, workplaceId: string) =>
  renderConsole(<AdoptionPage consoleLabel="LAPOR!" />, {
    words: {},
    at: '/adopsi',
    roles: [role],
    workplace: { id: workplaceId },
    answers: {
      AdoptionPage: () => ({
        byKind: ['MINISTRY', 'PROVINCE', 'REGENCY', 'CITY'].map((kind) => row({ kind })),
        byProvince: [row({ province: { __typename: 'Region', code: '13', name: 'Sumatera Barat' } })],
        adoptionTrend: [],
        regions: [],
        readinessList: {
          __typename: 'ReadinessListConnection',
          edges: [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        },
      }),
    },
  });
const kinds = async () => within(await screen.findByRole('table', { name: 'Menurut jenis' }));

it('leads whoever reads readiness from a kind to what stands in the way', async () => {
  show('KSP_MONITOR', 'ksp');
  const link = (await kinds()).getByRole('link', { name: 'Kementerian' });
  expect(link.getAttribute('href')).toBe('/adopsi?jenis=MINISTRY#adoption-list');
  expect(screen.getByRole('heading', { name: 'Apa yang menghambat' })).toBeTruthy();
});

it('shows an analyst no list that would always be empty, but who is connected', async () => {
  show('ANALYST', 'ksp');
  const link = (await kinds()).getByRole('link', { name: 'Kementerian' });
  expect(link.getAttribute('href')).toBe('/organisasi?jenis=MINISTRY');
  expect(screen.queryByRole('heading', { name: 'Apa yang menghambat' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Sumatera Barat' })).toBeNull();
});

it('shows Kemendagri local governments, and no ministry', async () => {
  show('ANALYST', 'kemendagri');
  const rows = (await kinds()).getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(rows).toEqual(['Provinsi', 'Kabupaten', 'Kota']);
  expect(screen.queryByRole('option', { name: 'Kementerian' })).toBeNull();
});

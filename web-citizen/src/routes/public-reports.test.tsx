// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { visit, type Visit } from '../visit.testing.tsx';
import PublicReports from './public-reports.tsx';

const report = (number: string, title: string) => ({
  node: {
    __typename: 'Report',
    id: number,
    number,
    title,
    state: 'DISPOSED',
    submittedAt: '2026-11-18T03:00:00.000Z',
    supportCount: 0,
    region: null,
    handler: null,
  },
});
const inSight = [report('48213097', 'Lampu padam')];
const everywhere = [...inSight, report('48213098', 'Jembatan putus')];
const facets = { states: [], kinds: [], categories: [], regions: [] };
const list: Visit['answers'] = {
  LookAroundList: ({ filter }) => ({
    publicReports: {
      edges: filter.bounds ? inSight : everywhere,
      pageInfo: { hasNextPage: false, endCursor: null },
    },
    reportFacets: facets,
  }),
};
const at = (query: string, answers: Visit['answers'] = list) =>
  visit(PublicReports, { path: `/laporan${query}`, pattern: '/laporan', answers });
const AREA = '?q=jalan&area=-0.96,100.35,-0.93,100.38';

test('what was in sight on the map is a list as well, whose limit is told and can be taken off', async () => {
  const { asked, history } = await at(AREA);
  await screen.findByRole('link', { name: /Lampu padam/ });
  expect(screen.queryByRole('link', { name: /Jembatan putus/ })).toBeNull();
  expect(asked).toHaveLength(1);
  expect(asked[0]!.variables.filter).toMatchObject({
    search: 'jalan',
    bounds: { south: -0.96, west: 100.35, north: -0.93, east: 100.38 },
  });
  // The same search on the map.
  const map = screen.getByRole('link', { name: 'Peta' });
  expect(map.getAttribute('href')).toBe(
    '/laporan?q=jalan&area=-0.96%2C100.35%2C-0.93%2C100.38&tampilan=peta',
  );
  await userEvent.click(screen.getByRole('button', { name: /^bagian peta yang terlihat/ }));
  await screen.findByRole('link', { name: /Jembatan putus/ });
  expect(history.at(-1)).toBe('/laporan?q=jalan');
});

test('a list that cannot be read says so, keeps the search, and is read again', async () => {
  let reads = 0;
  await at('?q=lampu', {
    LookAroundList: (variables) => ((reads += 1) === 1 ? null : list.LookAroundList!(variables)),
  });
  await screen.findByText('Daftar belum dapat dimuat');
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Cari' }).value).toBe('lampu');
  await userEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
  await screen.findByRole('link', { name: /Lampu padam/ });
});

test('where nothing is found in a part of the map, a wider one is proposed', async () => {
  await at(AREA, {
    LookAroundList: () => ({
      publicReports: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
      reportFacets: facets,
    }),
  });
  await screen.findByText('Tidak ada laporan yang cocok');
  expect(screen.getByText(/Coba wilayah yang lebih luas/)).toBeTruthy();
});

// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole } from '../testing/index.ts';
import { OrganisationPick } from './organisation-pick.tsx';

afterEach(cleanup);

const unit = (id: string, name: string, parent: string) => ({
  node: {
    __typename: 'Organisation',
    id,
    name,
    acronym: null,
    kind: 'OPD',
    isStaffed: true,
    isTemplate: false,
    status: 'ACTIVE',
    ancestors: [{ __typename: 'Organisation', id: parent, name: parent }],
    region: null,
  },
});
const organisations = {
  organisations: {
    edges: [
      unit('pupr', 'Dinas PUPR', 'kota'),
      unit('dishub', 'Dinas Perhubungan', 'kota'),
      unit('baru', 'Dinas Baru', 'kota'),
    ],
  },
};
const load = (id: string, open: number, overdue: number, followUpDays: number | null) => ({
  __typename: 'UnitLoad',
  organisation: { __typename: 'Organisation', id },
  open,
  overdue,
  followUpDays,
});
const loads = { unitLoads: [load('pupr', 12, 3, 5), load('dishub', 0, 0, 2)] };
const pick = (withLoad: boolean, answer: () => unknown) =>
  renderConsole(
    <OrganisationPick
      label="Unit"
      startAtId="kota"
      withinId="kota"
      withLoad={withLoad}
      picked={null}
      onPick={vi.fn<() => void>()}
    />,
    { words: {}, answers: { FindOrganisations: () => organisations, UnitLoad: answer } },
  );

it('says of each unit what it carries and how soon it takes up what comes, in one request for all in sight', async () => {
  const { asked } = pick(true, () => loads);
  expect(
    (await screen.findByText(/12 terbuka, 3 terlambat, tindak lanjut 5 hari \(tengah\)/)).closest(
      '[role="option"]',
    )?.textContent,
  ).toContain('Dinas PUPR');
  expect(screen.getByText(/0 terbuka, tindak lanjut 2 hari/)).toBeTruthy();
  expect(screen.getByRole('option', { name: /Dinas Baru/ }).textContent).not.toContain('terbuka');
  const wanted = asked
    .filter(({ name }) => name === 'UnitLoad')
    .map(({ variables }) => (variables['organisationIds'] as string[]).join(' '));
  expect([...new Set(wanted)]).toEqual(['baru dishub pupr']);
});

it('is chosen from all the same where the load cannot be had, and asks for none where nobody is to work', async () => {
  const { asked, unmount } = pick(true, () => new Error('no line'));
  expect(await screen.findByRole('option', { name: /Dinas PUPR/ })).toBeTruthy();
  expect(asked.map(({ name }) => name)).toContain('UnitLoad');
  unmount();
  const other = pick(false, () => loads);
  expect(await screen.findByRole('option', { name: /Dinas PUPR/ })).toBeTruthy();
  expect(other.asked.map(({ name }) => name)).not.toContain('UnitLoad');
});

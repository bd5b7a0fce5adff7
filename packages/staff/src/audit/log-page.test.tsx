// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { PostRole } from '../session/posts.ts';
import { renderConsole } from '../testing/index.ts';
import { LogPage } from './log-page.tsx';

afterEach(cleanup);

const yusra = { __typename: 'Officer', id: 'yusra', name: 'Yusra Sofyan' };
const city = { __typename: 'Organisation', id: 'pemkot-13-71', name: 'Pemerintah Kota Padang' };
const page = (typename: string, nodes: readonly object[]) => ({
  __typename: typename,
  edges: nodes.map((node) => ({ node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
const invited = {
  __typename: 'AuditEntry',
  id: 'a1',
  at: '2026-11-20T02:40:00Z',
  action: 'OFFICER_INVITED',
  actor: yusra,
  officer: { __typename: 'Officer', id: 'dewi', name: 'Dewi Anggraini' },
  organisation: city,
  facts: [],
};
const revealed = {
  __typename: 'ReportAuditEntry',
  id: 'r1',
  at: '2026-11-20T02:41:00Z',
  action: 'IDENTITY_REVEALED',
  actorKind: 'OFFICER',
  apiKeyId: null,
  reportNumber: '10000001',
  actor: yusra,
  organisation: city,
};
const show = (at: string, role: PostRole = 'AGENCY_ADMIN') =>
  renderConsole(
    <LogPage consoleLabel="LAPOR!" treePath="/unit" national={role === 'NATIONAL_ADMIN' || undefined} />,
    {
      words: {},
      at,
      roles: [role],
      answers: {
        AuditEntries: ({ filter }) => ({
          auditEntries: page(
            'AuditEntryConnection',
            (filter as { actions: string[] | null }).actions?.includes('POST_ENDED') ? [] : [invited],
          ),
        }),
        ReportAudit: () => ({ reportAuditEntries: page('ReportAuditEntryConnection', [revealed]) }),
        OfficerName: () => ({ officer: yusra }),
      },
    },
  );
const askedLast = ({ asked }: ReturnType<typeof show>) =>
  asked.findLast(({ name }) => name === 'AuditEntries')?.variables['filter'];

it('asks for what the address is narrowed to, and shows it in the fields', async () => {
  const view = show('/log?dari=2026-11-01&sampai=2026-11-20&tindakan=OFFICER_INVITED&pelaku=yusra');
  expect(await screen.findByRole('link', { name: 'Dewi Anggraini' })).toBeTruthy();
  expect(askedLast(view)).toMatchObject({
    from: '2026-11-01',
    until: '2026-11-20',
    actions: ['OFFICER_INVITED'],
    actorId: 'yusra',
  });
  expect(screen.getByLabelText<HTMLInputElement>('Dari').value).toBe('2026-11-01');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Tindakan' }).value).toBe('OFFICER_INVITED');
});

it('narrows by action, day and person, each in the address, and says when nothing is left', async () => {
  const view = show('/log');
  await view.user.click(await screen.findByRole('button', { name: 'hanya oleh Yusra Sofyan' }));
  expect(view.address()).toContain('pelaku=yusra');
  fireEvent.change(screen.getByLabelText('Sampai'), { target: { value: '2026-11-20' } });
  await view.user.selectOptions(screen.getByRole('combobox', { name: 'Tindakan' }), 'POST_ENDED');
  expect(await screen.findByText('Tidak ada catatan yang cocok')).toBeTruthy();
  expect(askedLast(view)).toMatchObject({ actorId: 'yusra', until: '2026-11-20', actions: ['POST_ENDED'] });
  await view.user.click(screen.getAllByRole('button', { name: /Hapus semua saringan/ })[0]!);
  expect(await screen.findByRole('link', { name: 'Dewi Anggraini' })).toBeTruthy();
  await waitFor(() => expect(askedLast(view)).toMatchObject({ actorId: null, until: null, actions: null }));
});

it('leads straight to who opened identities', async () => {
  const view = show('/log');
  await view.user.click(await screen.findByRole('link', { name: 'Siapa membuka identitas pelapor?' }));
  await waitFor(() =>
    expect(view.asked.findLast(({ name }) => name === 'ReportAudit')?.variables['filter']).toMatchObject({
      actions: ['IDENTITY_REVEALED'],
    }),
  );
});

it('has accounts for the national desk alone', async () => {
  show('/log');
  const parts = within(await screen.findByRole('tablist', { name: 'Bagian catatan' }));
  expect(parts.queryByRole('tab', { name: 'Akun' })).toBeNull();
  cleanup();
  show('/log', 'NATIONAL_ADMIN');
  expect(await screen.findByRole('tab', { name: 'Akun' })).toBeTruthy();
});

it('puts the many actions under headings', async () => {
  show('/log');
  const actions = within(await screen.findByRole('combobox', { name: 'Tindakan' }));
  const officers = actions.getByRole('group', { name: 'Petugas dan tugasnya' });
  expect(within(officers).getByRole('option', { name: 'Petugas diundang' })).toBeTruthy();
  cleanup();
  show('/log?bagian=laporan');
  const done = within(await screen.findByRole('combobox', { name: 'Tindakan' }));
  const protection = done.getByRole('group', { name: 'Identitas, penayangan, dan data pribadi' });
  expect(within(protection).getByRole('option', { name: 'Membuka identitas pelapor' })).toBeTruthy();
  expect(done.getAllByRole('group')).toHaveLength(7);
});

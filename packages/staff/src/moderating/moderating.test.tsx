// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import '../language/administration-words.ts';
import { renderConsole } from '../testing/index.ts';
import { HeldPage } from './held-page.tsx';
import { JunkPage } from './junk-page.tsx';
import { ModerationPage } from './moderation-page.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const page = (node: object, name: string) => ({
  __typename: `${name}Connection`,
  edges: [{ __typename: `${name}Edge`, node }],
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
});
const none = (name: string) => ({ ...page({}, name), edges: [] });

const suspected = (id: string) => ({
  __typename: 'Report',
  id,
  number: `1846229${id.at(-1)}`,
  title: `Promo ${id}`,
  text: 'Promo murah klik sekarang juga',
  channel: 'WEB',
  submittedAt: '2026-11-19T03:00:00Z',
  isConfidential: false,
  region: null,
});
const group = (count = 2) => ({
  __typename: 'JunkGroup',
  id: 'g1',
  reason: 'REPEATED_TEXT',
  count,
  openedAt: '2026-11-18T03:00:00Z',
  newestAt: '2026-11-19T03:00:00Z',
  reports: [suspected('r1'), suspected('r2')],
});

it('archives a group only after a look at what each reporter will read, and goes on with what is left', async () => {
  let left = 7;
  const { user, asked } = renderConsole(<JunkPage consoleLabel="Konsol" />, {
    words: {},
    answers: {
      JunkGroups: () => ({ junkGroups: page(group(107), 'JunkGroup') }),
      ArchiveJunkGroup: () => ({
        result: {
          __typename: 'JunkGroupArchived',
          archivedCount: left > 0 ? 100 : 7,
          leftCount: left,
          passedOverCount: 0,
        },
      }),
    },
  });
  expect(await screen.findAllByText('Promo murah klik sekarang juga')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Arsipkan 107 laporan' }));
  const preview = screen.getByRole('region', { name: 'Yang dibaca pelapor' });
  const text = screen.getByLabelText('Penjelasan untuk pelapor');
  await user.clear(text);
  await user.click(screen.getByRole('button', { name: 'Arsipkan 100 laporan' }));
  expect(screen.getByText('Wajib diisi.')).toBeTruthy();
  await user.type(text, 'Pesan promosi, bukan laporan.');
  expect(within(preview).getByText('Pesan promosi, bukan laporan.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Arsipkan 100 laporan' }));
  expect(await screen.findByText('Masih 7 laporan di kelompok ini.')).toBeTruthy();
  left = 0;
  await user.click(screen.getByRole('button', { name: 'Arsipkan 7 laporan' }));
  expect(await screen.findByText('7 laporan diarsipkan.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  const sent = asked
    .filter(({ name }) => name === 'ArchiveJunkGroup')
    .map(({ variables }) => variables['input']);
  expect(sent).toEqual(
    Array.from({ length: 2 }, () => ({
      groupId: 'g1',
      code: 'SPAM',
      text: 'Pesan promosi, bukan laporan.',
    })),
  );
});

it('says of a single report that it is no junk, after its whole text', async () => {
  const { user, asked } = renderConsole(<JunkPage consoleLabel="Konsol" />, {
    words: {},
    answers: {
      JunkGroups: () => ({ junkGroups: page(group(), 'JunkGroup') }),
      ReleaseFromJunk: () => ({
        result: { __typename: 'ReportChanged', report: { ...suspected('r2'), state: 'SUBMITTED' } },
      }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Bukan sampah: Promo r2' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText('Promo murah klik sekarang juga')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Bukan sampah' }));
  expect(await screen.findByText('Laporan tidak dicurigai lagi.')).toBeTruthy();
  expect(asked.find(({ name }) => name === 'ReleaseFromJunk')?.variables['input']).toEqual({
    reportId: 'r2',
  });
});

it('publishes a held report only once somebody says that it was read', async () => {
  const { user, asked } = renderConsole(<HeldPage consoleLabel="Konsol" />, {
    words: {},
    answers: {
      HeldReports: () => ({
        heldReports: page(
          {
            ...suspected('r1'),
            state: 'DISPOSED',
            withheldUntil: '2020-01-02T17:00:00Z',
            handler: null,
            viewerCanRelease: true,
          },
          'Report',
        ),
      }),
      ReleaseReport: () => ({
        result: { __typename: 'ReportChanged', report: { ...suspected('r1'), state: 'DISPOSED' } },
      }),
    },
  });
  expect(await screen.findByText(/^Lewat sejak/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Tayangkan Promo r1' }));
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Tayangkan' }));
  expect(within(dialog).getByText('Baca dahulu laporannya, lalu centang.')).toBeTruthy();
  expect(asked.some(({ name }) => name === 'ReleaseReport')).toBe(false);
  await user.click(within(dialog).getByRole('checkbox'));
  await user.click(within(dialog).getByRole('button', { name: 'Tayangkan' }));
  expect(await screen.findByText('Laporan tayang.')).toBeTruthy();
});

/** Each question once: while a component is drawn it asks too, and takes that back before anything is sent. */
const differing = (asked: readonly { name: string; variables: object }[]) => [
  ...new Map(asked.map((question) => [JSON.stringify(question), question])).values(),
];

const counted = () => ({
  moderationCounts: {
    __typename: 'ModerationCounts',
    heldNow: 3,
    overdueNow: 1,
    rows: [{ __typename: 'ModerationCount', kind: 'WITHHELD', rule: 'CHILD', count: 5 }],
  },
});

it('asks for the log by act and rule, and counts what was done between two days', async () => {
  const { user, asked, address } = renderConsole(<ModerationPage consoleLabel="Konsol" />, {
    words: {},
    at: '/moderasi?dari=2026-11-01&sampai=2026-11-20',
    answers: {
      ModerationPage: () => ({
        moderationLog: page(
          {
            __typename: 'ModerationLogEntry',
            id: 'm1',
            day: '2026-11-19',
            kind: 'WITHHELD',
            rule: 'CHILD',
            reportNumber: null,
            organisation: null,
          },
          'ModerationLogEntry',
        ),
        ...counted(),
      }),
      ModerationLog: () => ({ moderationLog: none('ModerationLogEntry') }),
      ModerationCounts: counted,
    },
  });
  const log = await screen.findByRole('table', { name: 'Tindakan, terbaru dulu' });
  expect(within(log).getByText('tidak tayang')).toBeTruthy();
  const counts = await screen.findByRole('table', { name: /^Menurut aturan/ });
  expect(within(counts).getByRole('row', { name: /Menyangkut anak 5/ })).toBeTruthy();
  // All that is seen at first is one question.
  expect(differing(asked)).toEqual([
    {
      name: 'ModerationPage',
      variables: { first: 50, kind: null, rule: null, from: '2026-11-01', until: '2026-11-20' },
    },
  ]);
  // What narrows the counts alone stands with them, and what narrows the log alone stands above the log.
  const days = screen.getByRole('group', { name: 'Hari yang dihitung' });
  const filters = screen.getByRole('group', { name: 'Saring log moderasi' });
  expect(within(filters).queryByLabelText('Dari')).toBeNull();
  const order = [days, counts, filters, log];
  expect(
    order.toSorted((one, other) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    ),
  ).toEqual(order);
  fireEvent.change(within(days).getByLabelText('Dari'), { target: { value: '2026-11-10' } });
  expect(await screen.findByRole('table', { name: /10 November 2026/ })).toBeTruthy();
  expect(differing(asked).slice(1)).toEqual([
    { name: 'ModerationCounts', variables: { from: '2026-11-10', until: '2026-11-20' } },
  ]);
  expect(address()).toContain('dari=2026-11-10');
  await user.selectOptions(screen.getByLabelText('Tindakan'), 'RELEASED');
  expect(await screen.findByText('Ubah saringannya untuk melihat tindakan lain.')).toBeTruthy();
  expect(address()).toContain('tindakan=RELEASED');
});

it('asks for the counts and the log apart when they did not come together, so that one fault costs one of them', async () => {
  const { asked } = renderConsole(<ModerationPage consoleLabel="Konsol" />, {
    words: {},
    at: '/moderasi?dari=2026-11-01&sampai=2026-11-20',
    answers: {
      ModerationPage: () => new Error('too slow'),
      ModerationLog: () => new Error('too slow'),
      ModerationCounts: counted,
    },
  });
  expect(await screen.findByRole('table', { name: /^Menurut aturan/ })).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Coba lagi' })).toBeTruthy();
  expect([...new Set(asked.map(({ name }) => name))].toSorted()).toEqual([
    'ModerationCounts',
    'ModerationLog',
    'ModerationPage',
  ]);
});

it('says so when nothing is suspected, and when it could not be asked', async () => {
  renderConsole(<JunkPage consoleLabel="Konsol" />, {
    words: {},
    answers: { JunkGroups: () => ({ junkGroups: none('JunkGroup') }) },
  });
  expect(await screen.findByText('Tidak ada dugaan sampah')).toBeTruthy();
  cleanup();
  renderConsole(<HeldPage consoleLabel="Konsol" />, {
    words: {},
    answers: { HeldReports: () => new Error('offline') },
  });
  expect(await screen.findByText('Laporan yang ditahan belum dapat dimuat')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeTruthy();
});

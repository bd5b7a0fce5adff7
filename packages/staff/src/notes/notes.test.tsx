// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../testing/index.ts';
import { useFrame } from '../shell/use-frame.ts';
import { MentionBell } from './mention-bell.tsx';
import { MentionsPage } from './mentions-page.tsx';
import { MentionCountDocument } from './notes.graphql.ts';
import { NotesPanel } from './notes-panel.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const person = (id: string, name: string | null) => ({ __typename: 'Officer', id, name });
const note = (id: string, more: object = {}) => ({
  __typename: 'Note',
  id,
  text: `Catatan ${id}`,
  at: '2026-11-19T09:10:00.000Z',
  officer: person('azwar', 'Azwar'),
  organisation: { __typename: 'Organisation', id: 'bina-marga', name: 'Bidang Bina Marga' },
  mentioned: [],
  ...more,
});
const report = (notes: object[], viewerCanAddNote = true) =>
  ({ __typename: 'Report', id: 'r1', viewerCanAddNote, notes }) as never;
const officers = {
  FindOfficers: () => ({
    officers: {
      __typename: 'OfficerConnection',
      edges: [{ __typename: 'OfficerEdge', node: { ...person('azwar', 'Azwar'), posts: [] } }],
    },
  }),
};

it('says beside the field that nobody outside reads a note, and tells whom an "@" names', async () => {
  const { user, asked } = renderConsole(<NotesPanel report={report([note('a')])} />, {
    words: {},
    answers: {
      ...officers,
      AddNote: () => ({ result: { __typename: 'NoteAdded', report: { __typename: 'Report', id: 'r1' } } }),
    },
  });
  expect(screen.getByText(/Pelapor dan publik tidak pernah melihatnya/)).toBeTruthy();
  expect(screen.getByText('Catatan a')).toBeTruthy();

  await user.type(screen.getByLabelText('Catatan untuk rekan'), 'Stok aspal? @');
  await user.click(await screen.findByRole('option', { name: /Azwar/ }));
  await user.click(screen.getByRole('button', { name: 'Simpan catatan' }));
  await screen.findByText('Catatan tersimpan.');
  const sent = asked.find(({ name }) => name === 'AddNote')?.variables['input'];
  expect(sent).toMatchObject({ reportId: 'r1', text: 'Stok aspal? @Azwar', mentionedOfficerIds: ['azwar'] });
  expect((screen.getByLabelText('Catatan untuk rekan') as HTMLTextAreaElement).value).toBe('');
});

it('keeps the words when a note is refused, and says whom to take off', async () => {
  const { user } = renderConsole(<NotesPanel report={report([])} />, {
    words: {},
    answers: {
      ...officers,
      AddNote: () => ({
        result: {
          __typename: 'InvalidInput',
          fields: [{ path: 'input.mentionedOfficerIds', code: 'NOT_A_READER' }],
        },
      }),
    },
  });
  await user.click(screen.getByRole('button', { name: 'Simpan catatan' }));
  expect(screen.getByText('Wajib diisi.')).toBeTruthy();
  await user.type(screen.getByLabelText('Catatan untuk rekan'), 'Cek. @');
  await user.click(await screen.findByRole('option', { name: /Azwar/ }));
  await user.click(screen.getByRole('button', { name: 'Simpan catatan' }));
  await screen.findByText(/tidak dapat membaca laporan ini/);
  expect((screen.getByLabelText('Catatan untuk rekan') as HTMLTextAreaElement).value).toContain(
    'Cek. @Azwar',
  );
});

it('looks for a colleague by what is written behind the "@", in the same box and by its keys', async () => {
  const { user, asked } = renderConsole(<NotesPanel report={report([])} />, {
    words: {},
    answers: {
      FindOfficers: ({ filter }) => ({
        officers: {
          __typename: 'OfficerConnection',
          edges: [person('azwar', 'Azwar'), person('yusra', 'Yusra Sofyan')]
            .filter(({ name }) =>
              name.toLowerCase().includes((filter as { search: string | null }).search ?? ''),
            )
            .map((one) => ({ __typename: 'OfficerEdge', node: { ...one, posts: [] } })),
        },
      }),
    },
  });
  const box = screen.getByLabelText('Catatan untuk rekan') as HTMLTextAreaElement;
  await user.type(box, 'Cek @');
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  await user.keyboard('{ArrowDown}');
  expect(box.getAttribute('aria-activedescendant')).toBe(
    screen.getByRole('option', { name: /Yusra/, selected: true }).id,
  );
  await user.keyboard('yus');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await waitFor(() =>
    expect(asked.at(-1)?.variables['filter']).toMatchObject({ search: 'yus', states: ['ACTIVE'] }),
  );
  await user.keyboard('{Enter}');
  expect(box.value).toBe('Cek @Yusra Sofyan ');
  expect(document.activeElement).toBe(box);
  await user.keyboard('ya. @zzz');
  expect(await screen.findByText(/Tidak ada petugas aktif yang cocok/)).toBeTruthy();
  await user.keyboard('{Escape}{Enter}lagi');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(box.value).toBe('Cek @Yusra Sofyan ya. @zzz\nlagi');
});

it('marks the officer’s own mentions on the page as read, once', async () => {
  const own = [person('petugas', 'Rina Oktavia')];
  const notes = [note('m1', { mentioned: own }), note('m2')];
  const { asked } = renderConsole(<NotesPanel report={report(notes)} />, {
    words: {},
    answers: { MarkMentionsRead: () => ({ result: { __typename: 'MentionsRead', unreadCount: 0 } }) },
  });
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toEqual({ name: 'MarkMentionsRead', variables: { input: { noteIds: ['m1'] } } });
});

it('whoever may neither read nor write notes sees none of it', () => {
  const { container } = renderConsole(<NotesPanel report={report([], false)} />, { words: {}, answers: {} });
  expect(container.querySelector('.notes')).toBeNull();
});

const mention = (id: string, isRead = false) => ({
  __typename: 'MentionEdge',
  cursor: id,
  node: {
    __typename: 'Mention',
    isRead,
    note: note(id),
    report: {
      __typename: 'Report',
      id: `r-${id}`,
      number: '48213097',
      title: `Laporan ${id}`,
      isConfidential: false,
      state: 'DISPOSED',
    },
  },
});
const page = (...edges: object[]) => ({
  mentions: {
    __typename: 'MentionConnection',
    edges,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  },
});

/** In a frame that asks for it alone. */
function Bell() {
  const frame = useFrame({ query: MentionCountDocument, variables: { first: 20 }, topic: null });
  return <MentionBell frame={frame} />;
}

it('the bell tells how many are unread; the page leads to the report and marks one as read', async () => {
  const read = new Set<string>();
  const unread = () => ['a', 'b'].filter((id) => !read.has(id));
  const { user } = renderConsole(
    <>
      <Bell />
      <MentionsPage consoleLabel="Konsol instansi" />
    </>,
    {
      words: {},
      answers: {
        MentionCount: () => page(...unread().map((cursor) => ({ __typename: 'MentionEdge', cursor }))),
        Mentions: ({ unreadOnly }) =>
          page(...(unreadOnly ? unread() : ['a', 'b']).map((id) => mention(id, read.has(id)))),
        MarkMentionsRead: ({ input }) => {
          for (const id of (input as { noteIds: string[] }).noteIds) read.add(id);
          return { result: { __typename: 'MentionsRead', unreadCount: unread().length } };
        },
      },
    },
  );
  await screen.findByRole('link', { name: 'Catatan untuk saya: 2 belum dibaca' });
  const first = screen.getByRole('article', { name: /Laporan a/ });
  expect(within(first).getByRole('link', { name: 'Laporan a' }).getAttribute('href')).toBe(
    '/laporan/48213097',
  );
  await user.click(within(first).getByRole('button', { name: 'Tandai sudah dibaca' }));
  await screen.findByRole('link', { name: 'Catatan untuk saya: 1 belum dibaca' });
  await waitFor(() => expect(screen.queryByText('Laporan a')).toBeNull());
});

it('an empty page says where notes come from; one that fails can be tried again', async () => {
  let works = false;
  const { user } = renderConsole(<MentionsPage consoleLabel="Konsol instansi" />, {
    words: {},
    answers: { Mentions: () => (works ? page() : new Error('no line')) },
  });
  await screen.findByText('Catatan belum dapat dimuat');
  works = true;
  await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
  expect(await screen.findByText('Tidak ada catatan yang belum dibaca')).toBeTruthy();
});

// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useDraft } from '../drafts/use-draft.ts';
import { renderConsole } from '../testing/index.ts';
import { useSession } from './session-context.ts';
import { SessionGate } from './session-gate.tsx';

const officer = {
  __typename: 'Officer',
  id: 'petugas',
  name: 'Rina Oktavia',
  posts: [
    {
      __typename: 'Post',
      role: 'LIAISON_OFFICER',
      organisation: {
        __typename: 'Organisation',
        id: 'opd',
        name: 'Dinas PUPR',
        acronym: null,
        timeZone: 'Asia/Jakarta',
        hasDirectVerification: true,
        isConnected: true,
        childCount: 2,
        government: null,
      },
    },
  ],
};
const identity = {
  name: 'agency',
  application: 'web-agency',
  label: 'Konsol',
  other: { label: 'Nasional', href: '/admin/' },
} as const;
let isSignedIn = true;

beforeEach(() => {
  isSignedIn = true;
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/sign-out')) isSignedIn = false;
    const isAsked = path.endsWith('/get-session');
    return Response.json(isAsked && isSignedIn ? { user: { id: 'petugas', kind: 'officer' } } : null);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

function Desk() {
  const { signOut, recheck } = useSession();
  const verifying = useDraft('verify:r1', { text: '' });
  const answering = useDraft('answer:r1', { text: '' });
  return (
    <>
      {[verifying, answering].map(({ value, change }, index) => (
        <input
          key={index}
          aria-label={['Narasi', 'Jawaban'][index]}
          value={value.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      ))}
      <button onClick={() => void signOut()}>Keluar</button>
      <button onClick={recheck}>Periksa</button>
    </>
  );
}

function open(onChangeOfOfficer = () => undefined) {
  return renderConsole(
    <SessionGate console={identity} roles={['LIAISON_OFFICER']} onChangeOfOfficer={onChangeOfOfficer}>
      <Desk />
    </SessionGate>,
    { words: {}, answers: { Session: () => ({ viewerOfficer: isSignedIn ? officer : null }) } },
  );
}
async function write(user: ReturnType<typeof open>['user']) {
  await user.type(await screen.findByLabelText('Narasi'), 'kata pelapor');
  await user.type(screen.getByLabelText('Jawaban'), 'kata sendiri');
}
const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

it('whoever signs out leaves nothing that a reporter wrote on the device', async () => {
  const renewed = Promise.withResolvers<undefined>();
  const { user } = open(() => void renewed.resolve(undefined) as undefined);
  await write(user);
  expect(kept()).toContain('kata pelapor');
  await user.click(screen.getByRole('button', { name: 'Keluar' }));
  await renewed.promise;
  cleanup();
  expect(kept()).not.toContain('kata pelapor');
  expect(kept()).toContain('kata sendiri');
});

it('a session that ends by itself loses no text in its tab', async () => {
  const { user } = open();
  await write(user);
  isSignedIn = false;
  await user.click(screen.getByRole('button', { name: 'Periksa' }));
  await screen.findByLabelText('Kata sandi');
  expect(screen.queryByLabelText('Narasi')).toBeNull();
  cleanup();
  isSignedIn = true;
  open();
  expect(await screen.findByLabelText('Narasi')).toHaveProperty('value', 'kata pelapor');
  expect(screen.getByLabelText('Jawaban')).toHaveProperty('value', 'kata sendiri');
});

it('a tab hears of it when its officer signs out in another one', async () => {
  const onChangeOfOfficer = vi.fn<() => undefined>();
  const { user } = open(onChangeOfOfficer);
  await write(user);
  localStorage.setItem('signed-out:petugas', '2999-01-01T00:00:00.000Z');
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'signed-out:petugas' })));
  expect(onChangeOfOfficer).toHaveBeenCalledOnce();
  expect(kept()).not.toContain('kata pelapor');
});

// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAccountDrafts, draftPlaces } from '../drafts/others-words.ts';
import { renderConsole } from '../testing/index.ts';
import { InvitationPage } from './invitation/invitation-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const identity = {
  name: 'agency',
  application: 'web-agency',
  label: 'Konsol',
  other: { label: 'Nasional', href: '/admin/' },
} as const;
const invitation = {
  email: 'rina@contoh.go.id',
  name: 'Rina Oktavia',
  posts: [{ role: 'LIAISON_OFFICER', organisationId: 'opd', organisationName: 'Dinas PUPR' }],
  expiresAt: '2026-12-01T00:00:00Z',
};
const asked: string[] = [];
/** Whether `identity` says who is signed in. */
let isTold = true;

beforeEach(() => {
  asked.length = 0;
  isTold = true;
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (path.endsWith('/get-session'))
      return isTold
        ? Response.json({ user: { id: 'petugas', kind: 'officer' }, mustEnrol: true })
        : new Response(null, { status: 503 });
    if (path.includes('/invitation')) return Response.json(invitation);
    return Response.json({});
  });
  for (const accountId of ['petugas', 'rekan'])
    createAccountDrafts(draftPlaces(), accountId, () => new Date()).save(
      'verify:r1',
      `kata bagi ${accountId}`,
    );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});
const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

async function signInWithoutSecondFactor() {
  const left = Promise.withResolvers<undefined>();
  const { user } = renderConsole(
    <SignInPage console={identity} onSignedIn={() => left.resolve(undefined)} />,
    { words: {}, answers: {} },
  );
  await user.type(screen.getByLabelText('Surel dinas'), 'rina@contoh.go.id');
  await user.type(screen.getByLabelText('Kata sandi'), 'sandi yang panjang');
  await user.click(screen.getByRole('button', { name: 'Lanjut' }));
  return { user, left: left.promise };
}

it('whoever signs out before the second factor leaves nothing that others wrote', async () => {
  const { user, left } = await signInWithoutSecondFactor();
  await user.click(await screen.findByRole('button', { name: 'Keluar' }));
  await left;
  expect(asked.some((path) => path.endsWith('/sign-out'))).toBe(true);
  expect(kept()).not.toContain('kata bagi petugas');
  expect(kept()).toContain('kata bagi rekan');
});

it('where it cannot be known who that was, nothing that others wrote stays of anybody', async () => {
  const { user, left } = await signInWithoutSecondFactor();
  const out = await screen.findByRole('button', { name: 'Keluar' });
  isTold = false;
  await user.click(out);
  await left;
  expect(kept()).not.toContain('kata bagi');
});

it('whoever signs out behind an invitation leaves nothing that others wrote', async () => {
  const left = Promise.withResolvers<undefined>();
  const { user } = renderConsole(
    <InvitationPage console={identity} onChangeOfOfficer={() => left.resolve(undefined)} />,
    {
      words: {},
      answers: { OrganisationName: () => ({ organisation: null }) },
      at: `/undangan#${'a'.repeat(43)}`,
    },
  );
  await user.type(await screen.findByLabelText('Buat kata sandi'), 'sandi yang panjang sekali');
  await user.click(screen.getByRole('button', { name: 'Terima undangan' }));
  await user.click(await screen.findByRole('button', { name: 'Keluar' }));
  await left.promise;
  expect(kept()).not.toContain('kata bagi petugas');
});

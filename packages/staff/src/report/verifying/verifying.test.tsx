// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { FragmentOf } from '../../graphql.ts';
import { renderConsole, type Answers } from '../../testing/index.ts';
import { useVerification } from './use-verification.ts';
import { VerificationForm } from './verification-form.tsx';
import { VerificationNarrative } from './verification-narrative.tsx';
import type { VerificationFields } from './verifying.graphql.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

const organisation = (id: string, name: string) => ({ __typename: 'Organisation', id, name });
const pln = organisation('pln', 'PLN');
const report = {
  __typename: 'Report',
  id: 'r1',
  number: '10000001',
  kind: 'COMPLAINT',
  class: null,
  title: 'Lampu jalan mati',
  text: 'Nama saya Fulan. Hubungi 080000000000. Lampu jalan mati.',
  isConfidential: false,
  returnCount: 0,
  region: { __typename: 'Region', code: '13.71.09', government: null },
  category: null,
  suggestedOrganisation: null,
  attachments: [],
  history: [],
  similarReports: [],
  routingSuggestion: {
    __typename: 'RoutingSuggestion',
    categories: [
      {
        __typename: 'SuggestedCategory',
        category: {
          __typename: 'Category',
          id: 'lampu',
          name: 'Lampu',
          path: 'Perhubungan › Lampu',
          needsSupportingData: false,
        },
        matchedWords: ['lampu'],
        similarReportCount: 5,
      },
    ],
    organisations: [
      {
        __typename: 'SuggestedOrganisation',
        organisation: pln,
        matchedWords: ['lampu'],
        similarReportCount: 12,
        rule: null,
      },
    ],
  },
  routeRules: [],
  viewerCanVerify: true,
  viewerCanArchive: true,
} as unknown as FragmentOf<typeof VerificationFields>;

const answers: Answers = {
  RouteRules: () => ({ routeRules: [] }),
  VerifyReport: () => ({
    result: { __typename: 'ChangePending', requestKey: 'k', appliesAt: '2026-11-20T03:00:00Z' },
  }),
};

function Desk({ onDone }: { onDone: (isPending: boolean) => void }) {
  const verification = useVerification(report, onDone);
  return (
    <>
      <VerificationNarrative verification={verification} />
      <VerificationForm verification={verification} submitLabel="Teruskan" />
    </>
  );
}

const press = (key: string) => fireEvent.keyDown(document.body, { key });

it('verifies by keys alone: findings, class, suggestions with their reasons, checks, sent', async () => {
  const onDone = vi.fn<(isPending: boolean) => void>();
  const { user, asked } = renderConsole(<Desk onDone={onDone} />, { words: {}, answers });
  expect(await screen.findByText('2 data pribadi terlihat')).toBeTruthy();
  const checks = screen.getAllByRole('checkbox') as HTMLInputElement[];
  // Not by habit: what was found comes first.
  expect(checks[0]!.disabled).toBe(true);
  // B begins an answer elsewhere: by habit it lets nothing through.
  press('b');
  expect(screen.getByText('2 data pribadi terlihat')).toBeTruthy();
  press('v');
  expect(screen.getByText('1 data pribadi terlihat')).toBeTruthy();
  press('s');
  expect((screen.getByLabelText('Yang tayang') as HTMLTextAreaElement).value).toBe(
    'Nama saya Fulan. Hubungi [nomor disamarkan]. Lampu jalan mati.',
  );
  press('1');
  await screen.findByText('kata “lampu”; 5 laporan serupa');
  press('q');
  expect(screen.getByText(/12 laporan serupa di Indonesia/)).toBeTruthy();
  press('f');
  expect((screen.getByRole('radio', { name: /PLN/ }) as HTMLInputElement).checked).toBe(true);
  press('c');
  expect(document.activeElement).toBe(checks[0]);
  await user.keyboard(' ');
  await user.tab();
  await user.keyboard(' ');
  (document.activeElement as HTMLElement).blur();
  press('Enter');
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(true));
  expect(asked.find(({ name }) => name === 'VerifyReport')?.variables['input']).toMatchObject({
    reportId: 'r1',
    class: 'GRIEVANCE',
    categoryId: 'lampu',
    leadOrganisationId: 'pln',
    safeToPublish: true,
    redactedText: 'Nama saya Fulan. Hubungi [nomor disamarkan]. Lampu jalan mati.',
    moderationRule: null,
    undoSeconds: 10,
  });
});

it('holds a text back by a rule and a reason while something is open', async () => {
  const { user, asked } = renderConsole(<Desk onDone={vi.fn<() => void>()} />, { words: {}, answers });
  await screen.findByText('kata “lampu”; 5 laporan serupa');
  for (const key of ['1', 'q', 'f', 'Enter']) press(key);
  expect(
    screen.getByText(
      /^Belum dicentang: “Data pribadi sudah disamarkan”, “Tidak menuduh orang dengan nama”\. Centang/,
    ),
  ).toBeTruthy();
  // The first cannot be ticked while something personal is to be seen.
  const [personal, accusation] = screen.getAllByRole('checkbox');
  expect((personal as HTMLInputElement).disabled).toBe(true);
  expect(document.activeElement).toBe(accusation);
  await user.selectOptions(screen.getByLabelText('Aturan'), 'CHILD');
  await user.type(screen.getByLabelText(/^Mengapa belum tayang/), 'Menyebut anak.');
  await user.click(screen.getByRole('button', { name: /^Teruskan/ }));
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'VerifyReport')?.variables['input']).toMatchObject({
      safeToPublish: false,
      withholdReason: 'Menyebut anak.',
      moderationRule: 'CHILD',
    }),
  );
});

it('takes no letter that is typed for a shortcut', async () => {
  const { user } = renderConsole(<Desk onDone={vi.fn<() => void>()} />, { words: {}, answers });
  await user.type(screen.getByLabelText('Judul'), ' sbq1');
  expect((screen.getByLabelText('Judul') as HTMLInputElement).value).toBe('Lampu jalan mati sbq1');
  expect(screen.getByText('2 data pribadi terlihat')).toBeTruthy();
  expect(
    within(screen.getByRole('group', { name: 'Kelas' })).queryByRole('button', { pressed: true }),
  ).toBeNull();
});

// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderConsole, type Answers } from '../testing/index.ts';
import { OversightPanel } from './oversight-panel.tsx';

afterEach(() => {
  cleanup();
  onDone.mockClear();
  localStorage.clear();
});

const office = { __typename: 'Organisation', id: 'ombudsman-13', name: 'Ombudsman Sumatera Barat' };
const unit = { __typename: 'Organisation', id: 'opd-13-71-dpupr', name: 'Dinas PUPR Kota Padang' };
const NOTHING_ALLOWED = {
  viewerCanAskClarification: false,
  viewerCanGiveClarification: false,
  viewerCanWrite: false,
  viewerCanAssign: false,
  viewerCanRecommend: false,
  viewerCanClose: false,
};
const aCase = (more: object = {}) => ({
  __typename: 'OversightCase',
  id: 'k1',
  reportNumber: '10000001',
  isConfidential: false,
  state: 'CLARIFICATION_ASKED',
  openedAt: '2027-01-04T03:00:00Z',
  openedBy: 'RULE',
  outcome: null,
  closedAt: null,
  office,
  organisation: unit,
  clarification: {
    __typename: 'OversightClarification',
    askedAt: '2027-01-04T03:10:00Z',
    givenAt: null,
    dueOn: '2027-01-18',
    isMissed: false,
    workingDaysLeft: 10,
    length: 10,
    unit: 'WORKING',
    timeZone: 'Asia/Jakarta',
  },
  entries: [
    {
      __typename: 'OversightEntry',
      id: 'e1',
      at: '2027-01-04T03:10:00Z',
      kind: 'CLARIFICATION_ASKED',
      text: 'Mengapa laporan ini belum dijawab?',
      wordsForReporter: null,
      organisation: office,
    },
  ],
  letters: [],
  ...NOTHING_ALLOWED,
  ...more,
});
const onDone = vi.fn<() => void>();
const show = (oversight: object | null, canOpen = false, answers: Answers = {}) =>
  renderConsole(
    <main>
      <OversightPanel
        report={{ __typename: 'Report', id: 'r1', viewerCanOpenOversight: canOpen, oversight } as never}
        onDone={onDone}
      />
    </main>,
    { words: {}, answers },
  );
const watched = (more: object = {}) => ({ __typename: 'ReportOversight', case: aCase(more) });

it('is not there for a report that nobody watches, nor where the officer may not read the case', () => {
  for (const oversight of [null, { __typename: 'ReportOversight', case: null }]) {
    show(oversight);
    expect(screen.getByRole('main').textContent).toBe('');
    cleanup();
  }
});

it('says which office watches, what it asks and by when, and offers nothing that is not the officer’s to do', async () => {
  show(watched());
  expect(await screen.findByText('Ombudsman Sumatera Barat')).toBeTruthy();
  expect(screen.getByText('Klarifikasi paling lambat Senin, 18 Januari 2027')).toBeTruthy();
  expect(screen.getByText('Mengapa laporan ini belum dijawab?')).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
});

it('says that a clarification is late once its day has passed', async () => {
  const { clarification } = aCase();
  show(watched({ clarification: { ...clarification, isMissed: true } }));
  expect(await screen.findByText('Klarifikasi terlambat, seharusnya Senin, 18 Januari 2027')).toBeTruthy();
});

it('the unit gives its clarification there: too little is told at the field, a broken line loses no word, and the page is read anew', async () => {
  let isBroken = true;
  const { user, asked } = show(watched({ viewerCanGiveClarification: true }), false, {
    GiveClarification: () =>
      isBroken
        ? new Error('no line')
        : {
            result: {
              __typename: 'OversightChanged',
              case: { __typename: 'OversightCase', id: 'k1' },
            },
          },
  });
  await user.click(await screen.findByRole('button', { name: 'Beri klarifikasi' }));
  const dialog = screen.getByRole('dialog', { name: 'Beri klarifikasi' });
  expect(within(dialog).getByText(/Pelapor tidak membaca kata-kata ini/)).toBeTruthy();
  const words = within(dialog).getByRole('textbox') as HTMLTextAreaElement;
  const send = within(dialog).getByRole('button', { name: 'Kirim' });
  await user.type(words, 'Sudah.');
  await user.click(send);
  expect(words.getAttribute('aria-invalid')).toBe('true');
  expect(asked.some(({ name }) => name === 'GiveClarification')).toBe(false);
  await user.type(words, ' Regu datang Senin, aspal dipesan.');
  await user.click(send);
  await within(dialog).findByRole('alert');
  expect(words.value).toBe('Sudah. Regu datang Senin, aspal dipesan.');
  isBroken = false;
  expect(onDone).not.toHaveBeenCalled();
  await user.click(send);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.findLast(({ name }) => name === 'GiveClarification')?.variables['input']).toMatchObject({
    caseId: 'k1',
    text: 'Sudah. Regu datang Senin, aspal dipesan.',
  });
  await waitFor(() => expect(onDone).toHaveBeenCalled());
});

it('offers staff of the Ombudsman to open a case of a report that has none, with a reason', async () => {
  const { user, asked } = show(null, true, {
    OpenOversight: () => ({
      result: { __typename: 'OversightChanged', case: { __typename: 'OversightCase', id: 'k1' } },
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Buka kasus pengawasan' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText(/status dan tenggat laporan tidak berubah/)).toBeTruthy();
  const open = within(dialog).getByRole('button', { name: 'Buka kasus pengawasan' });
  await user.click(open);
  expect(asked.some(({ name }) => name === 'OpenOversight')).toBe(false);
  await user.type(within(dialog).getByRole('textbox'), 'Tiga warga mengadu hal yang sama.');
  await user.click(open);
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'OpenOversight')?.variables['input']).toMatchObject({
      reportId: 'r1',
      reason: 'Tiga warga mengadu hal yang sama.',
    }),
  );
});

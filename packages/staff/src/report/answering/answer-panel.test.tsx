// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../../testing/index.ts';
import { AnswerPanel } from './answer-panel.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const unit = { __typename: 'Organisation', id: 'opd-13-71-dpupr', name: 'Dinas PUPR' };
let count = 0;
/** Each with an id of its own: what was sent of one is remembered while the page lives. */
const report = (more: object = {}) =>
  ({
    __typename: 'Report',
    id: `r${(count += 1)}`,
    state: 'DISPOSED',
    isConfidential: false,
    isPublished: true,
    category: { __typename: 'Category', id: 'jalan' },
    handler: unit,
    assignments: [{ __typename: 'Assignment', organisation: unit }],
    approvals: [{ __typename: 'Assignment', organisation: unit, answerApproval: null }],
    clocks: [
      {
        __typename: 'Clock',
        id: 'c1',
        kind: 'FOLLOW_UP',
        status: 'RUNNING',
        dueOn: '2026-11-24',
        organisation: unit,
      },
    ],
    viewerDraft: null,
    viewerCanAnswer: true,
    viewerCanRequestInformation: true,
    viewerCanReply: false,
    viewerCanWriteToReporter: true,
    viewerCanDispose: true,
    ...more,
  }) as never;
const made = {
  result: {
    __typename: 'ReportChanged',
    report: { __typename: 'Report', id: 'r1', number: '1', state: 'IN_PROGRESS' },
  },
};
const answers = {
  SaveAnswerDraft: () => ({ result: { __typename: 'AnswerDraftKept' } }),
  DiscardAnswerDraft: () => ({ result: { __typename: 'AnswerDraftKept' } }),
};
const words = () => screen.getByLabelText('Isi jawaban') as HTMLTextAreaElement;

it('says what stops and by when, shows what the citizen will get, and keeps what is written with the platform', async () => {
  const { user, asked } = renderConsole(<AnswerPanel report={report()} />, { words: {}, answers });
  expect(screen.getByText('Tenggat tindak lanjut (Selasa, 24 November 2026) terpenuhi.')).toBeTruthy();
  await user.type(words(), 'Regu datang Senin.');
  await user.click(screen.getByText('Lihat yang akan diterima warga'));
  expect(screen.getAllByText('Regu datang Senin.')).toHaveLength(2);
  expect(screen.getByText('Laporan ini tayang: jawabannya juga terbaca umum.')).toBeTruthy();
  await screen.findByText('Juga tersimpan di akun Anda', undefined, { timeout: 5_000 });
  expect(asked.filter(({ name }) => name === 'SaveAnswerDraft').at(-1)?.variables['input']).toMatchObject({
    kind: 'PLAN',
    text: 'Regu datang Senin.',
  });
});

it('goes on with the draft from another device, and asks where both differ', async () => {
  const kept = {
    __typename: 'AnswerDraft',
    kind: 'RESULT',
    text: 'Sudah ditambal.',
    promisedOn: null,
    outcome: 'SOLVED',
    obstacleReason: null,
    noProofReason: null,
    savedAt: '2999-11-20T03:00:00.000Z',
  };
  const elsewhere = report({ viewerDraft: kept });
  const first = renderConsole(<AnswerPanel report={elsewhere} />, { words: {}, answers });
  await waitFor(() => expect(words().value).toBe('Sudah ditambal.'));
  await first.user.type(words(), ' Lunas.');
  first.unmount();

  const { user } = renderConsole(<AnswerPanel report={elsewhere} />, { words: {}, answers });
  await screen.findByText(/Anda menulis draf lain di perangkat lain/);
  expect(words().value).toBe('Sudah ditambal. Lunas.');
  await user.click(screen.getByRole('button', { name: 'Pakai draf itu' }));
  expect(words().value).toBe('Sudah ditambal.');
});

it('a template takes the place of the words; what it leaves open is not sent', async () => {
  const { user, asked } = renderConsole(<AnswerPanel report={report()} />, {
    words: {},
    answers: {
      ...answers,
      AnswerTemplates: () => ({
        answerTemplates: [
          {
            __typename: 'AnswerTemplate',
            id: 't1',
            kind: 'PLAN',
            categoryId: null,
            title: 'Penambalan',
            text: '{tenggat}',
            savedAt: '2026-11-10T03:00:00.000Z',
            organisation: unit,
          },
        ],
      }),
      RenderAnswerTemplate: () => ({
        renderAnswerTemplate: {
          __typename: 'RenderedAnswer',
          text: 'Selesai paling lambat {tenggat}.',
          missing: ['tenggat'],
        },
      }),
    },
  });
  await user.click(screen.getByRole('button', { name: 'Pakai pola' }));
  await user.click(await screen.findByRole('radio', { name: /Penambalan/ }));
  await user.click(await screen.findByRole('button', { name: 'Pakai' }));
  expect(words().value).toBe('Selesai paling lambat {tenggat}.');
  await user.type(screen.getByLabelText('Kapan dikerjakan?'), '2999-12-01');
  await user.click(screen.getByRole('button', { name: /Kirim ke warga/ }));
  expect(screen.getByText('Isi dahulu yang masih kosong: {tenggat}.')).toBeTruthy();
  expect(asked.some(({ name }) => name === 'AnswerReport')).toBe(false);
});

it('a private message goes to the reporter alone', async () => {
  const { user, asked } = renderConsole(<AnswerPanel report={report()} />, {
    words: {},
    answers: { ...answers, WriteToReporter: () => made },
  });
  await user.click(screen.getByRole('tab', { name: 'Pesan pribadi' }));
  expect(screen.getByText(/Anda tidak perlu tahu siapa dia/)).toBeTruthy();
  expect(screen.getByText('Hanya pelapor yang membaca. Status dan tenggat tidak berubah.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Pakai pola' })).toBeNull();
  await user.type(screen.getByLabelText('Pesan untuk pelapor'), 'Bisakah kami datang besok pagi?');
  await user.click(screen.getByRole('button', { name: /Kirim ke warga/ }));
  await screen.findByText('Terkirim ke warga.');
  expect(asked.find(({ name }) => name === 'WriteToReporter')?.variables['input']).toMatchObject({
    text: 'Bisakah kami datang besok pagi?',
  });
});

it('a draft is thrown away with the platform once its words were sent or wiped out', async () => {
  const { user, asked } = renderConsole(<AnswerPanel report={report()} />, { words: {}, answers });
  await user.type(words(), 'Regu datang.');
  await screen.findByText('Juga tersimpan di akun Anda', undefined, { timeout: 5_000 });
  await user.clear(words());
  await waitFor(() => expect(asked.at(-1)?.name).toBe('DiscardAnswerDraft'));
});

it('what waits for a file is not sent as another kind of answer', async () => {
  const { user, asked, container } = renderConsole(<AnswerPanel report={report()} />, { words: {}, answers });
  const sending = () => screen.getByRole('button', { name: /Kirim ke warga/ });
  const isWaiting = () => sending().getAttribute('aria-busy') === 'true';
  const photo = new File(['x'], 'lampu.jpg', { type: 'image/jpeg' });
  await user.click(screen.getByRole('tab', { name: 'Tanda terima' }));
  await user.type(words(), 'Sudah kami terima.');
  // Without a pause: the file neither arrives nor fails meanwhile.
  fireEvent.change(container.querySelector('input[type=file]')!, { target: { files: [photo] } });
  fireEvent.click(sending());
  expect(isWaiting()).toBe(true);
  fireEvent.click(screen.getByRole('tab', { name: 'Hasil' }));
  expect(isWaiting()).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Hapus lampu.jpg' }));
  expect(asked.some(({ name }) => name === 'AnswerReport')).toBe(false);
});

it('warns of a promised day after the resolution deadline, and sends it all the same', async () => {
  const resolution = {
    __typename: 'Clock',
    id: 'c2',
    kind: 'RESOLUTION',
    status: 'RUNNING',
    dueOn: '2099-11-23',
    organisation: unit,
  };
  const { user } = renderConsole(<AnswerPanel report={report({ clocks: [resolution] })} />, {
    words: {},
    answers,
  });
  const day = screen.getByLabelText('Kapan dikerjakan?');
  fireEvent.change(day, { target: { value: '2099-11-23' } });
  expect(screen.queryByText(/setelah tenggat penyelesaian/)).toBeNull();
  fireEvent.change(day, { target: { value: '2099-11-26' } });
  expect(screen.getByText(/Kamis, 26 November 2099.*setelah tenggat penyelesaian.*23 November/)).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Hasil' }));
  expect(screen.queryByText(/setelah tenggat penyelesaian/)).toBeNull();
});

it.each([
  ['RUNNING', 'Tenggat penyelesaian tetap berjalan sampai Kamis, 19 November 2026.'],
  ['MISSED', 'Tenggat penyelesaian sudah lewat sejak Kamis, 19 November 2026 dan tetap terhitung terlambat.'],
])('says of a resolution deadline that is %s: %s', (status, sentence) => {
  const clock = {
    __typename: 'Clock',
    id: 'c2',
    kind: 'RESOLUTION',
    status,
    dueOn: '2026-11-19',
    organisation: unit,
  };
  renderConsole(<AnswerPanel report={report({ state: 'IN_PROGRESS', clocks: [clock] })} />, {
    words: {},
    answers,
  });
  expect(within(screen.getByLabelText('Akibat bila dikirim')).getByText(sentence)).toBeTruthy();
});

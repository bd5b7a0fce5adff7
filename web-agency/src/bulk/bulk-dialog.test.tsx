// @vitest-environment happy-dom
import { renderConsole, type Answers } from '@lapor/staff/testing';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aReport } from '../inbox/a-report.testing.ts';
import indonesian from '../locales/id.json';
import { BulkDialog } from './bulk-dialog.tsx';
import type { BulkKind } from './bulk-input.ts';

const [first, second, third] = [aReport(1), aReport(2), aReport(3)];
const reports = [first, second, third];
const forecast = (report: typeof first, code: string | null, text: string | null = null) => ({
  __typename: 'BulkForecast',
  reportId: report.id,
  wouldChange: code === null,
  code,
  text,
  report: {
    __typename: 'Report',
    id: report.id,
    number: report.number,
    title: report.title,
    state: 'COMPLETED',
    version: 7,
  },
});
const outcome = (report: typeof first, code: string | null) => ({
  reportId: report.id,
  isChanged: code === null,
  code,
  report: { __typename: 'Report', id: report.id, state: 'IN_PROGRESS' },
});

function show(kind: BulkKind, answers: Answers) {
  const left: ReadonlySet<string>[] = [];
  const view = renderConsole(
    <BulkDialog
      kind={kind}
      reports={reports}
      onClose={() => undefined}
      onDone={(alone) => left.push(alone)}
    />,
    { answers, words: indonesian },
  );
  return { ...view, left };
}

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('one thing done to many reports', () => {
  const preview = () => ({
    previewBulk: [forecast(first, null), forecast(second, 'WRONG_STATE'), forecast(third, null)],
  });

  it('says before what comes of each, and after what came of each', async () => {
    const { user, asked, left } = show('ACKNOWLEDGE', {
      PreviewBulk: preview,
      ApplyBulk: () => ({
        result: {
          __typename: 'BulkApplied',
          changedCount: 1,
          outcomes: [outcome(first, null), outcome(third, 'STALE')],
        },
      }),
    });
    await screen.findByText('2 dari 3 laporan akan berubah');
    const list = screen.getByRole('list', { name: 'Pratinjau' });
    expect(within(list).getByText('Tidak mungkin: statusnya Selesai')).toBeTruthy();

    await user.type(screen.getByLabelText('Tanda terima'), 'Laporan Anda sudah kami terima.');
    await user.click(screen.getByRole('button', { name: 'Kirim ke 2 laporan' }));
    await screen.findByRole('heading', { name: '1 dari 3 laporan selesai' });
    const outcomes = screen.getByRole('list', { name: 'Hasil setiap laporan' });
    expect(within(outcomes).getByText('Berubah sejak pratinjau; periksa dahulu')).toBeTruthy();
    expect(within(outcomes).getByText('Tanda terima terkirim')).toBeTruthy();
    expect(within(outcomes).getAllByRole('listitem')).toHaveLength(3);
    expect([...left[0]!]).toEqual([second.id, third.id]);
    expect(asked.find(({ name }) => name === 'ApplyBulk')?.variables).toMatchObject({
      input: {
        action: 'ACKNOWLEDGE',
        reportIds: [first.id, third.id],
        expectedVersions: [7, 7],
        text: 'Laporan Anda sudah kami terima.',
      },
    });
  });

  it('does not send without words, and keeps them when the line breaks', async () => {
    let isBroken = true;
    const { user, asked } = show('ACKNOWLEDGE', {
      PreviewBulk: preview,
      ApplyBulk: () =>
        isBroken
          ? new Error('no line')
          : { result: { __typename: 'BulkApplied', changedCount: 2, outcomes: [] } },
    });
    await user.click(await screen.findByRole('button', { name: 'Kirim ke 2 laporan' }));
    expect(screen.getByLabelText('Tanda terima').getAttribute('aria-invalid')).toBe('true');
    expect(asked.some(({ name }) => name === 'ApplyBulk')).toBe(false);
    await user.type(screen.getByLabelText('Tanda terima'), 'Sudah kami terima.');
    await user.click(screen.getByRole('button', { name: 'Kirim ke 2 laporan' }));
    await screen.findByText('Belum terkirim');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Kirim ke 2 laporan' }));
    await screen.findByRole('heading', { name: '2 dari 3 laporan selesai' });
    const keys = asked
      .filter(({ name }) => name === 'ApplyBulk')
      .map(({ variables }) => (variables['input'] as { requestKey: string }).requestKey);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('shows the words of a template for each report, and asks for what its kind needs', async () => {
    const { user, asked } = show('ANSWER_FROM_TEMPLATE', {
      BulkTemplates: () => ({
        answerTemplates: [{ __typename: 'AnswerTemplate', id: 't1', title: 'Dijadwalkan', kind: 'PLAN' }],
      }),
      PreviewBulk: () => ({
        previewBulk: [
          forecast(first, null, 'Laporan 1000 0001 kami jadwalkan.'),
          forecast(second, 'MISSING_VALUES'),
          forecast(third, 'NOT_FOUND'),
        ],
      }),
    });
    expect(asked.some(({ name }) => name === 'PreviewBulk')).toBe(false);
    await user.selectOptions(await screen.findByLabelText('Pola jawaban'), 't1');
    await screen.findByText('1 dari 3 laporan akan berubah');
    expect(screen.getByText('Laporan 1000 0001 kami jadwalkan.')).toBeTruthy();
    expect(screen.getByText('Data untuk pola ini belum lengkap')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Kirim ke 1 laporan' }));
    expect(screen.getByLabelText('Dijanjikan pada').getAttribute('aria-invalid')).toBe('true');
  });

  it('says that the preview could not be had, and looks again', async () => {
    let isBroken = true;
    const { user } = show('DISPOSE', { PreviewBulk: () => (isBroken ? new Error('no line') : preview()) });
    await screen.findByText('Pratinjau belum dapat dimuat');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
    expect(await screen.findByText('2 dari 3 laporan akan berubah')).toBeTruthy();
  });
});

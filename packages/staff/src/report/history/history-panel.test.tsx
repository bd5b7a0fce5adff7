// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../../testing/index.ts';
import { HistoryPanel } from './history-panel.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const own = { __typename: 'Organisation', id: 'opd-13-71-dpupr', name: 'Dinas PUPR' };
const entry = (id: string, kind: string, more: object = {}) => ({
  __typename: 'HistoryEntry',
  id,
  kind,
  at: new Date(Date.now() - 3_600_000).toISOString(),
  actorKind: 'OFFICER',
  officer: null,
  onBehalfOf: null,
  organisation: own,
  toOrganisation: null,
  text: null,
  stateAfter: 'IN_PROGRESS',
  reasonCode: null,
  promisedOn: null,
  noProofReason: null,
  correctedBy: null,
  attachments: [],
  ...more,
});
const report = (history: object[]) =>
  ({ __typename: 'Report', id: 'r1', viewerCanCorrect: true, history }) as never;
const plan = entry('e1', 'PLANNED', { text: 'Regu datang Senin.' });

it('shows a part of the history on request, with how many there are', async () => {
  const { user } = renderConsole(
    <HistoryPanel
      report={report([plan, entry('e2', 'DISPOSED', { toOrganisation: own }), entry('e3', 'REDACTED')])}
    />,
    { words: {}, answers: {} },
  );
  const filter = screen.getByLabelText('Tampilkan dari riwayat');
  expect(within(filter).getByRole('option', { name: 'Semua (3)' })).toBeTruthy();
  await user.selectOptions(filter, 'PROTECTION');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByText('Data pribadi disamarkan')).toBeTruthy();
  await user.selectOptions(filter, 'TALK');
  expect(screen.getByText('Regu datang Senin.')).toBeTruthy();
});

it('says of what a substitute did who did it, and in whose place', () => {
  const person = (id: string, name: string) => ({ __typename: 'Officer', id, name });
  const entries = [
    entry('e2', 'DISPOSED', { officer: person('a', 'Rina'), onBehalfOf: person('b', 'Lina') }),
    entry('e1', 'PLANNED', { officer: person('b', 'Lina') }),
  ];
  renderConsole(<HistoryPanel report={report(entries)} />, { words: {}, answers: {} });
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toContain('· Rina, atas nama Lina');
  expect(second?.textContent).toMatch(/· Lina/);
  expect(second?.textContent).not.toContain('atas nama');
});

it('an own young answer is corrected in words that differ; the fault stands beside the field', async () => {
  const { user, asked } = renderConsole(
    <HistoryPanel
      report={report([plan, entry('e2', 'PLANNED', { text: 'Lama.', at: '2026-01-01T00:00:00.000Z' })])}
    />,
    {
      words: {},
      answers: {
        CorrectAnswer: () => ({
          result: {
            __typename: 'ReportChanged',
            report: { __typename: 'Report', id: 'r1', number: '1', state: 'IN_PROGRESS' },
          },
        }),
      },
    },
  );
  expect(screen.getAllByRole('button', { name: 'Perbaiki tulisan' })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Perbaiki tulisan' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Perbaiki' }));
  expect(dialog.getByText('Belum ada yang berubah.')).toBeTruthy();
  await user.clear(dialog.getByLabelText('Tulisan yang benar'));
  await user.type(dialog.getByLabelText('Tulisan yang benar'), 'Regu datang Rabu.');
  await user.click(dialog.getByRole('button', { name: 'Perbaiki' }));
  await screen.findByText('Jawaban diperbaiki. Kedua tulisan dapat dibaca.');
  expect(asked[0]?.variables['input']).toMatchObject({
    reportId: 'r1',
    entryId: 'e1',
    text: 'Regu datang Rabu.',
  });
});

it('of an answer that was corrected both versions can be read', () => {
  renderConsole(
    <HistoryPanel
      report={report([
        {
          ...plan,
          correctedBy: {
            __typename: 'HistoryEntry',
            id: 'e9',
            text: 'Regu datang Rabu.',
            at: '2026-11-20T04:00:00.000Z',
          },
        },
      ])}
    />,
    { words: {}, answers: {} },
  );
  expect(screen.getByText('Regu datang Rabu.')).toBeTruthy();
  expect(screen.getByText(/Lihat tulisan semula/)).toBeTruthy();
  expect(screen.getByText('Regu datang Senin.')).toBeTruthy();
});

// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../../testing/index.ts';
import { ReportSheet } from './report-sheet.tsx';

afterEach(cleanup);

const unit = { __typename: 'Organisation', id: 'dpupr', name: 'Dinas PUPR' };
const report = {
  __typename: 'Report',
  id: 'r1',
  number: '48213097',
  title: 'Jalan berlubang di depan pasar',
  text: `Lubangnya dalam. ${'Mohon segera ditambal. '.repeat(100)}`,
  state: 'IN_PROGRESS',
  kind: 'COMPLAINT',
  class: 'GRIEVANCE',
  submittedAt: '2026-11-14T01:02:00.000Z',
  occurredOn: null,
  placeText: 'Depan pasar',
  region: null,
  category: null,
  isConfidential: false,
  reporterLabel: 'Siti Rahma',
  assignments: [{ __typename: 'Assignment', role: 'LEAD', organisation: unit }],
  clocks: [],
  history: Array.from({ length: 14 }, (_, index) => ({
    __typename: 'HistoryEntry',
    id: `e${index}`,
    kind: 'PLANNED',
    at: '2026-11-18T03:00:00.000Z',
    actorKind: 'OFFICER',
    reasonCode: null,
    officer: { __typename: 'Officer', id: 'o', name: 'Rina Oktavia' },
    organisation: unit,
    toOrganisation: null,
  })),
} as never;

it('is drawn only while the page is printed: short enough for one sheet, without who reported and which officer acted', () => {
  const { container } = renderConsole(<ReportSheet report={report} />, { words: {}, answers: {} });
  expect(container.querySelector('.report-sheet')).toBeNull();
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(screen.getByRole('heading', { name: 'Jalan berlubang di depan pasar' })).toBeTruthy();
  expect(screen.getByText(/Laporan 4821 3097/)).toBeTruthy();
  expect(screen.getByText(/Teks dipendekkan/)).toBeTruthy();
  expect(screen.getByText('10 langkah terakhir')).toBeTruthy();
  expect(container.textContent).not.toContain('Siti Rahma');
  expect(container.textContent).not.toContain('Rina Oktavia');
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(container.querySelector('.report-sheet')).toBeNull();
});

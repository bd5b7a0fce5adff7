// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole } from '../../testing/index.ts';
import { ReportSheet } from './report-sheet.tsx';

afterEach(cleanup);

const unit = { __typename: 'Organisation', id: 'dpupr', name: 'Dinas PUPR' };
const clock = (kind: string, dueOn: string) => ({
  __typename: 'SlaClock',
  id: kind,
  kind,
  dueOn,
  status: kind === 'FOLLOW_UP' ? 'MET' : 'RUNNING',
  stoppedAt: kind === 'FOLLOW_UP' ? '2026-11-17T03:00:00.000Z' : null,
});
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
  clocks: [
    clock('RESOLUTION', '2026-12-03'),
    clock('FINAL_LIMIT', '2027-01-13'),
    clock('FOLLOW_UP', '2026-11-18'),
  ],
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
    text: index === 0 ? 'Lubang ditambal oleh regu tiga.' : null,
    promisedOn: index === 0 ? '2026-11-26' : null,
    correctedBy: null,
    ...(index === 1 && { kind: 'MESSAGE', text: 'Nomor rumah saya 12.' }),
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

it('tells what was answered and promised, not what was talked about, and the deadlines by their day', () => {
  const { container } = renderConsole(<ReportSheet report={report} />, { words: {}, answers: {} });
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(screen.getByText('Lubang ditambal oleh regu tiga.')).toBeTruthy();
  expect(screen.getByText('Dijanjikan Kamis, 26 November 2026')).toBeTruthy();
  expect(container.textContent).not.toContain('Nomor rumah saya');
  const days = [...container.querySelectorAll('th[scope=row] + td')].map((cell) => cell.textContent);
  expect(days).toEqual(['Rabu, 18 November 2026', 'Kamis, 3 Desember 2026', 'Rabu, 13 Januari 2027']);
  act(() => void dispatchEvent(new Event('afterprint')));
});

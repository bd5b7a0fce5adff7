import { expect, it } from 'vitest';
import { entriesOf, HISTORY_VIEWS } from './history-filter.ts';

const entry = (kind: Parameters<typeof entriesOf>[0][number]['kind'], text: string | null = null) => ({
  kind,
  text,
});

const history = [
  entry('RESULT', 'Sudah ditambal.'),
  entry('REPLIED', 'Terima kasih.'),
  entry('REDACTED', 'Nomor telepon.'),
  entry('DISPOSED'),
  entry('SUBMITTED'),
];
const kinds = (view: (typeof HISTORY_VIEWS)[number]) => entriesOf(history, view).map(({ kind }) => kind);

it('each view shows what it says, in the order it came', () => {
  expect(kinds('ALL')).toHaveLength(5);
  expect(kinds('TALK')).toEqual(['RESULT', 'REPLIED']);
  expect(kinds('ANSWERS')).toEqual(['RESULT']);
  expect(kinds('STEPS')).toEqual(['DISPOSED', 'SUBMITTED']);
  expect(kinds('PROTECTION')).toEqual(['REDACTED']);
});

it('every entry is in some view besides “all”', () => {
  const seen = new Set(HISTORY_VIEWS.filter((view) => view !== 'ALL').flatMap(kinds));
  expect(seen).toEqual(new Set(history.map(({ kind }) => kind)));
});

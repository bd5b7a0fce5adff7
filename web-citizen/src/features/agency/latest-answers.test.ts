import { expect, test } from 'vitest';
import { latestAnswers } from './latest-answers.ts';

const entry = (kind: string, at: string, text: string | null = 'kata') => ({
  id: `${kind}-${at}`,
  kind,
  at,
  text,
});
const report = (number: string, ...history: ReturnType<typeof entry>[]) => ({
  number,
  title: number,
  history,
});

test('the newest answer of each report, the newest of all first', () => {
  const answers = latestAnswers([
    report(
      '1',
      entry('MESSAGE', '2026-11-20'),
      entry('PLANNED', '2026-11-10'),
      entry('ACKNOWLEDGED', '2026-11-09'),
    ),
    report('2', entry('RESULT', '2026-11-19'), entry('PLANNED', '2026-11-18')),
  ]);
  expect(answers.map(({ answer }) => answer.id)).toEqual(['RESULT-2026-11-19', 'PLANNED-2026-11-10']);
});

test('what has no words for the public, and what is no answer, is left out', () => {
  expect(
    latestAnswers([report('1', entry('RESULT', '2026-11-19', null), entry('DISPOSED', '2026-11-18'))]),
  ).toEqual([]);
});

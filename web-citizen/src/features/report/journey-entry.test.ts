import { expect, test } from 'vitest';
import { openQuestion, tellingSteps } from './journey-entry.ts';
import type { HistoryKind } from '@lapor/wording';

const step = (kind: HistoryKind, at = 'T1', text: string | null = null) => ({ kind, at, text });

test('the check that led to the disposition of the same moment is not told twice', () => {
  const history = [step('PUBLISHED'), step('DISPOSED'), step('VERIFIED'), step('SUBMITTED', 'T0')];
  expect(tellingSteps(history).map(({ kind }) => kind)).toEqual(['DISPOSED', 'SUBMITTED']);
});

test('a step that says something of its own is always told', () => {
  const history = [step('DISPOSED'), step('VERIFIED', 'T1', 'Mohon segera.')];
  expect(tellingSteps(history)).toHaveLength(2);
  expect(tellingSteps([step('PUBLISHED', 'T2'), step('DISPOSED')])).toHaveLength(2);
});

test('a question stays open until the reporter replies', () => {
  const question = step('INFORMATION_REQUESTED', 'T2', 'Tiang mana?');
  expect(openQuestion([question, step('REPLIED')])).toBe(question);
  expect(openQuestion([step('REPLIED', 'T3'), question])).toBeNull();
  expect(openQuestion([])).toBeNull();
});

import { expect, it } from 'vitest';
import { choiceOf } from './kept-draft.ts';

const at = (minute: number) => `2026-11-20T09:${String(minute).padStart(2, '0')}:00.000Z`;

it('takes what the platform keeps where nothing is written here', () => {
  expect(choiceOf({ text: ' ', savedAt: null }, { text: 'Regu datang besok.', savedAt: at(1) })).toBe('TAKE');
  expect(choiceOf({ text: '', savedAt: null }, { text: '  ', savedAt: at(1) })).toBe('NONE');
  expect(choiceOf({ text: '', savedAt: null }, null)).toBe('NONE');
});

it('asks where both differ and the kept one is newer: neither is lost', () => {
  const own = { text: 'Regu datang besok.', savedAt: at(5) };
  expect(choiceOf(own, { text: 'Regu datang Senin.', savedAt: at(9) })).toBe('ASK');
  expect(choiceOf(own, { text: 'Regu datang Senin.', savedAt: at(3) })).toBe('NONE');
  expect(choiceOf(own, { text: ' Regu datang besok. ', savedAt: at(9) })).toBe('NONE');
  // The device could not say when: then nobody knows which is newer.
  expect(choiceOf({ ...own, savedAt: null }, { text: 'Regu datang Senin.', savedAt: at(3) })).toBe('ASK');
});

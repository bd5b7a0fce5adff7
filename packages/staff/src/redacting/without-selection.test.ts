import { expect, it } from 'vitest';
import { withoutSelection } from './without-selection.ts';

it('a mark takes the place of what is selected, blanks at its edges aside', () => {
  const text = 'Pak Budi di loket 2.';
  expect(withoutSelection(text, { from: 4, to: 9 }, '[disamarkan]')).toEqual({
    text: 'Pak [disamarkan] di loket 2.',
    caret: 16,
  });
});

it('nothing changes when nothing is selected', () => {
  expect(withoutSelection('Pak Budi', { from: 3, to: 3 }, '[disamarkan]')).toBeNull();
  expect(withoutSelection('Pak Budi', { from: 3, to: 4 }, '[disamarkan]')).toBeNull();
});

import { expect, test } from 'vitest';
import { rightOf } from './file-faults.ts';

test.each([
  ['the header and the file as a whole', 1, 'kind', 'calendar.right.header'],
  ['a day', 4, 'date', 'calendar.right.date'],
  ['a line that is no CSV', 4, null, 'calendar.right.line'],
  ['a column of a newer server', 4, 'region', 'calendar.right.line'],
] as const)('says what would be right in %s', (_what, line, field, words) =>
  expect(rightOf({ line, field })).toBe(words),
);

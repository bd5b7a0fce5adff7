import { expect, test } from 'vitest';
import { readAnswer } from './upload-file.ts';

test('an upload is done only with an id', () => {
  expect(readAnswer(201, { id: 'f1' })).toEqual({ ok: true, id: 'f1' });
  expect(readAnswer(201, null)).toEqual({ ok: false, code: 'UNAVAILABLE' });
});

test.each([
  [413, 'TOO_LARGE'],
  [415, 'WRONG_TYPE'],
  [422, 'WRONG_TYPE'],
  [503, 'UNAVAILABLE'],
])('status %i is %s', (status, code) => expect(readAnswer(status, null)).toEqual({ ok: false, code }));

import { expect, test } from 'vitest';
import { isRefusal, readAnswer } from './upload-file.ts';

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

test('a PDF with scripts is told apart from a wrong type', () =>
  expect(readAnswer(422, { code: 'ACTIVE_CONTENT' })).toEqual({ ok: false, code: 'ACTIVE_CONTENT' }));

test('only what the network or the server could not do is worth another attempt', () => {
  expect(isRefusal('OFFLINE')).toBe(false);
  expect(isRefusal('UNAVAILABLE')).toBe(false);
  expect(isRefusal('ACTIVE_CONTENT')).toBe(true);
});

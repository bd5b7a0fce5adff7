import { expect, test } from 'vitest';
import { readFault, readSuccess } from './send-by-tus.ts';
import { isRefusal } from './upload-file.ts';

const url = 'https://lapor.example/files/f1';

test('a file is known by the end of its address, whether the last answer came or not', () => {
  const place = { latitude: -0.9, longitude: 100.35 };
  expect(readSuccess(url, JSON.stringify({ id: 'f1', place }))).toEqual({ ok: true, id: 'f1', place });
  for (const body of ['', 'null', '{', '{}'])
    expect(readSuccess(url, body)).toEqual({ ok: true, id: 'f1', place: null });
});

test.each([
  [413, '', 'TOO_LARGE'],
  [415, '', 'WRONG_TYPE'],
  [422, '', 'WRONG_TYPE'],
  [422, '{"code":"UNREADABLE"}', 'WRONG_TYPE'],
  [422, '{"code":"ACTIVE_CONTENT"}', 'ACTIVE_CONTENT'],
  [422, '{"code":"TOO_LONG"}', 'TOO_LONG'],
  [422, '{"code":"INFECTED"}', 'INFECTED'],
  [404, '', 'UNAVAILABLE'],
  [429, '', 'UNAVAILABLE'],
  [503, '<html>', 'UNAVAILABLE'],
])('status %i with %j is %s', (status, body, code) => expect(readFault(status, body)).toBe(code));

test('only what the network or the server could not do is worth another attempt', () => {
  expect(isRefusal('OFFLINE')).toBe(false);
  expect(isRefusal('UNAVAILABLE')).toBe(false);
  expect(isRefusal('ACTIVE_CONTENT')).toBe(true);
});

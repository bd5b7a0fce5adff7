import { expect, test } from 'vitest';
import { faultOf } from './upload.ts';

test.each([
  [413, null, 'TOO_LARGE'],
  [415, { code: 'UNSUPPORTED_TYPE' }, 'TYPE_REFUSED'],
  [422, { code: 'UNREADABLE' }, 'DAMAGED'],
  [422, { code: 'ACTIVE_CONTENT' }, 'ACTIVE_CONTENT'],
  [422, { code: 'INFECTED' }, 'INFECTED'],
  [422, { code: 'TOO_LONG' }, 'TOO_LONG'],
  [401, null, 'UNAVAILABLE'],
  [503, null, 'UNAVAILABLE'],
] as const)('status %i with %j is told as %s', (status, body, fault) =>
  expect(faultOf(status, body)).toBe(fault),
);

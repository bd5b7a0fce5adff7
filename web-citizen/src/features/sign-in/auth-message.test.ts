import { expect, test } from 'vitest';
import type { AuthCode } from '@lapor/web-client';
import { authMessage } from './auth-message.ts';

test('whether an address is known is never said', () => {
  for (const code of ['EMAIL_TAKEN', 'ADDRESS_IN_USE'] satisfies AuthCode[])
    expect(authMessage(code)).toBe(authMessage('REFUSED'));
});

test('a code of the server that is new here has plain words all the same', () =>
  expect(authMessage('SOMETHING_NEW' as AuthCode)).toBe('auth.refused'));

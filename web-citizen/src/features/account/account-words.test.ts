import { expect, test } from 'vitest';
import { logMessages } from './account-words.ts';

test('an entry says what happened, and how somebody came in', () => {
  expect(logMessages({ action: 'SIGNED_IN', detail: 'MAIL_CODE' })).toEqual([
    'account.log.signedIn',
    'account.way.mailCode',
  ]);
  expect(logMessages({ action: 'PASSWORD_CHANGED', detail: null })).toEqual(['account.log.passwordChanged']);
});

test('ids in an entry are not shown, nor is an action without words', () => {
  expect(logMessages({ action: 'PASSKEY_ADDED', detail: '0b7c' })).toEqual(['account.log.passkeyAdded']);
  expect(logMessages({ action: 'SOMETHING_NEW', detail: null })).toEqual(['account.log.other']);
  expect(logMessages({ action: 'SIGNED_IN', detail: 'toString' })).toEqual(['account.log.signedIn']);
});

import { expect, it } from 'vitest';
import type { StaffMessageId } from '../../language/use-text.ts';
import { logText } from './log-text.ts';

/** Shows the id with its values, so that no wording is tested. */
const t = (id: StaffMessageId, values: Record<string, string | number> = {}) =>
  [id, ...Object.values(values)].join(' ');

it('says how somebody signed in', () => {
  expect(logText(t, { action: 'SIGNED_IN', detail: 'PASSKEY' })).toBe(
    'account.log.signedInBy account.way.PASSKEY',
  );
  expect(logText(t, { action: 'SIGNED_IN', detail: 'toString' })).toBe('account.log.signedIn');
});

it('shows the code of what it has no words for', () => {
  expect(logText(t, { action: 'SOMETHING_NEW', detail: null })).toBe('account.log.other SOMETHING_NEW');
});

import { ask, resultOf } from './auth-request.ts';

/** Everything that is held of the own account, to be kept as a file. */
export const accountData = () => ask<object>('GET', '/account/data');

/** Mails the code that deleting the account needs; citizens only. */
export const sendDeletionCode = () => resultOf(ask('POST', '/account/delete-code', {}));

/** Erases the account and signs out. `WRONG_CODE`. */
export const deleteAccount = (code: string) => resultOf(ask('POST', '/account/delete', { code }));

import { ask, resultOf } from './auth-request.ts';

/** All other sessions end. `WRONG_CREDENTIALS`: the current one is wrong. */
export const changePassword = (input: { currentPassword: string; newPassword: string }) =>
  resultOf(ask('POST', '/change-password', input));

/**
 * A first password for an account that came in by mail code; within ten minutes of it (`CONFIRMATION_NEEDED` later,
 * `PASSWORD_EXISTS` when there is one).
 */
export const setPassword = (password: string) => resultOf(ask('POST', '/password/set', { password }));

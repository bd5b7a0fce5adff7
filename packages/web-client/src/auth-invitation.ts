import { ask, resultOf } from './auth-request.ts';

/** What an invitation link is for. */
export interface Invitation {
  name: string;
  email: string;
  /** ISO 8601. */
  expiresAt: string;
  posts: readonly { role: string; organisationId: string }[];
}

/** Looks behind the link; `INVITATION_INVALID` when it is unknown, used, replaced or run out. */
export const openInvitation = (token: string) => ask<Invitation>('POST', '/invitations/open', { token });

/**
 * Makes the account, or sets an existing one's password and second factor anew, and opens a session that may only enrol.
 * Codes: those of a password, `INVITATION_INVALID`, `ADDRESS_IN_USE`.
 */
export const acceptInvitation = (input: { token: string; password: string }) =>
  resultOf(ask('POST', '/invitations/accept', input));

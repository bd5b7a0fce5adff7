import { keyedHash } from '@lapor/sealing';

/**
 * The secret of an invitation's link. It follows from the invitation and our secret, so that a mail that is sent once more holds the
 * same link; kept is only its hash.
 */
export const tokenOf = (authSecret: string, invitationId: string): string =>
  keyedHash(authSecret, 'invitation token', invitationId).toString('base64url');

export const hashOfToken = (authSecret: string, token: string): Buffer =>
  keyedHash(authSecret, 'hash of an invitation token', token);

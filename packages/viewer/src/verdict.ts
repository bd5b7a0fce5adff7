/** Why something is not allowed; for `viewerCan…`, audit and tests, never told apart from "not found" where that would tell something. */
export type DenialReason =
  /** Nobody is signed in. */
  | 'SIGN_IN'
  /** No post of the viewer has this right anywhere. */
  | 'ROLE'
  /** A post has the right, but not over this subject. */
  | 'JURISDICTION'
  /** The subject is confidential or sealed from this viewer. */
  | 'PROTECTED'
  /** Nobody does this to the own account, post or report. */
  | 'OWN'
  /** An API key has not the scope. */
  | 'KEY_SCOPE';

/** What a policy says: allowed, or why not. */
export type Verdict = { allowed: true } | { allowed: false; reason: DenialReason };

export const allowed: Verdict = { allowed: true };
export const denied = (reason: DenialReason): Verdict => ({ allowed: false, reason });

import { allowed, denied, isNationalDesk, type Verdict, type Viewer } from '@lapor/viewer';

export type PolicyOperation = 'savePolicy' | 'migrateClocks';

/** "National admin: configure" (domain.md, People): people of the national desk, never a key. What the rules say is open to everybody. */
export function decide(viewer: Viewer, _operation: PolicyOperation): Verdict {
  if (isNationalDesk(viewer)) return viewer.apiKey ? denied('KEY_SCOPE') : allowed;
  return denied(viewer.posts.length > 0 ? 'ROLE' : 'SIGN_IN');
}

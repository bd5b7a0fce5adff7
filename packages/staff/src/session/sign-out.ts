import { auth } from '@lapor/web-client';
import { draftPlaces, forgetEverybodysWords, forgetOthersWords } from '../drafts/others-words.ts';

/** Signs the person out, and leaves nothing on the device that others wrote. A session that ends by itself keeps it. */
export async function signOutOf(accountId: string): Promise<void> {
  await auth.signOut();
  // Also without a connection: whoever leaves does not come back for it.
  forgetOthersWords(draftPlaces(), accountId, () => new Date());
}

/**
 * The same behind an invitation and before the second factor, where the page was not told who is signed in: it asks; without an answer
 * it forgets what lies here of anybody.
 */
export async function signOutHere(): Promise<void> {
  const session = await auth.currentSession().catch(() => null);
  if (session) return signOutOf(session.accountId);
  await auth.signOut();
  forgetEverybodysWords(draftPlaces());
}

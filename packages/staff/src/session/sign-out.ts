import { auth } from '@lapor/web-client';
import { draftPlaces, forgetOthersWords } from '../drafts/others-words.ts';

/** Signs the person out, and leaves nothing on the device that others wrote. A session that ends by itself keeps it. */
export async function signOutOf(accountId: string): Promise<void> {
  await auth.signOut();
  // Also without a connection: whoever leaves does not come back for it.
  forgetOthersWords(draftPlaces(), accountId, () => new Date());
}

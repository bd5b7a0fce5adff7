import { auth, endSession, listSessions, type AuthResult } from '@lapor/web-client';

/** Proves once more who holds the account: a new session takes the place of this one. */
export async function proveByCode(email: string, code: string): Promise<AuthResult> {
  const before = await listSessions();
  const result = await auth.signInWithCode(email, code);
  if (!result.ok || !before.ok) return result;
  const replaced = before.value.sessions.find(({ isCurrent }) => isCurrent);
  // What is left open runs out by itself, and stands in the list until then.
  if (replaced) await endSession(replaced.id);
  return result;
}

import { hashPassword as hash, verifyPassword as verify } from 'better-auth/crypto';

/** The library's own hash (scrypt), so that it reads what we write. */
export const hashPassword = (password: string): Promise<string> => hash(password);

let decoy: Promise<string> | undefined;

/** Whether a password is the one; without one to compare with the same work is done, and the answer is no. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const compared = stored ?? (await (decoy ??= hash('nobody has this password')));
  const isRight = await verify({ hash: compared, password });
  return Boolean(stored) && isRight;
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Marks this browser's forms; says nothing of who it is and ends with the browser's session or after half a day. */
export const FORM_COOKIE = 'lapor_formulir';
const VALUE = /^[\w-]{22}$/;

/** The browser's mark, or a new one. */
export function markOf(cookies: ReadonlyMap<string, string>): { mark: string; isNew: boolean } {
  const known = cookies.get(FORM_COOKIE) ?? '';
  return VALUE.test(known)
    ? { mark: known, isNew: false }
    : { mark: randomBytes(16).toString('base64url'), isNew: true };
}

const SALT = 16;

const seal = (secret: string, mark: string, salt: string): string =>
  createHmac('sha256', secret).update(`form\0${salt}\0${mark}`).digest('base64url');

/**
 * The secret that a form of ours carries: nobody can write it without the key, and it fits one browser only. Another in each page:
 * what never repeats cannot be guessed from the length of a compressed answer.
 */
export function tokenOf(secret: string, mark: string): string {
  const salt = randomBytes(12).toString('base64url');
  return salt + seal(secret, mark, salt);
}

/** Whether a form came from a page that we gave to this browser. */
export function isOurForm(secret: string, mark: string, given = ''): boolean {
  const right = Buffer.from(seal(secret, mark, given.slice(0, SALT)));
  const sent = Buffer.from(given.slice(SALT));
  return sent.length === right.length && timingSafeEqual(sent, right);
}

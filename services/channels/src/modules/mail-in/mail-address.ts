/** For what a mail came, by the address that it was sent to. */
export type MailPurpose =
  /** To `lapor@…`. */
  | { kind: 'NEW' }
  /** An answer to a mail about a report: `<name>+<45 letters>@…`. */
  | { kind: 'REPLY'; replyToken: string }
  /** An answer to what the door wrote: `<name>+<32 letters>@…`. */
  | { kind: 'ANSWER'; proof: string }
  /** What came back: `pantulan@…`. */
  | { kind: 'BOUNCE' };

/** Where mails that could not be delivered come back to, before the @. */
export const BOUNCES = 'pantulan';
/** Where new reports come to. */
export const NEW_REPORTS = 'lapor';

/** `null`: nobody takes mail in there. */
export function purposeOf(address: string, domain: string): MailPurpose | null {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return null;
  const local = address.slice(0, at).toLowerCase();
  if (local === NEW_REPORTS) return { kind: 'NEW' };
  if (local === BOUNCES) return { kind: 'BOUNCE' };
  const [, token] = /^[a-z][a-z.-]{0,17}\+([a-z2-7]{32}|[a-z2-7]{45})$/.exec(local) ?? [];
  if (!token) return null;
  return token.length === 45 ? { kind: 'REPLY', replyToken: token } : { kind: 'ANSWER', proof: token };
}

/** Of several addresses of one mail the one that says most. */
export function strongestOf(purposes: readonly MailPurpose[]): MailPurpose | null {
  for (const kind of ['REPLY', 'ANSWER', 'BOUNCE', 'NEW'] as const) {
    const found = purposes.find((purpose) => purpose.kind === kind);
    if (found) return found;
  }
  return null;
}

/** A mail address in one way of writing; `null`: it is none. */
export function normalAddress(address: string | undefined): string | null {
  const plain = (address ?? '').trim().toLowerCase();
  return /^[^\s@<>"'(),:;\\]{1,64}@[a-z0-9.-]{1,190}$/.test(plain) && plain.includes('.') ? plain : null;
}

import type { Database } from '@lapor/database';

/** How an officer is reached, for `identity` at the moment when it writes to one. */
export type OfficerContact = { name: string; email: string };

/** Null for unknown and suspended officers, and those without an address. */
export async function contactOfOfficer(
  database: Database,
  officerId: string,
): Promise<OfficerContact | null> {
  const [contact] = await database.query<OfficerContact>(
    'contact-of-officer',
    'select name, email from officer where id = $1 and email is not null and suspended_at is null',
    [officerId],
  );
  return contact ?? null;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { keyedHash } from '@lapor/sealing';
import { isAdmittedAt } from '../sessions/index.ts';

/**
 * The account that an agency's sign-in may open: an officer's with this proved address, all of whose running and coming posts are within
 * that organisation. With a post elsewhere (at the national desk, in another government) this agency could lend itself that one too.
 */
export async function findAgencyAccount(
  em: EntityManager,
  { organisationId, email, now }: { organisationId: string; email: string; now: Date },
): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    `select a.id from account a
     where a.email = ? and a."emailVerified" and a.kind <> 'citizen' and ${isAdmittedAt('?')}
       and not exists (select 1 from account_post p
         where p.account_id = a.id and (p.valid_until is null or p.valid_until > ?)
           and p.organisation_id <> ? and p.government_id is distinct from ?)`,
    [email, now, now, organisationId, organisationId],
  );
  return row?.id ?? null;
}

/**
 * Ties the provider's subject to the account at the first sign-in. `null` when either is tied to another: an address that was given to
 * somebody else there does not open the account here.
 */
export async function tieSubject(
  em: EntityManager,
  {
    authSecret,
    organisationId,
    subject,
    accountId,
  }: { authSecret: string; organisationId: string; subject: string; accountId: string },
): Promise<'first' | 'known' | null> {
  const hash = keyedHash(authSecret, `subject at ${organisationId}`, subject);
  const first = await em.execute<unknown[]>(
    'insert into oidc_subject (organisation_id, subject_hash, account_id) values (?, ?, ?) on conflict do nothing returning account_id',
    [organisationId, hash, accountId],
  );
  if (first.length === 1) return 'first';
  const tied = await em.execute<unknown[]>(
    'select 1 from oidc_subject where organisation_id = ? and subject_hash = ? and account_id = ?',
    [organisationId, hash, accountId],
  );
  return tied.length === 1 ? 'known' : null;
}

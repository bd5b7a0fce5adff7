import type { Deps } from '../../deps.ts';

/**
 * Whether an officer of the organisation has a proved address of each of these domains. Whoever types an address of a domain is sent to the
 * provider that claims it: an agency admin could otherwise claim another agency's and ask its officers for their passwords.
 */
export async function areOwnDomains(
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  organisationId: string,
  domains: readonly string[],
): Promise<boolean> {
  const known = await database.query<{ domain: string }>(
    'oidc-own-domains',
    `select distinct split_part(a.email, '@', 2) as domain
     from account_post p join account a on a.id = p.account_id
     where (p.organisation_id = $1 or p.government_id = $1) and (p.valid_until is null or p.valid_until > $2)
       and a."emailVerified" and split_part(a.email, '@', 2) = any ($3)`,
    [organisationId, clock.now(), domains],
  );
  return known.length === domains.length;
}

import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';

/** An organisation's own sign-in, as the service uses it. */
export interface Provider {
  organisationId: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  trustsSecondFactor: boolean;
  mailDomains: string[];
  changedAt: Date;
}

export const secretContext = (organisationId: string): string => `client secret of ${organisationId}`;

export async function findProvider(
  { database, sealer }: { database: Database; sealer: Sealer },
  organisationId: string,
): Promise<Provider | null> {
  const [row] = await database.query<Omit<Provider, 'clientSecret'> & { clientSecret: Buffer }>(
    'oidc-provider',
    `select p.organisation_id as "organisationId", p.name, p.issuer, p.client_id as "clientId", p.client_secret as "clientSecret",
       p.trusts_second_factor as "trustsSecondFactor", p.changed_at as "changedAt",
       array(select d.domain from oidc_mail_domain d where d.organisation_id = p.organisation_id order by d.domain) as "mailDomains"
     from oidc_provider p where p.organisation_id = $1`,
    [organisationId],
  );
  if (!row) return null;
  return {
    ...row,
    clientSecret: sealer.open(row.clientSecret, secretContext(organisationId)).toString(),
  };
}

/** Which organisation's own sign-in an address of this domain has. */
export async function findProviderOfDomain(
  database: Database,
  domain: string,
): Promise<{ providerId: string; name: string } | null> {
  const [row] = await database.query<{ providerId: string; name: string }>(
    'oidc-provider-of-domain',
    `select p.organisation_id as "providerId", p.name
     from oidc_mail_domain d join oidc_provider p on p.organisation_id = d.organisation_id where d.domain = $1`,
    [domain],
  );
  return row ?? null;
}

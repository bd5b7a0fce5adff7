import type { Database } from '@lapor/database';
import { headTitle } from '../organisation/index.ts';
import { findHeads } from './repository.ts';

/** How the head of an organisation is reached, for `channels` at the moment when a report is handed over. */
export type HeadContact = {
  /** Of the organisation. */
  organisationName: string;
  name: string | null;
  title: string;
  email: string | null;
  /** For a letter: that of the head, else that of the office. */
  address: string | null;
};

/** What was entered comes before what is known of the registered officer. Null for an unknown organisation. */
export async function contactOfHead(
  database: Database,
  organisationId: string,
  at: Date,
): Promise<HeadContact | null> {
  const [organisation] = await database.query<{
    name: string;
    kind: Parameters<typeof headTitle>[0]['kind'];
    address: string | null;
    head_title: string | null;
    head_name: string | null;
    head_email: string | null;
    head_address: string | null;
  }>(
    'head-of-organisation',
    'select name, kind, address, head_title, head_name, head_email, head_address from organisation where id = $1',
    [organisationId],
  );
  if (organisation === undefined) return null;
  const [officer] = await findHeads(database, [organisationId], at);
  return {
    organisationName: organisation.name,
    name: officer?.name ?? organisation.head_name,
    title: organisation.head_title ?? headTitle(organisation),
    email: organisation.head_email ?? officer?.email ?? null,
    address: organisation.head_address ?? organisation.address,
  };
}

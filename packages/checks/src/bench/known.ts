import type { Client } from 'pg';
import { SEARCHES } from './generate.ts';
import type { Known } from './operations.ts';
import { signInOfficers } from './sign-in.ts';

/** Reads what operations ask for from the generated data, and signs the officers in on the running platform; those whose inbox fills a page ask for it. */
export async function knownOf(admin: Client, inboxPage = 50): Promise<Known> {
  const list = async (text: string) =>
    (await admin.query<{ value: string }>(text)).rows.map(({ value }) => value);
  return {
    numbers: await list(
      `select number as value from reports.report where is_published order by md5(number) limit 5000`,
    ),
    searches: SEARCHES,
    categories: await list(
      `select id as value from reports.category c where retired_at is null and identity_requirement = 'NONE' and not is_sensitive
         and not exists (select 1 from reports.category below where below.parent_id = c.id) order by id`,
    ),
    regions: await list(
      `select code as value from organisations.region where level = 'DISTRICT' order by md5(code) limit 500`,
    ),
    officers: await signInOfficers(admin, inboxPage),
    inboxPage,
  };
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { ReportsDependencies } from '../report/index.ts';
import type { ConsentForm, OnBehalf } from './consent.ts';

/** Notes who entered a report for whom: the officer and the consent, never the reporter. */
export async function noteConsent(
  deps: Pick<ReportsDependencies, 'sealer'>,
  em: EntityManager,
  reportId: string,
  { consentRecordedAs, note }: OnBehalf,
  by: { officerId: string; organisationId: string; at: Date },
): Promise<void> {
  await em.execute(
    `insert into filed_on_behalf (report_id, officer_id, organisation_id, consent, sealed, at) values (?, ?, ?, ?, ?, ?)`,
    [
      reportId,
      by.officerId,
      by.organisationId,
      consentRecordedAs,
      note === null ? null : deps.sealer.seal(note, `consent:${reportId}`),
      by.at.toISOString(),
    ],
  );
}

/** What reporter and national desk see of how a report was filed. */
export interface FilingRow {
  id: string;
  excluded: string[];
  organisation_id: string | null;
  consent: ConsentForm | null;
  sealed: Buffer | null;
}

export const findFilings = (database: Database, reportIds: readonly string[]) =>
  database.query<FilingRow>(
    'filings',
    `select r.id, r.excluded_organisation_ids as excluded, b.organisation_id, b.consent, b.sealed
     from report r left join filed_on_behalf b on b.report_id = r.id where r.id = any($1::uuid[])`,
    [reportIds],
  );

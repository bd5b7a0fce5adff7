import { SuggestRoutingDocument, VerificationFields } from '@lapor/staff/documents';
import { suggestionVariables } from '@lapor/staff/verifying';
import type { Client } from 'urql';
import { readFragment } from '../graphql.ts';
import { DeskReportDocument } from './desk.graphql.ts';

/** Loads what the desk shows of a report, so that it is there when the one before is decided: the report and where it seems to belong. */
export async function prefetchReport(client: Client, number: string): Promise<void> {
  const { data } = await client.query(DeskReportDocument, { number }).toPromise();
  const report = data?.report;
  if (!report) return;
  await client
    .query(SuggestRoutingDocument, suggestionVariables(readFragment(VerificationFields, report)))
    .toPromise();
}

import type { Client } from 'urql';
import { DeskReportDocument } from './desk.graphql.ts';

/** Loads what the desk shows of a report, so that it is there when the one before is decided. */
export async function prefetchReport(client: Client, number: string): Promise<void> {
  await client.query(DeskReportDocument, { number }).toPromise();
}

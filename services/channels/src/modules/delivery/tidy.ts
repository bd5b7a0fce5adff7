import type { Database } from '@lapor/database';
import { forgetAddressDays } from './address-day.ts';
import { pruneDeliveries } from './prune.ts';
import { forgetRefusals } from './provider-refusals.ts';
import { forgetReceipts } from './receipts.ts';

/** Takes away what delivery kept for a time only. */
export async function tidyDelivery(database: Database, now: Date): Promise<void> {
  await forgetReceipts(database, now);
  await forgetAddressDays(database, now);
  await forgetRefusals(database, now);
  await pruneDeliveries(database, now);
}

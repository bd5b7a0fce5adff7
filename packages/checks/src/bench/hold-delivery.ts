import type { Client } from 'pg';
import { SERVICES } from '@lapor/platform';

/** Holds what follows a change of a report back, as when another replica has the delivery; `release` lets it go on. */
export async function holdDelivery(admin: Client): Promise<{ release(): Promise<void> }> {
  const locks = SERVICES.map((subscriber) => `reports>${subscriber}`);
  for (const lock of locks) await admin.query('select pg_advisory_lock(hashtext($1))', [lock]);
  return {
    async release() {
      for (const lock of locks) await admin.query('select pg_advisory_unlock(hashtext($1))', [lock]);
    },
  };
}

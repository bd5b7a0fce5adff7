import type { Database } from '@lapor/database';
import { currentCodeOf } from '../second-factor/index.ts';

/** A second-factor code and until when it is the current one. */
export interface CurrentCode {
  code: string;
  validUntil: Date;
}

/** The code of an account's authenticator that is good now, for the page of demo accounts; `null` without a second factor. */
export async function currentTotp(
  { database, authSecret }: { database: Database; authSecret: string },
  accountId: string,
): Promise<CurrentCode | null> {
  const [factor] = await database.query<{ secret: string; lastUsedStep: number | null }>(
    'totp-secret',
    'select secret, last_used_step as "lastUsedStep" from second_factor where "userId" = $1 and verified',
    [accountId],
  );
  return factor ? currentCodeOf(authSecret, factor.secret, factor.lastUsedStep) : null;
}

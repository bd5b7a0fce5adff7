import type { Database } from '@lapor/database';
import { currentCodeOf } from '../second-factor/index.ts';

/** A second-factor code and until when it is the current one. */
export interface CurrentCode {
  code: string;
  validUntil: Date;
}

/** The code an account's authenticator shows now, for the page of demo accounts; `null` without a second factor. */
export async function currentTotp(
  { database, authSecret }: { database: Database; authSecret: string },
  accountId: string,
): Promise<CurrentCode | null> {
  const [factor] = await database.query<{ secret: string }>(
    'totp-secret',
    'select secret from second_factor where "userId" = $1 and verified',
    [accountId],
  );
  return factor ? currentCodeOf(authSecret, factor.secret) : null;
}

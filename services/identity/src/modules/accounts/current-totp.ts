import { symmetricDecrypt } from 'better-auth/crypto';
import { Secret, TOTP } from 'otpauth';
import { systemClock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Auth } from '../sign-in/index.ts';

/** A second-factor code and until when it is the current one. */
export interface CurrentCode {
  code: string;
  validUntil: Date;
}

const PERIOD_SECONDS = 30;

/** The code an account's authenticator shows now, for the page of demo accounts; `null` without a second factor. */
export async function currentTotp(
  { database, auth }: { database: Database; auth: Auth },
  accountId: string,
): Promise<CurrentCode | null> {
  const [factor] = await database.query<{ secret: string }>(
    'totp-secret',
    'select secret from second_factor where "userId" = $1 and verified',
    [accountId],
  );
  if (!factor) return null;
  const secret = await symmetricDecrypt({ key: (await auth.$context).secretConfig, data: factor.secret });
  // better-auth checks codes by the machine's clock.
  const now = systemClock.now().getTime();
  return {
    code: new TOTP({ secret: Secret.fromUTF8(secret), period: PERIOD_SECONDS }).generate({ timestamp: now }),
    validUntil: new Date((Math.floor(now / 1000 / PERIOD_SECONDS) + 1) * PERIOD_SECONDS * 1000),
  };
}

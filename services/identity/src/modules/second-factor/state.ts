import type { Deps } from '../../deps.ts';
import { backupCodesLeft } from './totp.ts';

export interface SecondFactorState {
  totp: boolean;
  backupCodesLeft: number;
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
}

/** What is set up for an account. */
export async function secondFactorState(
  { database, authSecret }: Pick<Deps, 'database' | 'authSecret'>,
  accountId: string,
): Promise<SecondFactorState> {
  const [factor] = await database.query<{ backupCodes: string }>(
    'totp-of',
    'select "backupCodes" from second_factor where "userId" = $1 and verified',
    [accountId],
  );
  const passkeys = await database.query<SecondFactorState['passkeys'][number]>(
    'passkeys-of',
    `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from passkey
     where account_id = $1 order by created_at, id`,
    [accountId],
  );
  return {
    totp: factor !== undefined,
    backupCodesLeft: factor ? await backupCodesLeft(authSecret, factor.backupCodes) : 0,
    passkeys,
  };
}

import type { Database } from '@lapor/database';
import type { SigningAccount } from './session-rules.ts';

/**
 * SQL: whether the account `a` may come in at the instant that the placeholder stands for. With `limit 1` each account is looked up in the
 * index; `exists` beside an `or` would read all posts first.
 */
export const isAdmittedAt = (now: string): string =>
  `(a.kind = 'citizen' or coalesce((
      select not coalesce(standing.is_suspended, false)
      from account_post held left join officer_standing standing on standing.account_id = held.account_id
      where held.account_id = a.id and (held.valid_until is null or held.valid_until > ${now}) limit 1), false))`;

/** What the rules need to know of an account. */
export async function findSigningAccount(
  database: Database,
  id: string,
  now: Date,
): Promise<SigningAccount | undefined> {
  const [account] = await database.query<SigningAccount>(
    'signing-account',
    `select a.kind, coalesce(a."twoFactorEnabled", false) as "isEnrolled", ${isAdmittedAt('$2')} as "isAdmitted"
     from account a where a.id = $1`,
    [id, now],
  );
  return account;
}

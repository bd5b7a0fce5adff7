import { randomInt, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { keyedHash } from '@lapor/sealing';

/** What a code is for; it is good for nothing else. */
export type CodePurpose = 'PASSWORD_RESET' | 'ACCOUNT_DELETION' | 'PHONE';

interface CodeDeps {
  database: Database;
  clock: Clock;
  authSecret: string;
}

/** How long a code is good; the messages say so too. */
export const CODE_MINUTES = 10;
const TRIES = 5;
const DIGITS = 6;

const keyOf = ({ authSecret }: CodeDeps, purpose: CodePurpose, subject: string) =>
  keyedHash(authSecret, `code for ${purpose}`, subject.trim().toLowerCase());
const hashOf = ({ authSecret }: CodeDeps, purpose: CodePurpose, subject: string, code: string) =>
  keyedHash(authSecret, `code ${purpose} ${subject.trim().toLowerCase()}`, code);

/**
 * Makes a code for an address or account; one before it for the same is void. Nothing of subject or code can be read back.
 * @param accountId `null`: the address belongs to nobody, and the code to nothing; the row is there all the same.
 */
export async function issueCode(
  deps: CodeDeps,
  purpose: CodePurpose,
  subject: string,
  { accountId, content = null }: { accountId: string | null; content?: Buffer | null },
): Promise<string> {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  await deps.database.query(
    'code-issue',
    `insert into one_time_code (purpose, key, code_hash, account_id, content, attempts, expires_at) values ($1, $2, $3, $4, $5, 0, $6)
     on conflict (purpose, key) do update set code_hash = excluded.code_hash, account_id = excluded.account_id,
       content = excluded.content, attempts = 0, expires_at = excluded.expires_at`,
    [
      purpose,
      keyOf(deps, purpose, subject),
      hashOf(deps, purpose, subject, code),
      accountId,
      content,
      new Date(deps.clock.now().getTime() + CODE_MINUTES * 60_000),
    ],
  );
  return code;
}

export interface IssuedCode {
  accountId: string;
  content: Buffer | null;
  /** Ends the code, in the transaction of what it is used for; `false` when another request was faster. */
  use(em: EntityManager): Promise<boolean>;
}

/**
 * Compares a code, counting the try first: no more of them are compared than are counted. `null` for a wrong one, a late one, one too
 * often tried, and for a subject without account.
 */
export async function takeCode(
  deps: CodeDeps,
  purpose: CodePurpose,
  subject: string,
  code: string,
): Promise<IssuedCode | null> {
  const key = keyOf(deps, purpose, subject);
  const [row] = await deps.database.query<{
    codeHash: Buffer;
    accountId: string | null;
    content: Buffer | null;
  }>(
    'code-try',
    `update one_time_code set attempts = attempts + 1 where purpose = $1 and key = $2 and expires_at > $3 and attempts < ${TRIES}
     returning code_hash as "codeHash", account_id as "accountId", content`,
    [purpose, key, deps.clock.now()],
  );
  const given = hashOf(deps, purpose, subject, code);
  if (!row || !timingSafeEqual(row.codeHash, given) || row.accountId === null) return null;
  const { codeHash, accountId, content } = row;
  return {
    accountId,
    content,
    async use(em) {
      const used = await em.execute<unknown[]>(
        'delete from one_time_code where purpose = ? and key = ? and code_hash = ? returning key',
        [purpose, key, codeHash],
      );
      return used.length > 0;
    },
  };
}

/** Ends all codes of an account. */
export async function dropCodes(em: EntityManager, accountId: string): Promise<void> {
  await em.execute('delete from one_time_code where account_id = ?', [accountId]);
}

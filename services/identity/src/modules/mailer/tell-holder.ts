import type { Deps } from '../../deps.ts';
import type { AccountTemplate } from './mailer.ts';

/**
 * Tells the holder of an account, in the background, that something about signing in was changed: whoever did not do it
 * learns of it. Nothing is said where the address is not proved.
 */
export function tellHolder(
  { database, mailer, inBackground }: Pick<Deps, 'database' | 'mailer' | 'inBackground'>,
  accountId: string,
  template: AccountTemplate,
  facts: Record<string, string> = {},
): void {
  inBackground(
    (async () => {
      const [account] = await database.query<{ email: string; language: 'id' | 'en' }>(
        'holder',
        'select email, language from account where id = $1 and "emailVerified"',
        [accountId],
      );
      if (account) await mailer.send({ template, to: account.email, facts, language: account.language });
    })(),
  );
}

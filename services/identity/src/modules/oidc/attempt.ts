import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { keyedHash } from '@lapor/sealing';
import type { Deps } from '../../deps.ts';

/** How long somebody may take at the agency's sign-in; seconds. */
export const ATTEMPT_SECONDS = 600;

const shape = z.object({
  organisationId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});
/** A sign-in under way. */
export type Attempt = z.infer<typeof shape>;

type AttemptDeps = Pick<Deps, 'database' | 'clock' | 'sealer' | 'authSecret'>;

const keyOf = ({ authSecret }: AttemptDeps, browser: string) =>
  keyedHash(authSecret, 'agency sign-in of a browser', browser);
const contextOf = (key: Buffer) => `agency sign-in ${key.toString('base64')}`;

/** Keeps an attempt for the browser that holds the returned secret. */
export async function keepAttempt(deps: AttemptDeps, attempt: Attempt): Promise<string> {
  const browser = randomBytes(32).toString('base64url');
  const key = keyOf(deps, browser);
  await deps.database.query(
    'oidc-attempt-keep',
    'insert into oidc_attempt (key, organisation_id, content, expires_at) values ($1, $2, $3, $4)',
    [
      key,
      attempt.organisationId,
      deps.sealer.seal(JSON.stringify(attempt), contextOf(key)),
      new Date(deps.clock.now().getTime() + ATTEMPT_SECONDS * 1000),
    ],
  );
  return browser;
}

/** Takes an attempt away: it is good once, whatever comes of it. */
export async function takeAttempt(deps: AttemptDeps, browser: string): Promise<Attempt | null> {
  const key = keyOf(deps, browser);
  const [row] = await deps.database.query<{ content: Buffer; expiresAt: Date }>(
    'oidc-attempt-take',
    'delete from oidc_attempt where key = $1 returning content, expires_at as "expiresAt"',
    [key],
  );
  if (!row || row.expiresAt <= deps.clock.now()) return null;
  return shape.parse(JSON.parse(deps.sealer.open(row.content, contextOf(key)).toString()));
}

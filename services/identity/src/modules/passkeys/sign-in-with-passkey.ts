import { randomBytes, timingSafeEqual } from 'node:crypto';
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Deps } from '../../deps.ts';
import { fault, ok, type HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { cookieLine, cookieName, openSession, readSignedCookie } from '../sessions/index.ts';
import { CHALLENGE_SECONDS, keepChallenge, takeChallenge } from './challenge.ts';
import { relyingParty, userHandleOf } from './relying-party.ts';

const COOKIE = 'passkey';
const COOKIE_PATH = '/auth';

/** Begins a sign-in with any passkey the device has for us; asks for no address, so none can be probed. */
export async function signInOptions(deps: Deps): Promise<HttpAnswer> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(deps.publicUrl).id,
    userVerification: 'required',
  });
  const browser = randomBytes(32).toString('base64url');
  await keepChallenge(deps, { browser }, options.challenge);
  const line = cookieLine(deps, COOKIE, browser, { maxAge: CHALLENGE_SECONDS, path: COOKIE_PATH });
  return ok(options, { cookies: [line] });
}

type AuthenticationResponse = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

interface Stored {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
}

/** Signs in with a passkey: the device, and whoever may unlock it; so two factors in one. */
export async function signInWithPasskey(
  deps: Deps,
  response: AuthenticationResponse,
  { cookie, userAgent }: { cookie: string | undefined; userAgent: string | undefined },
): Promise<HttpAnswer> {
  const { database, clock } = deps;
  const gone = cookieLine(deps, COOKIE, '', { maxAge: 0, path: COOKIE_PATH });
  const refused: HttpAnswer = {
    ...fault(401, 'PASSKEY_REFUSED', 'The passkey was not accepted'),
    cookies: [gone],
  };
  const browser = readSignedCookie(cookie, cookieName(deps, COOKIE), deps.authSecret);
  const challenge = browser && (await takeChallenge(deps, { browser }));
  if (!challenge) return { ...fault(400, 'STEP_EXPIRED', 'Begin once more'), cookies: [gone] };
  const [stored] = await database.query<Stored>(
    'passkey-by-credential',
    `select id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey", counter
     from passkey where credential_id = $1`,
    [response.id],
  );
  const counter = stored ? await verify(deps, response, stored, challenge) : null;
  const at = clock.now();
  if (!stored || counter === null) {
    await database.transaction((em) =>
      writeAudit(em, { at, action: 'SIGN_IN_FAILED', accountId: null, detail: 'PASSKEY' }),
    );
    return refused;
  }
  const opening = await database.transaction(async (em) => {
    // Of two uses of one counter only one gets through; authenticators without a counter always say 0.
    const counted = await em.execute<unknown[]>(
      `update passkey set counter = ?, last_used_at = ? where id = ? and (counter < ? or (counter = 0 and ? = 0)) returning id`,
      [counter, at, stored.id, counter, counter],
    );
    if (counted.length === 0) return { kind: 'refused' } as const;
    const { accountId } = stored;
    const result = await openSession(em, deps, { accountId, way: 'PASSKEY', userAgent });
    if (result.kind === 'refused')
      await writeAudit(em, { at, action: 'SIGN_IN_REFUSED', accountId, detail: 'PASSKEY' });
    return result;
  });
  deps.eventsCommitted();
  return opening.kind === 'opened' ? ok(undefined, { session: opening.session, cookies: [gone] }) : refused;
}

/** The new counter, or `null` when the response is not one of this passkey for us. */
async function verify(
  deps: Deps,
  response: AuthenticationResponse,
  { accountId, credentialId, publicKey, counter }: Stored,
  challenge: string,
): Promise<number | null> {
  const party = relyingParty(deps.publicUrl);
  try {
    const { userHandle } = response.response;
    if (userHandle && !isHandleOf(deps.authSecret, accountId, userHandle)) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // Every fault of the response is the same to whoever sent it.
    return null;
  }
}

function isHandleOf(authSecret: string, accountId: string, given: string): boolean {
  const expected = userHandleOf(authSecret, accountId);
  const bytes = Buffer.from(given, 'base64url');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

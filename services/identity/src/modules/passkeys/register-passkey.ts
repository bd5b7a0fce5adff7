import { randomUUID } from 'node:crypto';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { isUniqueViolation } from '@lapor/database';
import type { Deps } from '../../deps.ts';
import { fault, ok, type HttpAnswer } from '../../http/answer.ts';
import { writeAudit } from '../audit/index.ts';
import { tellHolder } from '../mailer/index.ts';
import { confirmHolder } from '../passwords/index.ts';
import { afterEnrolment } from '../second-factor/index.ts';
import { endSessions, rotateSession, type OpenedSession, type SessionAccount } from '../sessions/index.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { relyingParty, userHandleOf } from './relying-party.ts';

const MOST_PASSKEYS = 10;
/** ES256, RS256: what authenticators have. */
const ALGORITHMS = [-7, -257];

/** Begins to enrol a passkey of this device. */
export async function registrationOptions(
  deps: Deps,
  session: SessionAccount,
  password: string | undefined,
): Promise<HttpAnswer> {
  const refused = await confirmHolder(deps, session, password);
  if (refused) return refused;
  const { accountId, sessionId, email, name } = session;
  const own = await deps.database.query<{ id: string; transports: string[] }>(
    'passkey-credentials',
    'select credential_id as id, transports from passkey where account_id = $1',
    [accountId],
  );
  if (own.length >= MOST_PASSKEYS) return fault(409, 'INPUT_INVALID', 'There are enough passkeys');
  const party = relyingParty(deps.publicUrl);
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: userHandleOf(deps.authSecret, accountId),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: own.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  await keepChallenge(deps, { sessionId }, options.challenge);
  return ok(options);
}

type RegistrationResponse = Parameters<typeof verifyRegistrationResponse>[0]['response'];
const refusedPasskey = fault(400, 'PASSKEY_REFUSED', 'The passkey was not accepted');

/** Enrols it. For officers and analysts it is a second factor from now on. */
export async function registerPasskey(
  deps: Deps,
  session: SessionAccount,
  { name, response }: { name: string; response: RegistrationResponse },
): Promise<HttpAnswer> {
  const { accountId, sessionId, kind } = session;
  const challenge = await takeChallenge(deps, { sessionId });
  if (challenge === null) return fault(400, 'STEP_EXPIRED', 'Begin once more');
  const credential = await verify(deps, response, challenge);
  if (!credential) return refusedPasskey;
  const id = randomUUID();
  const at = deps.clock.now();
  let rotated: OpenedSession;
  try {
    rotated = await deps.database.transaction(async (em) => {
      await em.execute(
        `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
         values (?, ?, ?, ?, ?, (select coalesce(array_agg(t), '{}') from jsonb_array_elements_text(?::jsonb) t), ?, ?)`,
        [
          id,
          accountId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          JSON.stringify(credential.transports ?? []),
          name,
          at,
        ],
      );
      await writeAudit(em, { at, action: 'PASSKEY_ADDED', accountId, detail: id });
      if (kind !== 'citizen') return afterEnrolment(em, deps, session);
      await endSessions(em, accountId, sessionId);
      return rotateSession(em, sessionId);
    });
  } catch (error) {
    // Somebody's already; whose is not told.
    if (isUniqueViolation(error)) return refusedPasskey;
    throw error;
  }
  deps.eventsCommitted();
  tellHolder(deps, accountId, 'second-factor-changed', { change: 'PASSKEY_ADDED' });
  return { ...ok({ id, name, createdAt: at, lastUsedAt: null }, { session: rotated }), status: 201 };
}

async function verify(deps: Deps, response: RegistrationResponse, challenge: string) {
  const party = relyingParty(deps.publicUrl);
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    // Every fault of the response is the same to whoever sent it.
    return null;
  }
}

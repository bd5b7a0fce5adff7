import { Secret, TOTP } from 'otpauth';
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { systemClock } from '@lapor/clock';

const PERIOD_SECONDS = 30;
const ISSUER = 'SP4N-LAPOR!';
/** Half a minute early or late, as clocks of phones are. */
const WINDOW = 1;

/** Everything is kept as better-auth keeps it, whose sign-in step reads it. */
const encrypt = (authSecret: string, data: string) => symmetricEncrypt({ key: authSecret, data });

const generator = (secret: string, email = '') =>
  new TOTP({ issuer: ISSUER, label: email, secret: Secret.fromUTF8(secret), period: PERIOD_SECONDS });

/** A new secret as it is stored, and as an authenticator app takes it. */
export async function newTotp(authSecret: string, email: string): Promise<{ stored: string; uri: string }> {
  const secret = generateRandomString(32);
  return { stored: await encrypt(authSecret, secret), uri: generator(secret, email).toString() };
}

const PERIOD_MILLISECONDS = PERIOD_SECONDS * 1000;
const stepAt = (timestamp: number) => Math.floor(timestamp / PERIOD_MILLISECONDS);

/**
 * The half minute (counted since 1970) whose code of a stored secret these six digits are, by the machine's clock as at the sign-in; `null`
 * when they are not of now.
 */
export async function stepOfCode(authSecret: string, stored: string, code: string): Promise<number | null> {
  const secret = await symmetricDecrypt({ key: authSecret, data: stored });
  const timestamp = systemClock.now().getTime();
  const away = generator(secret).validate({ token: code, timestamp, window: WINDOW });
  return away === null ? null : stepAt(timestamp) + away;
}

/** The code of a stored secret that is good now, and until when its half minute lasts: the current one, or the next when it has been used. */
export async function currentCodeOf(
  authSecret: string,
  stored: string,
  lastUsedStep: number | null = null,
): Promise<{ code: string; validUntil: Date }> {
  const secret = await symmetricDecrypt({ key: authSecret, data: stored });
  const current = stepAt(systemClock.now().getTime());
  const step = lastUsedStep === null ? current : Math.max(current, lastUsedStep + 1);
  return {
    code: generator(secret).generate({ timestamp: step * PERIOD_MILLISECONDS }),
    validUntil: new Date((step + 1) * PERIOD_MILLISECONDS),
  };
}

export const storedSecret = encrypt;

const CODES = 10;

/** Recovery codes as people read them, and as they are stored. */
export async function newBackupCodes(authSecret: string): Promise<{ codes: string[]; stored: string }> {
  const codes = Array.from({ length: CODES }, () => {
    const code = generateRandomString(10, 'a-z', '0-9');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
  return { codes, stored: await encrypt(authSecret, JSON.stringify(codes)) };
}

/** How many recovery codes are left of a stored set. */
export async function backupCodesLeft(authSecret: string, stored: string): Promise<number> {
  const codes: unknown = JSON.parse(await symmetricDecrypt({ key: authSecret, data: stored }));
  return Array.isArray(codes) ? codes.length : 0;
}

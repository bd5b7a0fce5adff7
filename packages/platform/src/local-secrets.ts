import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of the platform; each has at least 32 characters. */
export interface Secrets {
  /** Shared by the services, for tokens between them. */
  service: string;
  /** `reports`: sealing, look-ups, access codes, history. Losing it loses the sealed identities. */
  reports: string;
  /** `organisations`: files of evidence. Losing it loses the files. */
  organisations: string;
  /** `identity`: cookies, second factors, API keys. */
  auth: string;
}

/** Secrets of this checkout, made at the first start and kept: without them its data could not be read again. One that a later version needs is added. */
export function localSecrets(dataDirectory: string): Secrets {
  const file = join(dataDirectory, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const make = () => randomBytes(32).toString('base64url');
  const secrets: Secrets = {
    service: kept.service ?? make(),
    reports: kept.reports ?? make(),
    organisations: kept.organisations ?? make(),
    auth: kept.auth ?? make(),
  };
  if (Object.keys(kept).length === Object.keys(secrets).length) return secrets;
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

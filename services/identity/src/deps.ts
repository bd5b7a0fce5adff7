import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Jobs } from '@lapor/jobs';
import type { Logger } from '@lapor/logging';
import type { Sealer } from '@lapor/sealing';
import type { OfficerDirectory } from './modules/invitations/index.ts';
import type { Mailer } from './modules/mailer/index.ts';
import type { PhoneMessenger } from './modules/phone/index.ts';

/** What the service lends to every use case. */
export interface Deps {
  database: Database;
  clock: Clock;
  logger: Logger;
  jobs: Jobs;
  mailer: Mailer;
  /** Undefined: phone numbers are not verified here. */
  phoneMessenger: PhoneMessenger | undefined;
  officerDirectory: OfficerDirectory;
  sealer: Sealer;
  /** Origin of the platform. */
  publicUrl: string;
  /** This service's own: signs cookies, encrypts second factors, keys hashes. */
  authSecret: string;
  production: boolean;
  /** Takes work that an answer does not wait for; a failure is logged. */
  inBackground(work: Promise<unknown>): void;
  /** Tells delivery that a transaction with events was committed. */
  eventsCommitted(): void;
}

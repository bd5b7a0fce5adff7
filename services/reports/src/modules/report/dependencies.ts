import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import type { ReceiptSigner } from '@lapor/receipt/signing';
import type { Sealer } from '@lapor/sealing';
import type { Tokens } from '@lapor/viewer';
import type { FileStore, Scanner } from '@lapor/files';
import type { HistoryChain } from '../history/index.ts';
import type { RouteRules } from '../suggestion/index.ts';

/** What the use cases work with; made once in the composition root. */
export interface ReportsDependencies {
  database: Database;
  clock: Clock;
  logger: Logger;
  chain: HistoryChain;
  /** Seals names, contacts and original texts. */
  sealer: Sealer;
  /** Key of the look-up hashes (submission keys, access codes, accounts, supporters). */
  lookupSecret: string;
  /** Keys from which access codes derive, newest first. */
  accessCodeSecret: string;
  /** Key from which the links to heads of organisations derive. */
  handOverSecret: string;
  /** Key from which the links of work orders derive. */
  workOrderSecret: string;
  tokens: Tokens;
  /** Signs what anybody may check without us. */
  receipts: ReceiptSigner;
  /** The platform's origin, for addresses on paper. */
  publicUrl: string;
  files: FileStore;
  /** Looks for harmful files; `null`: nobody does. */
  scanner: Scanner | null;
  /** Whom the category map names; asked of `organisations`. */
  routeRules: RouteRules;
  /** Ids sorted by time. */
  newId(): string;
  /** Tells the delivery that events were committed. */
  eventsCommitted(): void;
}

import type { Clock } from '@lapor/clock';
import { listen, type Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { noteRefusal, readProviderRules, type ProviderRules, type Way } from './modules/delivery/index.ts';
import { keep, SETTINGS_CHANNEL, type Kept } from './modules/kept/index.ts';
import { createWordingBook, type WordingBook } from './modules/wording/index.ts';

/** What the desk decides and every sending process has at hand. */
export interface DeskSettings {
  wordings: WordingBook;
  /** Of providers of short messages. */
  providerRules: Kept<ProviderRules>;
  /** Counts it; a failure to do so is logged and nobody's failure. */
  noteRefusal(way: Way, provider: string): void;
  stop(): Promise<void>;
}

/** Hears what other processes change, so that sending asks the database for nothing of it. */
export function openDeskSettings({
  database,
  databaseUrl,
  clock,
  logger,
}: {
  database: Database;
  databaseUrl: string;
  clock: Clock;
  logger: Logger;
}): DeskSettings {
  const told = listen({
    url: databaseUrl,
    channel: SETTINGS_CHANNEL,
    onMessage: () => forget(),
    onGap: () => forget(),
    onError: (error) => logger.warn({ err: error }, 'Changes of settings are not told for now'),
  });
  const wordings = createWordingBook({ database, clock, logger, isTold: told.isListening });
  const providerRules = keep(() => readProviderRules(database, 'PHONE'), {
    isTold: told.isListening,
    onError: (error) => logger.warn({ err: error }, 'The order of providers could not be read anew'),
  });
  const forget = () => {
    wordings.forget();
    providerRules.forget();
  };
  return {
    wordings,
    providerRules,
    noteRefusal(way, provider) {
      noteRefusal(database, way, provider, clock.now()).catch((error: unknown) =>
        logger.warn({ err: error }, 'A refusal of a provider could not be counted'),
      );
    },
    stop: () => told.stop(),
  };
}

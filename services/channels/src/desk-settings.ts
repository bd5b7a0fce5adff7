import type { Clock } from '@lapor/clock';
import { listen, type Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { SETTINGS_CHANNEL } from './modules/kept/index.ts';
import { createWordingBook, type WordingBook } from './modules/wording/index.ts';

/** What the desk decides and every sending process has at hand. */
export interface DeskSettings {
  wordings: WordingBook;
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
  const forget = () => wordings.forget();
  return { wordings, stop: () => told.stop() };
}

import { join } from 'node:path';

/** Where the log of heads lies when no place of its own is named. */
export const headsFolder = (filesDirectory: string, headsDirectory: string | undefined): string =>
  headsDirectory ?? join(filesDirectory, 'history-heads');

import { openDatabase } from '@lapor/database';
import {
  createHeadLog,
  createHistoryChain,
  headsFolder,
  verifyHistories,
  type Anchor,
} from './modules/history/index.ts';
import { derivedSecret } from './secrets.ts';
import { reportsDatabase } from './service.ts';

export interface VerificationSettings {
  databaseUrl: string;
  reportsSecret: string;
  filesDirectory: string;
  /** Where the log of heads lies, when not beside the files. */
  headsDirectory?: string | undefined;
  anchor?: Anchor | undefined;
  say(line: string): void;
}

/** `<number>:<signature>`, as the command prints it. @throws when it is none. */
export function parseAnchor(text: string): Anchor {
  const [, number, signature] = /^(\d+):([\w-]{43})$/.exec(text) ?? [];
  if (signature === undefined) throw new Error('An anchor looks like 1234:… as this command prints it');
  return { number: Number(number), signature };
}

/** Checks all histories; returns how many do not hold. Reads only. */
export async function verifyAllHistories(settings: VerificationSettings): Promise<number> {
  const derived = (purpose: string) => derivedSecret(settings.reportsSecret, purpose);
  const database = await openDatabase({ ...reportsDatabase, url: settings.databaseUrl, isUnhurried: true });
  try {
    const { checked, faulty, anchor } = await verifyHistories(
      {
        database,
        chain: createHistoryChain(derived('history')),
        headLog: createHeadLog(
          headsFolder(settings.filesDirectory, settings.headsDirectory),
          derived('history-heads'),
        ),
      },
      settings.say,
      settings.anchor,
    );
    if (anchor) settings.say(`Newest head, to be kept elsewhere: ${anchor.number}:${anchor.signature}`);
    settings.say(`${checked} histories checked, ${faulty} tampered with`);
    return faulty;
  } finally {
    await database.close();
  }
}

import { openDatabase } from '@lapor/database';
import { rotateKeys, type Rotated } from './modules/keys/index.ts';
import { createEnvelopes } from './secrets.ts';
import { reportsDatabase } from './service.ts';

/** What the command needs of the settings. */
export interface RotationSettings {
  databaseUrl: string;
  reportsSecret: string;
  /** Newest first; the newest one wraps everything afterwards. */
  sealingKeys: readonly string[];
  /** Or the bucket (`s3://…`). */
  filesDirectory: string;
  say: (line: string) => void;
}

/** Wraps everything that is sealed by the newest key, beside the live service or without it. */
export async function rotateSealingKeys(settings: RotationSettings): Promise<Rotated> {
  const { databaseUrl, reportsSecret, sealingKeys, filesDirectory, say } = settings;
  const database = await openDatabase({
    ...reportsDatabase,
    url: databaseUrl,
    connections: 2,
    isUnhurried: true,
  });
  try {
    return await rotateKeys({
      database,
      ...createEnvelopes(reportsSecret, sealingKeys),
      filesDirectory,
      say,
    });
  } finally {
    await database.close();
  }
}

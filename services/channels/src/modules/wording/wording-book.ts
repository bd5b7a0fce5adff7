import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { keep } from '../kept/index.ts';
import type { InForce, Language, Medium } from '../templates/index.ts';

/** The words in force, at hand for whoever sends. */
export interface WordingBook {
  /** `undefined`: the built-in ones. */
  inForce(template: string, medium: Medium, language: Language): Promise<InForce | undefined>;
  /** A wording could not be filled, and the built-in one went instead. Never throws. */
  noteBroken(key: WordingKey & { version: number }, reason: string): Promise<void>;
  forget(): void;
}

export interface WordingKey {
  template: string;
  medium: Medium;
  language: Language;
}

const nameOf = ({ template, medium, language }: WordingKey): string => `${template} ${medium} ${language}`;

export function createWordingBook({
  database,
  clock,
  logger,
  isTold,
}: {
  database: Database;
  clock: Clock;
  logger: Logger;
  isTold: () => boolean;
}): WordingBook {
  const kept = keep(() => readInForce(database), {
    isTold,
    onError: (error) => logger.warn({ err: error }, 'The words of messages could not be read anew'),
  });
  return {
    inForce: async (template, medium, language) =>
      (await kept.get()).get(nameOf({ template, medium, language })),
    async noteBroken({ template, medium, language, version }, reason) {
      logger.error({ template, medium, language, version, reason }, 'A wording cannot be filled');
      try {
        await database.query(
          'wording-fault',
          `insert into wording_fault as f (template, medium, language, version, reason, at) values ($1, $2, $3, $4, $5, $6)
           on conflict (template, medium, language, version) do update set times = f.times + 1, reason = excluded.reason, at = excluded.at`,
          [template, medium, language, version, reason, clock.now()],
        );
      } catch (error) {
        logger.warn({ err: error }, 'A wording that cannot be filled could not be noted');
      }
    },
    forget: kept.forget,
  };
}

/** The newest version of each, without those that went back to the built-in words. */
async function readInForce(database: Database): Promise<ReadonlyMap<string, InForce>> {
  const rows = await database.query<
    WordingKey & { version: number; subject: string | null; body: string | null; segments: number }
  >(
    'wordings-in-force',
    `select distinct on (template, medium, language) template, medium, language, version, subject, body, segments
     from wording order by template, medium, language, version desc`,
  );
  return new Map(
    rows.flatMap(({ body, ...row }) =>
      body === null
        ? []
        : [[nameOf(row), { version: row.version, subject: row.subject, body, segments: row.segments }]],
    ),
  );
}

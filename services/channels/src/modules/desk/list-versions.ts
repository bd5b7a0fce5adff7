import { z } from 'zod';
import type { Database } from '@lapor/database';
import { MEDIA } from '../templates/index.ts';
import { versionsOf, type WordingVersion } from '../wording/index.ts';
import { done, type Outcome } from './outcome.ts';

export const versionFilter = z.object({
  name: z.string().max(60),
  medium: z.enum(MEDIA),
  language: z.enum(['id', 'en']),
  /** `next` of the page before. */
  before: z.coerce.number().int().positive().max(2_147_483_647).default(2_147_483_647),
  first: z.coerce.number().int().min(1).max(50).default(10),
});

/** What the words of a template were before, newest first; one more than is shown, so that each has one to be compared with. */
export async function listVersions(
  { database }: { database: Database },
  { name: template, medium, language, before, first }: z.output<typeof versionFilter>,
): Promise<Outcome<{ versions: WordingVersion[]; earlier: WordingVersion | null }>> {
  const rows = await versionsOf(database, { template, medium, language }, { before, first: first + 1 });
  return done({ versions: rows.slice(0, first), earlier: rows[first] ?? null });
}

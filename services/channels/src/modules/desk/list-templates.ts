import type { Database } from '@lapor/database';
import { TEMPLATE_NAMES } from '../templates/index.ts';
import { changedTemplates } from '../wording/index.ts';

/** Every template with its ways, and whether somebody wrote words for it. */
export async function listTemplates({ database }: { database: Database }) {
  const changed = await changedTemplates(database);
  return { templates: TEMPLATE_NAMES.map((one) => ({ ...one, isChanged: changed.has(one.name) })) };
}

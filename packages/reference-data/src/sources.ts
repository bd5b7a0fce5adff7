import { join } from 'node:path';
import { z } from 'zod';
import { requiredText } from './columns.ts';
import { dataFolder } from './data-folder.ts';
import { describeFaults } from './fault.ts';
import { readRows } from './read-rows.ts';

/** Where a reference file is from, as `data/sources.csv` says. */
export interface ReferenceSource {
  file: string;
  title: string;
  source: string;
  licence: string;
  /** Of when the data are. */
  vintage: string;
}

const schema = z.object({
  file: requiredText,
  title: requiredText,
  source: requiredText,
  licence: requiredText,
  vintage: requiredText,
});

/** Sources and licences of all reference files; throws when the list of them is faulty. */
export async function readReferenceSources(
  path = join(dataFolder, 'sources.csv'),
): Promise<readonly ReferenceSource[]> {
  const read = await readRows({ path, schema, uniqueBy: 'file' });
  if (!read.ok) throw new Error(`The list of sources is faulty:\n${describeFaults(read.faults)}`);
  return read.value.rows;
}

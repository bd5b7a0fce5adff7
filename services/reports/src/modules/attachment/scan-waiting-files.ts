import type { Scanner } from '@lapor/files';
import type { ReportsDependencies } from '../report/index.ts';
import { sealFile } from './seal-file.ts';

/** A file that could not be looked at waits as long before it is tried again, behind those that were not tried. */
const AGAIN_AFTER_MINUTES = 60;
const AT_ONCE = 20;

interface WaitingFile {
  id: string;
  storage_key: string;
  original_key: string | null;
}

/**
 * Looks into files that were kept while no scanner answered, the oldest first. What is found harmful is sealed away: its row says so, nobody
 * opens it any more. One that the scanner does not answer to ends the round. Returns how many were judged.
 */
export async function scanWaitingFiles(deps: ReportsDependencies): Promise<number> {
  const { scanner } = deps;
  if (!scanner) return 0;
  for (let judged = 0; judged < AT_ONCE; judged++) {
    const file = await take(deps);
    if (!file || !(await judge(deps, scanner, file))) return judged;
  }
  return AT_ONCE;
}

/** Claims a file by noting the try, so that replicas share the work and a faulty file holds up none of the others. */
async function take({ database, clock }: ReportsDependencies): Promise<WaitingFile | null> {
  const now = clock.now();
  const [file] = await database.query<WaitingFile>(
    'take-file-to-scan',
    `update attachment set scan_tried_at = $1 where id = (
       select id from attachment where scan_state = 'NOT_SCANNED' and (scan_tried_at is null or scan_tried_at < $2)
       order by scan_tried_at nulls first, id limit 1 for update skip locked)
     returning id, storage_key, original_key`,
    [now, new Date(now.getTime() - AGAIN_AFTER_MINUTES * 60_000)],
  );
  return file ?? null;
}

/** False when the scanner did not answer. */
async function judge(deps: ReportsDependencies, scanner: Scanner, file: WaitingFile): Promise<boolean> {
  const content = await read(deps, file);
  // Somebody removed it, or the store is away: it is looked for again.
  if (!content) return true;
  let found: string | null;
  try {
    const result = await scanner.scan(content);
    found = result === 'CLEAN' ? null : result.found;
  } catch (error) {
    deps.logger.error({ err: error }, 'The scanner does not answer; files wait');
    return false;
  }
  if (found === null) await noteClean(deps, file);
  else {
    deps.logger.warn({ attachmentId: file.id, found }, 'A file that was kept is infected and is sealed away');
    await sealFile(deps, file.id);
  }
  return true;
}

/** As it was sent, where that is kept: encoding anew may have removed what a scanner finds. */
async function read({ files, logger }: ReportsDependencies, file: WaitingFile): Promise<Buffer | null> {
  try {
    return await files.get(file.original_key ?? file.storage_key);
  } catch (error) {
    logger.error({ attachmentId: file.id, err: error }, 'A file to be scanned cannot be read');
    return null;
  }
}

/** Nothing hangs on it but what officers are shown. */
const noteClean = ({ database }: ReportsDependencies, { id }: WaitingFile) =>
  database.query<{ id: string }>(
    'note-file-clean',
    `update attachment set scan_state = 'CLEAN' where id = $1 and scan_state = 'NOT_SCANNED' returning id`,
    [id],
  );

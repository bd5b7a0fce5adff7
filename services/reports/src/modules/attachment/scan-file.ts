import type { ReportsDependencies } from '../report/index.ts';

/** Whether a scanner saw a file, and what it said. */
export type ScanResult = 'CLEAN' | 'INFECTED' | 'NOT_SCANNED';

/** Asks the scanner, if there is one. One that does not answer stops nobody from reporting: the file is kept as not scanned. */
export async function scanFile(
  { scanner, logger }: Pick<ReportsDependencies, 'scanner' | 'logger'>,
  content: Buffer,
): Promise<ScanResult> {
  if (!scanner) return 'NOT_SCANNED';
  try {
    const result = await scanner.scan(content);
    // Neither the file's name nor whose it is: only that it happened, and what was found.
    if (result !== 'CLEAN') logger.warn({ found: result.found }, 'A file is infected and was refused');
    return result === 'CLEAN' ? 'CLEAN' : 'INFECTED';
  } catch (error) {
    logger.error({ err: error }, 'The scanner does not answer; a file is kept without');
    return 'NOT_SCANNED';
  }
}

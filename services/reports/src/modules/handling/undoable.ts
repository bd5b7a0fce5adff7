import type { UndoableChanges } from '../pending-change/index.ts';
import { answerReport } from './answer-report.ts';
import { archiveReport } from './archive-report.ts';
import { disposeReport } from './dispose-report.ts';
import { returnReport } from './return-report.ts';
import { verifyReport } from './verify-report.ts';

/** What officers may take back for some seconds, and how it is made at its time. */
export const UNDOABLE = {
  ANSWER: answerReport,
  DISPOSE: disposeReport,
  VERIFY: verifyReport,
  ARCHIVE: archiveReport,
  RETURN: returnReport,
} satisfies UndoableChanges;

import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import {
  changeReport,
  expectedVersion,
  LIMITS,
  reportId,
  requestKey,
  typed,
  validate,
  type ReportsDependencies,
} from '../report/index.ts';

const schema = z.object({ reportId, requestKey, expectedVersion, text: typed(...LIMITS.reply) });

/**
 * A private word to the reporter, of those who handle the report or the national desk: they need not know who it is, the platform
 * carries it. Moves no clock and no turn; what an agency has to answer publicly it says in an answer.
 */
export const writeToReporter = (deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) =>
  write(deps, input, viewer, 'writeToReporter');

/** The reporter's private word back. */
export const replyPrivately = (deps: ReportsDependencies, input: z.input<typeof schema>, viewer: Viewer) =>
  write(deps, input, viewer, 'replyPrivately');

async function write(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
  operation: 'writeToReporter' | 'replyPrivately',
) {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { text, ...request } = valid.value;
  return changeReport(deps, viewer, { ...request, operation, transition: operation }, () => ({
    entry: { kind: 'MESSAGE', text, audience: 'PARTIES' },
  }));
}

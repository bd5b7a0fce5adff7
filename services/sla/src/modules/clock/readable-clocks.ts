import type { SlaContext } from '../../context.ts';
import { decide } from './authority.ts';
import type { Report } from './graphql.ts';

/** The clocks of a report with their calendars; `null` for whoever may not see them, and of a report of which no event has come. */
export async function readableClocks(
  { id, viewerIsReporter, viewerAnswersByHandOver }: Report,
  { loaders, viewer }: SlaContext,
) {
  const found = await loaders.clocks.load(id);
  const subject = {
    reportId: id,
    viewerIsReporter: viewerIsReporter === true,
    viewerAnswersByHandOver: viewerAnswersByHandOver === true,
    access: found?.report ?? null,
  };
  return found && decide(viewer, subject, 'readClocks').allowed ? found : null;
}

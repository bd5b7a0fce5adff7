import { z } from 'zod';
import { GraphUnavailable, openAtDoor, reportAtDoor, type GraphClient } from '../graph/index.ts';
import type { Sender } from './repository.ts';
import { openedShape, type HeldReport, type OpenedReport, type ReplyBook } from './state.ts';
import type { DoorDeps } from './take-in.ts';

const openShape = z.object({
  result: z.object({
    __typename: z.string(),
    grant: z.string().optional(),
    report: openedShape.optional(),
  }),
});
const reportShape = z.object({ report: openedShape.nullable() });

export type ReporterDeps = DoorDeps & {
  graph: GraphClient;
  /** Absent: nobody takes answers to mails in. */
  replies?: ReplyBook | undefined;
};

/** Opens a report with what the door keeps of it, like everybody with a code; `null`: it opens nothing. */
export async function openHeld(
  { graph, replies }: Pick<ReporterDeps, 'graph' | 'replies'>,
  { door, digest }: Sender,
  { number, key }: HeldReport,
): Promise<{ grant: string; report: OpenedReport } | null> {
  const asker = { channel: door, sender: digest.toString('hex') };
  if (key.kind === 'REPLY') {
    const opened = await replies?.open(key.token);
    if (!opened) return null;
    const { grant } = opened;
    const { report } = await graph.ask(reportAtDoor, { number }, reportShape, { ...asker, grant });
    return report && { grant, report };
  }
  const { accessCode } = key;
  const { result } = await graph.ask(openAtDoor, { input: { number, accessCode } }, openShape, asker);
  if (result.__typename === 'NotFound') return null;
  const { grant, report } = result;
  if (!grant || !report) throw new GraphUnavailable(`The report was not opened: ${result.__typename}`);
  return { grant, report };
}

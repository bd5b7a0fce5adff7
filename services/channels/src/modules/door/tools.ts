import type { DocumentNode } from 'graphql';
import { z } from 'zod';
import { keyedHash } from '@lapor/sealing';
import {
  appealAtDoor,
  completeDataAtDoor,
  confirmAtDoor,
  disputeAtDoor,
  fileAtDoor,
  GraphUnavailable,
  openAtDoor,
  rateAtDoor,
  regionsAtDoor,
  replyAtDoor,
  replyPrivatelyAtDoor,
  type GraphClient,
} from '../graph/index.ts';
import {
  findConversation,
  heldReports,
  keepReport,
  noteAct,
  saveConversation,
  type Sender,
} from './repository.ts';
import { openedShape, type HeldReport, type OpenedReport, type Operation, type Tools } from './state.ts';
import type { DoorDeps } from './take-in.ts';

const DOCUMENTS: Readonly<Record<Operation, DocumentNode>> = {
  REPLY: replyAtDoor,
  REPLY_PRIVATELY: replyPrivatelyAtDoor,
  COMPLETE_DATA: completeDataAtDoor,
  CONFIRM: confirmAtDoor,
  DISPUTE: disputeAtDoor,
  RATE: rateAtDoor,
  APPEAL: appealAtDoor,
};

const faults = z.array(z.object({ path: z.string(), code: z.string() })).optional();
const filedShape = z.object({
  result: z.object({
    __typename: z.string(),
    accessCode: z.string().optional(),
    report: z.object({ id: z.string(), number: z.string() }).optional(),
    fields: faults,
  }),
});
const openShape = z.object({
  result: z.object({
    __typename: z.string(),
    grant: z.string().optional(),
    report: openedShape.optional(),
  }),
});
const changedShape = z.object({ result: z.object({ __typename: z.string() }) });
const regionsShape = z.object({
  regions: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      fullName: z.string(),
      level: z.enum(['PROVINCE', 'REGENCY', 'CITY', 'DISTRICT']),
    }),
  ),
});

export type ReporterDeps = DoorDeps & { graph: GraphClient };

/** Opens a report with what the door keeps of it, like everybody with a code; `null`: it opens nothing. */
export async function openHeld(
  { graph }: Pick<ReporterDeps, 'graph'>,
  { door, digest }: Sender,
  { number, accessCode }: HeldReport,
): Promise<{ grant: string; report: OpenedReport } | null> {
  const asker = { channel: door, sender: digest.toString('hex') };
  const { result } = await graph.ask(openAtDoor, { input: { number, accessCode } }, openShape, asker);
  if (result.__typename === 'NotFound') return null;
  const { grant, report } = result;
  if (!grant || !report) throw new GraphUnavailable(`The report was not opened: ${result.__typename}`);
  return { grant, report };
}

/** What a door does for one sender: all of it by the graph, as somebody without an account. */
export function toolsFor(deps: ReporterDeps, sender: Sender): Tools {
  const { database, sealer, graph, clock } = deps;
  const asker = { channel: sender.door, sender: sender.digest.toString('hex') };
  const keyFor = (purpose: string, inboundId: string) => uuidFrom(keyedHash(deps.secret, purpose, inboundId));
  return {
    keyFor,
    async searchRegions(search) {
      return (await graph.ask(regionsAtDoor, { search }, regionsShape, asker)).regions;
    },
    heldReports: () => heldReports(database, sealer, sender),
    async open(report) {
      return (await openHeld(deps, sender, report))?.report ?? null;
    },
    async file(conversation, draft, submission) {
      // What will be sent is kept first: a retry sends the same, whatever the search finds then.
      const { dueAt } = await findConversation(database, sealer, sender);
      const begun = { ...conversation, draft: { ...draft, submission } };
      await database.transaction((em) =>
        saveConversation(em, sealer, sender, { conversation: begun, dueAt, at: clock.now() }),
      );
      const { result } = await graph.ask(fileAtDoor, { input: submission }, filedShape, asker);
      const { accessCode, report } = result;
      if (report && accessCode)
        return keepReport(
          database,
          sealer,
          sender,
          { reportId: report.id, number: report.number, accessCode },
          clock.now(),
        );
      if (result.__typename === 'TooManyRequests') throw new GraphUnavailable('The sender has to wait');
      return [result.__typename, ...(result.fields ?? []).map(({ path, code }) => `${path} ${code}`)].join(
        '; ',
      );
    },
    async act(message, report, operation, values) {
      const opened = await openHeld(deps, sender, report);
      if (!opened) return false;
      await noteAct(database, message.id, { operation, reportId: report.reportId });
      const requestKey = keyFor(`act ${operation}`, message.id);
      const input = { reportId: report.reportId, requestKey, ...values };
      const { result } = await graph.ask(DOCUMENTS[operation], { input }, changedShape, {
        ...asker,
        grant: opened.grant,
      });
      return result.__typename === 'ReportChanged' || result.__typename === 'ReportOutOfSight';
    },
  };
}

/** A UUID of version 8 (RFC 9562): of our own making, the same for the same bytes. */
function uuidFrom(bytes: Buffer): string {
  const sixteen = Buffer.from(bytes.subarray(0, 16));
  sixteen[6] = (sixteen[6]! & 0x0f) | 0x80;
  sixteen[8] = (sixteen[8]! & 0x3f) | 0x80;
  return sixteen.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

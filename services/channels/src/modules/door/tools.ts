import type { DocumentNode } from 'graphql';
import { z } from 'zod';
import { keyedHash, uuidFrom } from '@lapor/sealing';
import type { ContactBook } from '../contacts/index.ts';
import {
  appealAtDoor,
  completeDataAtDoor,
  confirmAtDoor,
  disputeAtDoor,
  fileAtDoor,
  SenderHasToWait,
  rateAtDoor,
  regionAtPoint,
  regionsAtDoor,
  replyAtDoor,
  replyPrivatelyAtDoor,
} from '../graph/index.ts';
import { deliveryOfMessage } from '../delivery/index.ts';
import {
  findConversation,
  heldReports,
  keepReport,
  noteAct,
  reportOfMessage,
  saveConversation,
  type Sender,
} from './repository.ts';
import { filesOf } from './files.ts';
import type { Door, Operation, Tools } from './state.ts';
import { openHeld, type ReporterDeps } from './open-held.ts';
import { refusedIn, uploadFiles } from './upload-files.ts';

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
const placeShape = z.object({ region: z.object({ code: z.string(), fullName: z.string() }).nullable() });

/** What a door does for one sender: all of it by the graph, as somebody without an account. */
export function toolsFor(
  deps: ReporterDeps & { contactBook?: ContactBook | undefined },
  sender: Sender,
  door: Pick<Door, 'reporterAt' | 'way'>,
): Tools {
  const { database, sealer, graph, clock } = deps;
  const asker = { channel: sender.door, sender: sender.digest.toString('hex') };
  const keyFor = (purpose: string, inboundId: string) => uuidFrom(keyedHash(deps.secret, purpose, inboundId));
  return {
    keyFor,
    reporterAt: (address) => door.reporterAt(address),
    async named(replyToken, address) {
      const found = await deps.replies?.open(replyToken);
      if (!found) return { kind: 'NONE' };
      const { reportId, number } = found;
      const contact = await deps.contactBook?.contactFor({
        kind: 'REPORTER',
        reportId,
        template: REPLY_TEMPLATE,
      });
      // A mail that was forwarded lets whoever got it write to the address, too.
      if (contact?.email?.trim().toLowerCase() !== address) return { kind: 'FOREIGN' };
      const key = { kind: 'REPLY', token: replyToken } as const;
      const known = (await heldReports(database, sealer, sender)).find((held) => held.reportId === reportId);
      return { kind: 'OWN', report: known ?? { reportId, number, key, shortCode: null, address } };
    },
    hasFiles: async ({ id }) => (await filesOf(database, id)).some(({ refused }) => refused === null),
    refusedFiles: async ({ id }) => refusedIn(sealer, await filesOf(database, id)),
    upload: ({ id }, owner, most = Number.MAX_SAFE_INTEGER) => uploadFiles(deps, sender, id, owner, most),
    async regionOf(point) {
      return (await graph.ask(regionAtPoint, { ...point }, placeShape, asker)).region;
    },
    async meant(messageName) {
      const deliveryId = await deliveryOfMessage(database, door.way, messageName);
      const reportId = await reportOfMessage(database, sender, { messageName, deliveryId });
      const held = await heldReports(database, sealer, sender);
      return held.find((report) => report.reportId === reportId) ?? null;
    },
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
          { reportId: report.id, number: report.number, accessCode, address: draft.address },
          clock.now(),
        );
      if (result.__typename === 'TooManyRequests') throw new SenderHasToWait('The sender has to wait');
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

/** What an owner of addresses is asked for with a reply: no link of its own. */
const REPLY_TEMPLATE = 'reply-by-mail';

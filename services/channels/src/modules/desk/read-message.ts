import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Sealer } from '@lapor/sealing';
import {
  filesOf,
  findConversation,
  heldReports,
  isUnproven,
  openFile,
  type Content,
  type Door,
} from '../door/index.ts';
import { confidenceOf, type Confidence } from './confidence.ts';
import { openInbound } from './content.ts';
import { MESSAGE, toListed, type ListedMessage, type MessageRow } from './list-messages.ts';
import { done, NOT_FOUND, type Outcome } from './outcome.ts';
import { answerWayOf, type AnswerWay } from './ways.ts';

/** A message with what an operator needs to decide. */
export interface ReadMessage extends ListedMessage {
  /** `null`: this sender cannot be answered. */
  answers: AnswerWay | null;
  /** Reports of the same sender, newest first. */
  reports: { reportId: string; number: string; shortCode: string | null; isSpokenOf: boolean }[];
  /** Anybody may have written it under this address: it speaks for nobody's report. */
  isUnproven: boolean;
  /** Whether it asks to be kept confidential, and whether that can be taken back. */
  confidence: Confidence | null;
  /** The same sender has begun a report that waits for its place. */
  isFiling: boolean;
  /** Messages of the same sender that wait besides this one. */
  othersWaiting: number;
  /** Names of files that came along. */
  files: string[];
}

interface Deps {
  database: Database;
  sealer: Sealer;
  clock: Clock;
  doors: readonly Door[];
}

/** One waiting message. What waits no more looks like what never was. */
export async function readMessage(
  { database, sealer, clock, doors }: Deps,
  id: string,
): Promise<Outcome<ReadMessage>> {
  const [row] = await database.query<MessageRow>(
    'desk-message',
    `${MESSAGE} where i.id = $2 and i.state = 'WAITING_FOR_PERSON'`,
    [clock.now(), id],
  );
  if (!row) return NOT_FOUND;
  const sender = { door: row.door, digest: row.digest };
  const [held, { conversation }, [others], files] = await Promise.all([
    heldReports(database, sealer, sender),
    findConversation(database, sealer, sender),
    database.query<{ count: number }>(
      'desk-messages-of-sender',
      `select count(*)::int as count from inbound where door = $1 and sender = $2 and state = 'WAITING_FOR_PERSON' and id <> $3`,
      [row.door, row.digest, id],
    ),
    filesOf(database, id),
  ]);
  const content = openInbound(sealer, id, row.sealed);
  return done({
    ...toListed(sealer, row),
    answers:
      content && answerWayOf(doors.find(({ channel }) => channel === row.door) ?? null, content.address),
    reports: held.slice(0, 20).map(({ reportId, number, shortCode }) => ({
      reportId,
      number,
      shortCode,
      isSpokenOf: reportId === conversation.reportId,
    })),
    isUnproven:
      content !== null &&
      (isUnproven(content) || isUnknownMail(content, row.door) || isOfAnother(content, row.reason)),
    confidence: content && confidenceOf(content),
    isFiling: conversation.draft !== null,
    othersWaiting: others!.count,
    files: files.map((file) => nameOf(sealer, file)),
  });
}

/** What was left of a mail once said nothing of whose it was. */
const isUnknownMail = ({ mail }: Content, channel: string): boolean => mail == null && channel === 'EMAIL';

/** To the address of a report, and not known to be from its reporter. */
const isOfAnother = ({ mail }: Content, reason: string | null): boolean =>
  mail != null && mail.verdict !== 'PASS' && NOT_PROVEN_BY_ADDRESS.has(reason ?? '');

const NOT_PROVEN_BY_ADDRESS: ReadonlySet<string> = new Set([
  'OTHER_ADDRESS',
  'UNKNOWN_ADDRESS',
  'NOT_TRUSTED',
  'BROKEN_MAIL',
  'GIVEN_UP',
]);

function nameOf(sealer: Sealer, file: Parameters<typeof openFile>[1]): string {
  try {
    return openFile(sealer, file).name;
  } catch {
    return '?';
  }
}

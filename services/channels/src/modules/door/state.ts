import { z } from 'zod';

const region = z.object({ code: z.string(), fullName: z.string() });

/** What is sent to `submitReport`: kept word for word, so that a retry sends the same. */
const submission = z.object({
  submissionKey: z.string(),
  kind: z.literal('COMPLAINT'),
  title: z.string(),
  text: z.string(),
  regionCode: z.string().nullable(),
  reporter: z.object({ phone: z.string() }),
});
export type Submission = z.infer<typeof submission>;

const draft = z.object({
  /** The message that began it: the submission key derives from it. */
  inboundId: z.string(),
  text: z.string(),
  phone: z.string(),
  /** How often the place was asked for. */
  questions: z.number(),
  placeWords: z.string().nullable(),
  choices: z.array(region),
  /** The message that said where, or that there is nothing more to say. */
  placedBy: z.string().nullable(),
  /** Filing has begun with this. */
  submission: submission.nullable(),
});
/** A report that waits for its place. */
export type Draft = z.infer<typeof draft>;

export const conversationShape = z.object({
  draft: draft.nullable(),
  /** The report that was spoken of last. */
  reportId: z.string().nullable(),
  /** When a word that helps nobody who hears it often was said last, by its name (ISO). */
  said: z.record(z.string(), z.string()).default({}),
});
/** What a door and one of its senders are talking about; sealed as it is stored. */
export type Conversation = z.infer<typeof conversationShape>;

export const NOTHING_YET: Conversation = { draft: null, reportId: null, said: {} };

/** A report that a sender filed by the door. */
export interface HeldReport {
  reportId: string;
  /** 8 digits. */
  number: string;
  /** "K1": names it among those of the sender, and opens nothing. */
  shortCode: string;
  accessCode: string;
}

/** A message as the door reads it. */
export interface InboundMessage {
  id: string;
  phone: string;
  text: string;
  at: Date;
  /** What an earlier try began. */
  act: Act | null;
}

export const OPERATIONS = [
  'REPLY',
  'REPLY_PRIVATELY',
  'COMPLETE_DATA',
  'CONFIRM',
  'DISPUTE',
  'RATE',
  'APPEAL',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Something done to a report, noted before it is done. */
export interface Act {
  operation: Operation;
  reportId: string;
}

/** What a door makes of a message, or of a draft whose time is over. */
export interface Turn {
  state: 'DONE' | 'WAITING_FOR_PERSON';
  reason?: string;
  /** What goes back to the sender; `null`: nothing. */
  answer: string | null;
  conversation: Conversation;
  /** Until when a draft waits for its place. */
  dueAt?: Date | null;
  /** A report that could not be filed, or not whole: a person gets its words. */
  left?: Draft;
  /** `true`: no news any more; `false`: news again; absent: as before. */
  stops?: boolean;
}

/** What a door may do for the sender whose message it reads. */
export interface Tools {
  searchRegions(
    words: string,
  ): Promise<
    { code: string; name: string; fullName: string; level: 'PROVINCE' | 'REGENCY' | 'CITY' | 'DISTRICT' }[]
  >;
  /** The reports of the sender, newest first. */
  heldReports(): Promise<HeldReport[]>;
  /** As its reporter sees it now; `null`: number and code open nothing any more. */
  open(report: HeldReport): Promise<OpenedReport | null>;
  /** Files a draft, however often it is tried. A text: what of it the platform does not take. */
  file(conversation: Conversation, draft: Draft, submission: Submission): Promise<HeldReport | string>;
  /** Does something as the reporter, however often it is tried; `false`: it cannot be done now. */
  act(
    message: InboundMessage,
    report: HeldReport,
    operation: Operation,
    values: Record<string, unknown>,
  ): Promise<boolean>;
  /** Derived from the message, so that a retry has it again. */
  keyFor(purpose: string, inboundId: string): string;
}

export const openedShape = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED']),
  isConfidential: z.boolean(),
  missingData: z.string().nullable(),
  handler: z.object({ name: z.string().nullable() }).nullable(),
  history: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      actorKind: z.string(),
      text: z.string().nullable(),
      promisedOn: z.string().nullable(),
      at: z.string(),
      organisation: z.object({ name: z.string().nullable() }).nullable(),
      correctedBy: z.object({ id: z.string() }).nullable(),
    }),
  ),
  viewerCanReply: z.boolean(),
  viewerCanReplyPrivately: z.boolean(),
  viewerCanCompleteData: z.boolean(),
  viewerCanConfirm: z.boolean(),
  viewerCanDispute: z.boolean(),
  viewerCanRate: z.boolean(),
  viewerCanAppeal: z.boolean(),
});
/** A report as its reporter sees it. */
export type OpenedReport = z.infer<typeof openedShape>;

/** A door, whatever comes through it: one folder of `modules` each. */
export interface Door {
  /** The channel of `reports`. */
  channel: string;
  answer(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn>;
  /** What goes back when a person has to read it. */
  forPerson: string;
  /** Nobody said where, for a day. */
  answerNothing(conversation: Conversation, tools: Tools): Promise<Turn>;
}

import { z } from 'zod';
import type { Way } from '../delivery/index.ts';
import type { Fetched } from '../provider/index.ts';

const region = z.object({ code: z.string(), fullName: z.string() });
const point = z.object({ latitude: z.number(), longitude: z.number() });
/** A place on the map, in degrees (WGS84). */
export type Point = z.infer<typeof point>;

/** What is sent to `submitReport`: kept word for word, so that a retry sends the same. */
const submission = z.object({
  submissionKey: z.string(),
  kind: z.literal('COMPLAINT'),
  title: z.string(),
  text: z.string(),
  regionCode: z.string().nullable(),
  reporter: z.record(z.string(), z.string()),
  attachmentIds: z.array(z.string()).optional(),
  point: point.optional(),
  isConfidential: z.literal(true).optional(),
});
export type Submission = z.infer<typeof submission>;

/** Stored before there were other doors: the address was called what it was. */
const addressed = (stored: unknown): unknown => {
  if (typeof stored !== 'object' || stored === null || !('phone' in stored)) return stored;
  const { phone, ...others } = stored;
  return { address: phone, ...others };
};

/** What came in, as it is sealed. */
export const contentShape = z.preprocess(
  addressed,
  z.object({
    /** Where an answer goes, as the door writes it. */
    address: z.string(),
    text: z.string(),
    /** Of a mail: what the address that it went to names, whether it answers another, and what the operator's server found. */
    mail: z
      .object({
        replyToken: z.string().nullable(),
        isReply: z.boolean(),
        verdict: z.enum(['PASS', 'FAIL', 'UNKNOWN']),
      })
      .nullish(),
    /** Of what was said in public: its id, so that it is answered there. */
    postId: z.string().nullish(),
    /** Of a messenger: the provider's names of this message, of ours that it answers, of its sender's own that it changes, and of its album. */
    names: z
      .object({
        own: z.string().nullable(),
        answers: z.string().nullable(),
        changes: z.string().nullable(),
        album: z.string().nullable(),
      })
      .nullish(),
    /** A place that was shared, with what it is called there. */
    place: z.object({ point, words: z.string() }).nullish(),
    /** Of a draft that is left to a person: its sender asked to keep it confidential; the words that asked are cut off already. */
    isConfidential: z.boolean().optional(),
    /** Of a draft that is left to a person and was not filed: what lies with the platform under its submission key, and where it was. */
    draft: z
      .object({ submissionKey: z.string(), attachmentIds: z.array(z.string()), point: point.nullable() })
      .optional(),
  }),
);
export type Content = z.infer<typeof contentShape>;

/** Whether anybody may have written it under this address: a mail that neither its server nor an answer to ours vouches for. */
export const isUnproven = ({ mail }: Pick<Content, 'mail'>): boolean =>
  mail != null && mail.verdict !== 'PASS' && mail.replyToken === null;

const draftShape = z.object({
  /** The message that began it: the submission key derives from it. */
  inboundId: z.string(),
  text: z.string(),
  address: z.string(),
  /** How often the place was asked for. */
  questions: z.number(),
  placeWords: z.string().nullable(),
  choices: z.array(region),
  /** The message that said where, or that there is nothing more to say. */
  placedBy: z.string().nullable(),
  /** Filing has begun with this. */
  submission: submission.nullable(),
  /** Files that were uploaded under its submission key. */
  attachmentIds: z.array(z.string()).default([]),
  /** The provider's name of the message that began it. */
  messageName: z.string().nullable().default(null),
  /** Where, on the map. */
  point: point.nullable().default(null),
  /** It was asked to keep it between the reporter and who is competent. */
  isConfidential: z.boolean().default(false),
  /** Of a mail: whether it is known to come from whoever is reached at the address. */
  verdict: z.enum(['PASS', 'FAIL', 'UNKNOWN']).nullable().default(null),
});
const draft = z.preprocess(addressed, draftShape);
/** A report that waits for its place. */
export type Draft = z.infer<typeof draftShape>;

export const conversationShape = z.object({
  draft: draft.nullable(),
  /** The report that was spoken of last. */
  reportId: z.string().nullable(),
  /** When a word that helps nobody who hears it often was said last, by its name (ISO). */
  said: z.record(z.string(), z.string()).default({}),
  /** Asked back, for the next message: whether this report is solved, until then (ISO). */
  closing: z.object({ reportId: z.string(), until: z.string() }).nullable().default(null),
  /** Asked back, for the next message: whether these words are a report. */
  offered: z.object({ inboundId: z.string(), text: z.string() }).nullable().default(null),
  /** A draft that waits while another is filed that may be anybody's. */
  aside: draft.nullable().default(null),
  /** A place that was shared before there was a report, and when (ISO). */
  spot: z.object({ point, words: z.string(), region, at: z.string() }).nullable().default(null),
});
/** What a door and one of its senders are talking about; sealed as it is stored. */
export type Conversation = z.infer<typeof conversationShape>;

export const NOTHING_YET: Conversation = {
  draft: null,
  reportId: null,
  said: {},
  closing: null,
  offered: null,
  aside: null,
  spot: null,
};

/** A report that a sender filed by the door, or that a mail names. */
export interface HeldReport {
  reportId: string;
  /** 8 digits. */
  number: string;
  /** "K1": names it among those of the sender, and opens nothing. `null`: it was not filed by the door. */
  shortCode: string | null;
  /** What opens it. */
  key: { kind: 'CODE'; accessCode: string } | { kind: 'REPLY'; token: string };
  /** Where its reporter is reached; `null`: it was kept before addresses were. */
  address: string | null;
}

/** A message as the door reads it. */
export interface InboundMessage {
  id: string;
  address: string;
  text: string;
  at: Date;
  /** What an earlier try began. */
  act: Act | null;
  mail: NonNullable<Content['mail']> | null;
  /** Said in public, there. */
  postId: string | null;
  /** The report that it is about, whatever its words say. */
  about: HeldReport | null;
  /** Whether it is known to come from whoever is reached at the address; else nothing is changed for it. */
  isProven: boolean;
  /** Words in which a place may stand. */
  places: readonly string[];
  names: NonNullable<Content['names']> | null;
  /** A place that was shared. */
  place: NonNullable<Content['place']> | null;
}

/** A file that came along. */
export interface IncomingFile {
  name: string;
  content: Buffer;
}

/** A file as a provider tells of it: itself, its name there, or why nobody takes it. */
export type ToldFile = IncomingFile | { name: string; handle: string } | { name: string; refused: string };

/** A file that is not taken, and the code of why. */
export interface RefusedFile {
  name: string;
  reason: string;
}

/** What became of the files of a message. */
export interface Uploaded {
  ids: string[];
  refused: RefusedFile[];
}

/** Opens a report for whoever answers a mail about it. */
export interface ReplyBook {
  /** The report that a reply token names, with the right to it; `null`: none, or none any more. Throws when it cannot be asked now. */
  open(token: string): Promise<{ reportId: string; number: string; grant: string } | null>;
}

/** Whose report a mail names: of its sender, of somebody else, or nobody's. */
export type Named = { kind: 'OWN'; report: HeldReport } | { kind: 'FOREIGN' } | { kind: 'NONE' };

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
  /** The name of an answer that is said once an hour at most. */
  seldom?: string;
  /** The answer goes to what was said in public, for everybody to read. */
  inPublic?: string;
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
  /** The region of a place on the map; `null`: far out at sea, or abroad. */
  regionOf(point: Point): Promise<{ code: string; fullName: string } | null>;
  /** The report of this sender that a message of ours, or of theirs, was about; `null`: none, or nobody knows any more. */
  meant(messageName: string): Promise<HeldReport | null>;
  /** Uploads what came along with a message, once, however often it is tried; `most` of them at most. */
  upload(
    message: Pick<InboundMessage, 'id'>,
    owner: { submissionKey: string } | { report: HeldReport },
    most?: number,
  ): Promise<Uploaded>;
  /** Whether files came along that may be taken. */
  hasFiles(message: Pick<InboundMessage, 'id'>): Promise<boolean>;
  /** Those that are surely not taken. */
  refusedFiles(message: Pick<InboundMessage, 'id'>): Promise<RefusedFile[]>;
  /** What `submitReport` is told of a sender. */
  reporterAt(address: string): Record<string, string>;
  /** The report that the address of a mail names. */
  named(replyToken: string, address: string): Promise<Named>;
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

/** What is done with a message before it is read. */
export interface Admission {
  /** Where its sender is reached, written in one way only. */
  address: string;
  state: 'RECEIVED' | 'WAITING_FOR_PERSON' | 'REFUSED';
  reason: string | null;
}

/** A door, whatever comes through it: one folder of `modules` each. */
export interface Door {
  /** The channel of `reports`. */
  channel: string;
  /** By what it answers. */
  way: Way;
  /** Who wrote, and whether it is read at all. */
  admit(from: string): Admission;
  /** What `submitReport` is told of a sender. */
  reporterAt(address: string): Record<string, string>;
  answer(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn>;
  /** Whether it depends on nothing that was said before: it is read although an earlier message cannot be worked off now. */
  passes(content: Content): boolean;
  /** What goes back when a person has to read it. */
  forPerson: string;
  /** Fetches a file that lies with the provider, by its name there; absent: all files come with their messages. */
  fetchFile?: (handle: string) => Promise<Fetched & { isResting?: boolean }>;
  /** What goes back while files cannot be had, and when a person reads a message without them. */
  filesLater?: string;
  filesMissing?(names: readonly string[]): string;
  /** Nobody said where, for a day. */
  answerNothing(conversation: Conversation, tools: Tools): Promise<Turn>;
  /** What a message of the platform quotes of a report. */
  wordsOf(report: OpenedReport, template: string): string | null;
  /** Of a door by mail: what stands above an answer, and what proves who answers it. */
  letterTo?(address: string): { subject: string; replyToken: string };
}

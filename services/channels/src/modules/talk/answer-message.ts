import type { Content, Conversation, Door, Draft, InboundMessage, Tools, Turn } from '../door/index.ts';
import { actOnReport } from './act-on-report.ts';
import { createFiling } from './filing.ts';
import type { Manner } from './manner.ts';
import {
  asksForConfidence,
  isYes,
  understandMessage,
  withConfidence,
  type Wish,
} from './understand-message.ts';
import { createWords, type Words } from './words.ts';

/** Fewer words than these are no report that it would be worth asking about. */
const LEAST_TO_OFFER = 25;

/** What helps whoever reads it once; a machine that answers whatever it gets would get it for ever. */
const SAID_SELDOM = [
  'forPerson',
  'help',
  'notFound',
  'noReport',
  'fileThis',
  'nothingToRead',
  'changedTooLate',
  'confideHow',
  'confideLater',
] as const;
const SELDOM_MINUTES = 60;

/** What a door may want done with a message whatever its words say. */
export interface Reading {
  /** A mail of its own is a report; a reply to what we wrote is a word about it. */
  as?: 'REPORT' | 'REPLY';
}

/** Depends on nothing that was said before. */
type FreeWish = Extract<Wish, { kind: 'STOP' | 'START' | 'HELP' }>;
type BoundWish = Exclude<Wish, FreeWish>;
const isFree = (wish: Wish): wish is FreeWish =>
  wish.kind === 'STOP' || wish.kind === 'START' || wish.kind === 'HELP';

/** How a door talks with those who write to it. */
export interface Talk extends Pick<
  Door,
  'forPerson' | 'filesLater' | 'filesMissing' | 'answerNothing' | 'passes'
> {
  words: Words;
  /** Reads a message and says what goes back. */
  answer(message: InboundMessage, before: Conversation, tools: Tools, reading?: Reading): Promise<Turn>;
}

/** The talk that all doors have, in the manner of one. */
export function createTalk(manner: Manner): Talk {
  const words = createWords(manner);

  const leaveToPerson = (
    conversation: Conversation,
    reason: string,
    said: string = words.forPerson,
  ): Turn => ({ state: 'WAITING_FOR_PERSON', reason, answer: said, conversation });

  const filing = createFiling(manner, words, leaveToPerson);

  async function answer(message: InboundMessage, before: Conversation, tools: Tools, reading: Reading = {}) {
    const turn = await answerTo(message, before, tools, reading);
    const name = turn.seldom ?? SAID_SELDOM.find((known) => words[known] === turn.answer);
    // Of a report that could not be filed its sender is always told.
    if (!name || turn.left) return turn;
    const { said } = turn.conversation;
    const since = message.at.getTime() - SELDOM_MINUTES * 60_000;
    if (Date.parse(said[name] ?? '') > since) return { ...turn, answer: null };
    return {
      ...turn,
      conversation: { ...turn.conversation, said: { ...said, [name]: message.at.toISOString() } },
    };
  }

  async function answerTo(
    received: InboundMessage,
    before: Conversation,
    tools: Tools,
    reading: Reading,
  ): Promise<Turn> {
    const message = await withMeant(received, tools);
    const wish = wishOf(message, reading);
    // What depends on nothing is not held up by a filing that cannot be finished now.
    if (isFree(wish)) return answerFree(message, before, wish);
    let conversation = before;
    if (conversation.draft?.submission) {
      // A filing that was begun is finished first.
      const { placedBy } = conversation.draft;
      const turn = await filing.finish(conversation, conversation.draft, tools);
      if (placedBy === message.id || turn.state === 'WAITING_FOR_PERSON') return turn;
      conversation = turn.conversation;
    }
    if (message.isProven) return answerProven(message, conversation, tools, wish);
    // Whoever may be anybody answers no question, and neither ends nor changes what waits.
    const { draft, closing, offered, reportId } = conversation;
    const seen = { ...conversation, draft: null, closing: null, offered: null, aside: draft };
    const turn = await answerUnproven(message, seen, tools, wish);
    return {
      ...turn,
      conversation: {
        ...turn.conversation,
        // It may be asked to keep what waits confidential, and nothing else.
        ...(draft ? { draft: turn.conversation.aside ?? draft, reportId } : {}),
        closing,
        offered,
        aside: null,
      },
    };
  }

  function answerFree({ isProven }: InboundMessage, before: Conversation, wish: FreeWish): Turn {
    // A question is for the next message alone.
    const conversation = isProven ? { ...before, closing: null, offered: null } : before;
    const done = (said: string): Turn => ({ state: 'DONE', answer: said, conversation });
    if (wish.kind === 'HELP') return done(words.help);
    if (!isProven) return { ...done(words.proveHere), seldom: 'proveHere' };
    return wish.kind === 'STOP'
      ? { ...done(words.stopped), stops: true }
      : { ...done(words.started), stops: false };
  }

  async function answerProven(
    message: InboundMessage,
    before: Conversation,
    tools: Tools,
    wish: BoundWish,
  ): Promise<Turn> {
    const { closing, offered } = before;
    // A question is for the next message alone.
    const conversation = { ...before, closing: null, offered: null };
    if (isYes(message.text)) {
      const isOfOther = message.about !== null && message.about.reportId !== closing?.reportId;
      const isInTime = closing !== null && !isOfOther && Date.parse(closing.until) > message.at.getTime();
      if (message.act?.operation === 'CONFIRM' || isInTime) {
        const about = { ...conversation, reportId: closing?.reportId ?? conversation.reportId };
        const sure = { kind: 'SOLVED', report: null, isSure: true } as const;
        const turn = await actOnReport({ ...message, about: null }, sure, about, tools, words);
        if (turn) return turn;
      }
      if (offered) {
        const first = { ...message, id: offered.inboundId, names: null };
        const told = withConfidence({ kind: 'FILE', text: offered.text });
        if (told.kind === 'FILE') return filing.begin(first, told, conversation, tools);
      }
    }
    if (message.place) return filing.shared(message, conversation, tools);
    if (message.names?.changes) {
      const turn = answerChange(message.names.changes, conversation, wish);
      if (turn) return turn;
    }
    if (message.text === '') return filing.files(message, conversation, tools);
    switch (wish.kind) {
      case 'FILE':
        return filing.begin(message, wish, conversation, tools);
      case 'CONFIDE':
        return confide(message, conversation);
      case 'WORDS':
        if (conversation.draft)
          return placeIn(message, conversation, conversation.draft, wish.isConfidential === true, tools);
        if (!manner.offersFiling || wish.text.length < LEAST_TO_OFFER)
          return leaveToPerson(conversation, 'NOT_UNDERSTOOD');
        return leaveToPerson(
          { ...conversation, offered: { inboundId: message.id, text: wish.text } },
          'NOT_UNDERSTOOD',
          words.fileThis,
        );
      default:
        return (
          (await actOnReport(message, wish, conversation, tools, words)) ??
          (conversation.draft && wish.kind === 'NOT_SOLVED'
            ? filing.place(message, conversation, conversation.draft, tools)
            : leaveToPerson(conversation, wish.kind))
        );
    }
  }

  /** A message of the sender's own was changed. `null`: it is read like a new one. */
  function answerChange(name: string, conversation: Conversation, wish: BoundWish): Turn | null {
    const { draft } = conversation;
    if (draft && (draft.messageName !== name || wish.kind === 'CONFIDE')) return null;
    if (!draft || !('text' in wish) || wish.text === '')
      return { state: 'DONE', answer: words.changedTooLate, conversation };
    const isConfidential = draft.isConfidential || ('isConfidential' in wish && wish.isConfidential === true);
    const changed = { ...conversation, draft: { ...draft, text: wish.text, isConfidential } };
    return { state: 'DONE', answer: words.textChanged, conversation: changed };
  }

  /** Words while a draft waits for its place: they may ask for confidence besides. */
  async function placeIn(
    message: InboundMessage,
    conversation: Conversation,
    draft: Draft,
    asksToConfide: boolean,
    tools: Tools,
  ): Promise<Turn> {
    if (!asksToConfide) return filing.place(message, conversation, draft, tools);
    const closed = { ...draft, isConfidential: true };
    const turn = await filing.place(message, { ...conversation, draft: closed }, closed, tools);
    return turn.answer === words.askPlaceAgain ? { ...turn, answer: words.inConfidence } : turn;
  }

  function confide(message: InboundMessage, conversation: Conversation): Turn {
    const { draft } = conversation;
    return draft
      ? {
          state: 'DONE',
          answer: words.inConfidence,
          conversation: { ...conversation, draft: { ...draft, isConfidential: true } },
        }
      : confideLater(message, conversation);
  }

  /** A person looks at a report that was filed open; without one it is said how a closed one is filed. */
  function confideLater({ about }: InboundMessage, conversation: Conversation): Turn {
    return about || conversation.reportId
      ? leaveToPerson(conversation, 'CONFIDE', words.confideLater)
      : { state: 'DONE', answer: words.confideHow, conversation };
  }

  /** A mail from an address that anybody can write into one: it files and asks, and changes nothing. */
  async function answerUnproven(
    message: InboundMessage,
    conversation: Conversation,
    tools: Tools,
    wish: BoundWish,
  ): Promise<Turn> {
    if (message.text === '') return filing.files(message, conversation, tools);
    if (wish.kind === 'FILE') return filing.begin(message, wish, conversation, tools);
    // Nothing that was begun is changed by whoever may be anybody.
    if (wish.kind === 'CONFIDE') return confideLater(message, conversation);
    const waits = conversation.aside !== null;
    const prove: Turn = { state: 'DONE', answer: words.proveHere, seldom: 'proveHere', conversation };
    if (wish.kind === 'WORDS') return waits ? prove : leaveToPerson(conversation, 'NOT_UNDERSTOOD');
    const turn = await actOnReport(message, wish, conversation, tools, words);
    return turn ?? (waits ? prove : leaveToPerson(conversation, wish.kind));
  }

  /** Nobody said where: filed as it is. */
  async function answerNothing(conversation: Conversation, tools: Tools): Promise<Turn> {
    const { draft } = conversation;
    return draft
      ? filing.finish(conversation, draft, tools)
      : { state: 'DONE', answer: null, conversation, dueAt: null };
  }

  const passes = ({ text }: Content) => isFree(understandMessage(text));
  const { forPerson, filesLater, filesMissing } = words;
  return { words, forPerson, filesLater, filesMissing, answer, answerNothing, passes };
}

/** Whoever answers a message of ours means its report, where it had one. */
async function withMeant(message: InboundMessage, tools: Tools): Promise<InboundMessage> {
  const answered = message.names?.answers ?? null;
  if (answered === null || message.about) return message;
  return { ...message, about: await tools.meant(answered) };
}

function wishOf({ text, about, names }: InboundMessage, { as }: Reading): Wish {
  if (as === 'REPORT')
    return { kind: 'FILE', text, ...(asksForConfidence(text) ? { isConfidential: true as const } : {}) };
  const wish = understandMessage(text);
  const isReply = about !== null && text !== '';
  // In a messenger only words that are no command of their own are about what they answer.
  if (isReply && names?.answers && wish.kind === 'WORDS' && !isYes(text))
    return { kind: 'REPLY', report: null, text };
  if (as !== 'REPLY') return withConfidence(wish);
  // Whoever answers what we wrote about a report means that report, and begins no other.
  const isWord = wish.kind === 'WORDS' || wish.kind === 'FILE' || wish.kind === 'HELP';
  return isWord && about ? { kind: 'REPLY', report: null, text } : withConfidence(wish);
}

import type {
  Content,
  Conversation,
  Door,
  Draft,
  HeldReport,
  InboundMessage,
  Tools,
  Turn,
} from '../door/index.ts';
import { actOnReport } from './act-on-report.ts';
import type { Manner } from './manner.ts';
import { proposeText, proposeTitle } from './propose-title.ts';
import { choiceIn, isYes, understandMessage, type Wish } from './understand-message.ts';
import { understandPlace } from './understand-place.ts';
import { createWords, type Words } from './words.ts';

/** So long a report waits for its place, then it is filed without; with files less, because those are kept for a day. */
const PLACE_HOURS = 24;
const PLACE_HOURS_WITH_FILES = 12;
/** The place is asked for so often at most. */
const MOST_QUESTIONS = 2;
/** As many as a report takes. */
const MOST_FILES = 5;
/** Fewer words than these are no report that it would be worth asking about. */
const LEAST_TO_OFFER = 25;

/** What helps whoever reads it once; a machine that answers whatever it gets would get it for ever. */
const SAID_SELDOM = ['forPerson', 'help', 'notFound', 'noReport', 'fileThis', 'nothingToRead'] as const;
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
export interface Talk extends Pick<Door, 'forPerson' | 'answerNothing' | 'passes'> {
  words: Words;
  /** Reads a message and says what goes back. */
  answer(message: InboundMessage, before: Conversation, tools: Tools, reading?: Reading): Promise<Turn>;
}

/** The talk that all doors have, in the manner of one. */
export function createTalk(manner: Manner): Talk {
  const words = createWords(manner);
  const { door } = manner;

  const leaveToPerson = (
    conversation: Conversation,
    reason: string,
    said: string = words.forPerson,
  ): Turn => ({ state: 'WAITING_FOR_PERSON', reason, answer: said, conversation });

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
    message: InboundMessage,
    before: Conversation,
    tools: Tools,
    reading: Reading,
  ): Promise<Turn> {
    const wish = wishOf(message, reading);
    // What depends on nothing is not held up by a filing that cannot be finished now.
    if (isFree(wish)) return answerFree(message, before, wish);
    let conversation = before;
    if (conversation.draft?.submission) {
      // A filing that was begun is finished first.
      const { placedBy } = conversation.draft;
      const turn = await fileDraft(conversation, conversation.draft, tools);
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
        ...(draft ? { draft, reportId } : {}),
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
      const isInTime = closing !== null && Date.parse(closing.until) > message.at.getTime();
      if (message.act?.operation === 'CONFIRM' || isInTime) {
        const about = { ...conversation, reportId: closing?.reportId ?? conversation.reportId };
        const sure = { kind: 'SOLVED', report: null, isSure: true } as const;
        const turn = await actOnReport({ ...message, about: null }, sure, about, tools, words);
        if (turn) return turn;
      }
      if (offered) return begin({ ...message, id: offered.inboundId }, offered.text, conversation, tools);
    }
    if (message.text === '') return answerFiles(message, conversation, tools);
    switch (wish.kind) {
      case 'FILE':
        return begin(message, wish.text, conversation, tools);
      case 'WORDS':
        if (conversation.draft) return place(message, conversation, conversation.draft, tools);
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
            ? place(message, conversation, conversation.draft, tools)
            : leaveToPerson(conversation, wish.kind))
        );
    }
  }

  /** A mail from an address that anybody can write into one: it files and asks, and changes nothing. */
  async function answerUnproven(
    message: InboundMessage,
    conversation: Conversation,
    tools: Tools,
    wish: BoundWish,
  ): Promise<Turn> {
    if (message.text === '') return answerFiles(message, conversation, tools);
    if (wish.kind === 'FILE') return begin(message, wish.text, conversation, tools);
    const waits = conversation.aside !== null;
    const prove: Turn = { state: 'DONE', answer: words.proveHere, seldom: 'proveHere', conversation };
    if (wish.kind === 'WORDS') return waits ? prove : leaveToPerson(conversation, 'NOT_UNDERSTOOD');
    const turn = await actOnReport(message, wish, conversation, tools, words);
    return turn ?? (waits ? prove : leaveToPerson(conversation, wish.kind));
  }

  /** Files without a word: of the report that waits for its place, else of the one that was spoken of last. */
  async function answerFiles(
    message: InboundMessage,
    conversation: Conversation,
    tools: Tools,
  ): Promise<Turn> {
    if (!(await tools.hasFiles(message))) return { state: 'DONE', answer: words.nothingToRead, conversation };
    const { draft } = conversation;
    if (!draft) {
      const reply = { kind: 'REPLY', report: null, text: `Lampiran lewat ${door}.` } as const;
      const turn = await actOnReport(message, reply, conversation, tools, words);
      return turn ?? leaveToPerson(conversation, 'NOT_UNDERSTOOD');
    }
    const submissionKey = tools.keyFor('submission', draft.inboundId);
    const files = await tools.upload(message, { submissionKey });
    const attachmentIds = [...draft.attachmentIds, ...files.ids].slice(0, MOST_FILES);
    const refused = files.refused.length > 0;
    return {
      state: 'DONE',
      answer: refused ? words.filesRefused(words.askPlace, files.refused) : words.askPlace,
      conversation: { ...conversation, draft: { ...draft, attachmentIds } },
    };
  }

  /** Nobody said where: filed as it is. */
  async function answerNothing(conversation: Conversation, tools: Tools): Promise<Turn> {
    const { draft } = conversation;
    return draft
      ? fileDraft(conversation, draft, tools)
      : { state: 'DONE', answer: null, conversation, dueAt: null };
  }

  /** A new report; one that still waits for its place is filed before it. */
  async function begin(
    message: InboundMessage,
    text: string,
    conversation: Conversation,
    tools: Tools,
  ): Promise<Turn> {
    // Sent again by an impatient hand: it waits for its place already.
    const seldom = message.isProven ? {} : { seldom: 'askPlace' };
    if ((conversation.draft ?? conversation.aside)?.text === text)
      return { state: 'DONE', answer: words.askPlace, ...seldom, conversation };
    let earlier: string | null = null;
    let reportId = conversation.reportId;
    if (conversation.draft) {
      const turn = await fileDraft(conversation, conversation.draft, tools);
      if (turn.state === 'WAITING_FOR_PERSON') return turn;
      earlier = turn.answer;
      reportId = turn.conversation.reportId;
    }
    const submissionKey = tools.keyFor('submission', message.id);
    const files = await tools.upload(message, { submissionKey });
    const draft: Draft = {
      inboundId: message.id,
      text,
      address: message.address,
      questions: 1,
      placeWords: null,
      choices: [],
      placedBy: null,
      submission: null,
      attachmentIds: files.ids,
    };
    const begun = { ...conversation, draft: null, reportId };
    const told = (said: string) => (earlier === null ? said : `${earlier}\n${said}`);
    const plain = message.places.length > 0 ? await plainPlace(message.places, tools) : null;
    // Another waits for its place: one question at a time.
    if (plain || conversation.aside) {
      const choices = plain ? [{ code: plain.code, fullName: plain.fullName }] : [];
      const turn = await fileDraft(
        begun,
        { ...draft, placedBy: message.id, choices },
        tools,
        plain?.code ?? null,
      );
      return turn.answer === null ? turn : { ...turn, answer: told(turn.answer) };
    }
    const hours = files.ids.length > 0 ? PLACE_HOURS_WITH_FILES : PLACE_HOURS;
    const { refused } = files;
    const without = message.isProven
      ? words.filesRefused(words.askPlace, refused)
      : words.someFilesRefused(words.askPlace, refused.length);
    return {
      state: 'DONE',
      answer: told(refused.length > 0 ? without : words.askPlace),
      ...seldom,
      conversation: { ...begun, draft },
      dueAt: new Date(message.at.getTime() + hours * 3_600_000),
      ...(message.isProven ? { stops: false } : {}),
    };
  }

  /** Where it happened, in free words or by a figure. */
  async function place(
    { id, text }: InboundMessage,
    conversation: Conversation,
    draft: Draft,
    tools: Tools,
  ): Promise<Turn> {
    const choice = choiceIn(text, draft.choices.length);
    if (choice !== null) {
      const { code } = draft.choices[choice - 1]!;
      return fileDraft(conversation, { ...draft, placedBy: id }, tools, code);
    }
    const said = { ...draft, placeWords: [draft.placeWords, text].filter(Boolean).join('; ') };
    const found = await understandPlace(text, (search) => tools.searchRegions(search));
    if (found.kind === 'ONE') {
      const { code, fullName } = found.region;
      return fileDraft(conversation, { ...said, placedBy: id, choices: [{ code, fullName }] }, tools, code);
    }
    if (draft.questions >= MOST_QUESTIONS)
      // Its words go along: the desk reads them.
      return fileDraft(conversation, { ...said, placedBy: id }, tools);
    const choices =
      found.kind === 'SOME' ? found.regions.map(({ code, fullName }) => ({ code, fullName })) : [];
    return {
      state: 'DONE',
      answer: choices.length > 0 ? words.choosePlace(choices) : words.askPlaceAgain,
      conversation: { ...conversation, draft: { ...said, choices, questions: draft.questions + 1 } },
    };
  }

  /** Files a draft; the conversation goes on about its report. */
  async function fileDraft(
    conversation: Conversation,
    draft: Draft,
    tools: Tools,
    regionCode: string | null = null,
  ): Promise<Turn> {
    const { text, placeWords, attachmentIds } = draft;
    const proposed = proposeText(text, placeWords, door);
    const submission = draft.submission ?? {
      submissionKey: tools.keyFor('submission', draft.inboundId),
      kind: 'COMPLAINT' as const,
      title: proposeTitle(text, door),
      text: proposed.text,
      regionCode,
      reporter: tools.reporterAt(draft.address),
      ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
    };
    const filed: HeldReport | string = await tools.file(conversation, draft, submission);
    const { aside } = conversation;
    const without = { ...conversation, draft: aside, aside: null };
    const due = aside ? {} : { dueAt: null };
    if (typeof filed === 'string')
      return {
        ...leaveToPerson(without, `NOT_TAKEN ${filed}`.slice(0, 200)),
        ...due,
        left: draft,
      };
    const where = draft.choices.find(({ code }) => code === submission.regionCode)?.fullName ?? null;
    return {
      state: 'DONE',
      answer: words.filed(filed, where),
      conversation: { ...without, reportId: filed.reportId },
      ...due,
      // What did not fit is read by a person.
      ...(proposed.isWhole ? {} : { reason: 'TOO_LONG', left: draft }),
    };
  }

  const passes = ({ text }: Content) => isFree(understandMessage(text));
  return { words, forPerson: words.forPerson, answer, answerNothing, passes };
}

/** The place that a text names where it is plain: one, and no other is as likely. */
async function plainPlace(places: readonly string[], tools: Tools) {
  for (const words of places) {
    const found = await understandPlace(words, (search) => tools.searchRegions(search));
    if (found.kind === 'ONE') return found.region;
  }
  return null;
}

function wishOf({ text, about }: InboundMessage, { as }: Reading): Wish {
  if (as === 'REPORT') return { kind: 'FILE', text };
  const wish = understandMessage(text);
  if (as !== 'REPLY') return wish;
  // Whoever answers what we wrote about a report means that report, and begins no other.
  const isWord = wish.kind === 'WORDS' || wish.kind === 'FILE' || wish.kind === 'HELP';
  return isWord && about ? { kind: 'REPLY', report: null, text } : wish;
}

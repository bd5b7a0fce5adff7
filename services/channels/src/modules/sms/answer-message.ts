import {
  type Conversation,
  type Draft,
  type HeldReport,
  type InboundMessage,
  type Submission,
  type Tools,
  type Turn,
} from '../door/index.ts';
import { actOnReport } from './act-on-report.ts';
import { proposeText, proposeTitle } from './propose-title.ts';
import { choiceIn, understandMessage } from './understand-message.ts';
import { understandPlace } from './understand-place.ts';
import { words } from './words.ts';

/** So long a report waits for its place, then it is filed without. */
const PLACE_HOURS = 24;
/** The place is asked for so often at most. */
const MOST_QUESTIONS = 2;

const leaveToPerson = (
  conversation: Conversation,
  reason: string,
  answer: string = words.forPerson,
): Turn => ({
  state: 'WAITING_FOR_PERSON',
  reason,
  answer,
  conversation,
});

/** What helps whoever reads it once; a machine that answers whatever it gets would get it for ever. */
const SAID_SELDOM = ['forPerson', 'help', 'notFound', 'noReport'] as const;
const SELDOM_MINUTES = 60;

/** Reads a short message and says what goes back. */
export async function answerMessage(
  message: InboundMessage,
  before: Conversation,
  tools: Tools,
): Promise<Turn> {
  const turn = await answerTo(message, before, tools);
  const name = SAID_SELDOM.find((known) => words[known] === turn.answer);
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

async function answerTo(message: InboundMessage, before: Conversation, tools: Tools): Promise<Turn> {
  let conversation = before;
  if (conversation.draft?.submission) {
    // A filing that was begun is finished first.
    const { placedBy } = conversation.draft;
    const turn = await fileDraft(conversation, conversation.draft, tools);
    if (placedBy === message.id || turn.state === 'WAITING_FOR_PERSON') return turn;
    conversation = turn.conversation;
  }
  const wish = understandMessage(message.text);
  const done = (answer: string): Turn => ({ state: 'DONE', answer, conversation });
  switch (wish.kind) {
    case 'FILE':
      return begin(message, wish.text, conversation, tools);
    case 'HELP':
      return done(words.help);
    case 'STOP':
      return { ...done(words.stopped), stops: true };
    case 'START':
      return { ...done(words.started), stops: false };
    case 'WORDS':
      return conversation.draft
        ? place(message, conversation, conversation.draft, tools)
        : leaveToPerson(conversation, 'NOT_UNDERSTOOD');
    default:
      return (
        (await actOnReport(message, wish, conversation, tools)) ??
        (conversation.draft && wish.kind === 'NOT_SOLVED'
          ? place(message, conversation, conversation.draft, tools)
          : leaveToPerson(conversation, wish.kind))
      );
  }
}

/** Nobody said where: filed as it is. */
export async function answerNothing(conversation: Conversation, tools: Tools): Promise<Turn> {
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
  if (conversation.draft?.text === text) return { state: 'DONE', answer: words.askPlace, conversation };
  let earlier: string | null = null;
  let reportId = conversation.reportId;
  if (conversation.draft) {
    const turn = await fileDraft(conversation, conversation.draft, tools);
    if (turn.state === 'WAITING_FOR_PERSON') return turn;
    earlier = turn.answer;
    reportId = turn.conversation.reportId;
  }
  const draft: Draft = {
    inboundId: message.id,
    text,
    phone: message.phone,
    questions: 1,
    placeWords: null,
    choices: [],
    placedBy: null,
    submission: null,
  };
  return {
    state: 'DONE',
    answer: earlier === null ? words.askPlace : `${earlier}\n${words.askPlace}`,
    conversation: { ...conversation, draft, reportId },
    dueAt: new Date(message.at.getTime() + PLACE_HOURS * 3_600_000),
    stops: false,
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
  const submission = draft.submission ?? submissionOf(draft, regionCode, tools);
  const filed: HeldReport | string = await tools.file(conversation, draft, submission);
  const without = { ...conversation, draft: null };
  if (typeof filed === 'string')
    return { ...leaveToPerson(without, `NOT_TAKEN ${filed}`.slice(0, 200)), dueAt: null, left: draft };
  const where = draft.choices.find(({ code }) => code === submission.regionCode)?.fullName ?? null;
  return {
    state: 'DONE',
    answer: words.filed(filed, where),
    conversation: { ...without, reportId: filed.reportId },
    dueAt: null,
    // What did not fit is read by a person.
    ...(proposeText(draft.text, draft.placeWords).isWhole ? {} : { reason: 'TOO_LONG', left: draft }),
  };
}

const submissionOf = (
  { inboundId, text, phone, placeWords }: Draft,
  regionCode: string | null,
  tools: Tools,
): Submission => ({
  submissionKey: tools.keyFor('submission', inboundId),
  kind: 'COMPLAINT',
  title: proposeTitle(text),
  text: proposeText(text, placeWords).text,
  regionCode,
  reporter: { phone },
});

import type { Conversation, Draft, HeldReport, InboundMessage, Tools, Turn } from '../door/index.ts';
import { actOnReport } from './act-on-report.ts';
import type { Manner } from './manner.ts';
import { proposeText, proposeTitle } from './propose-title.ts';
import { choiceIn, isSameReport } from './understand-message.ts';
import { understandPlace } from './understand-place.ts';
import type { Words } from './words.ts';

/** So long a report waits for its place, then it is filed without; with files less, because those are kept for a day. */
const PLACE_HOURS = 24;
const PLACE_HOURS_WITH_FILES = 12;
/** The place is asked for so often at most. */
const MOST_QUESTIONS = 2;
/** As many as a report takes. */
const MOST_FILES = 5;
/** A place that was shared belongs to the report that follows within so long. */
const SPOT_MINUTES = 60;

/** What somebody reports, as a message says it. */
export interface Told {
  text: string;
  isConfidential?: boolean;
}

/** How a report comes about: words first, then files and the place, in any order that a person would send them in. */
export interface Filing {
  /** A new report; one that still waits for its place is filed before it. */
  begin(message: InboundMessage, told: Told, conversation: Conversation, tools: Tools): Promise<Turn>;
  /** Where it happened, in free words or by a figure. */
  place(message: InboundMessage, conversation: Conversation, draft: Draft, tools: Tools): Promise<Turn>;
  /** Where it happened, on the map. */
  shared(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn>;
  /** Files without a word: of the report that waits for its place, else of the one that was spoken of last. */
  files(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn>;
  /** Files a draft; the conversation goes on about its report. */
  finish(conversation: Conversation, draft: Draft, tools: Tools, regionCode?: string | null): Promise<Turn>;
}

export function createFiling(
  { door }: Pick<Manner, 'door'>,
  words: Words,
  leaveToPerson: (conversation: Conversation, reason: string) => Turn,
): Filing {
  const done = (answer: string, conversation: Conversation): Turn => ({
    state: 'DONE',
    answer,
    conversation,
  });

  async function files(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn> {
    if (!(await tools.hasFiles(message))) {
      const none = await tools.refusedFiles(message);
      return done(none.length > 0 ? words.noFileTaken(none) : words.nothingToRead, conversation);
    }
    const { draft } = conversation;
    if (!draft) {
      const reply = { kind: 'REPLY', report: null, text: `Lampiran lewat ${door}.` } as const;
      const turn = await actOnReport(message, reply, conversation, tools, words);
      return turn ?? leaveToPerson(conversation, 'NOT_UNDERSTOOD');
    }
    const submissionKey = tools.keyFor('submission', draft.inboundId);
    const most = MOST_FILES - draft.attachmentIds.length;
    const uploaded = await tools.upload(message, { submissionKey }, most);
    const attachmentIds = [...draft.attachmentIds, ...uploaded.ids].slice(0, MOST_FILES);
    const { refused } = uploaded;
    const turn = done(words.filesKept, { ...conversation, draft: { ...draft, attachmentIds } });
    // Whoever sends several hears of the first, and of what is not taken.
    if (refused.length === 0) return { ...turn, seldom: 'files' };
    const answer = uploaded.ids.length > 0 ? words.filesKept : words.askPlace;
    return { ...turn, answer: words.filesRefused(answer, refused) };
  }

  async function begin(
    message: InboundMessage,
    { text, isConfidential = false }: Told,
    conversation: Conversation,
    tools: Tools,
  ): Promise<Turn> {
    // Sent again by an impatient hand: it waits for its place already.
    const seldom = message.isProven ? {} : { seldom: 'askPlace' };
    const waiting = conversation.draft ?? conversation.aside;
    if (waiting && isSameReport(waiting.text, text)) {
      if (!isConfidential) return { state: 'DONE', answer: words.askPlace, ...seldom, conversation };
      const closed = { ...waiting, isConfidential };
      return {
        state: 'DONE',
        answer: words.inConfidence,
        ...(message.isProven ? {} : { seldom: 'inConfidence' }),
        conversation: { ...conversation, ...(conversation.draft ? { draft: closed } : { aside: closed }) },
      };
    }
    let earlier: string | null = null;
    let reportId = conversation.reportId;
    if (conversation.draft) {
      const turn = await finish(conversation, conversation.draft, tools);
      if (turn.state === 'WAITING_FOR_PERSON') return turn;
      earlier = turn.answer;
      reportId = turn.conversation.reportId;
    }
    const submissionKey = tools.keyFor('submission', message.id);
    const { ids, refused } = await tools.upload(message, { submissionKey }, MOST_FILES);
    const spot = spotFor(message, conversation);
    const draft: Draft = {
      inboundId: message.id,
      text,
      address: message.address,
      questions: 1,
      placeWords: spot?.words || null,
      choices: [],
      placedBy: null,
      submission: null,
      attachmentIds: ids,
      messageName: message.names?.own ?? null,
      point: spot?.point ?? null,
      isConfidential,
      verdict: message.mail && (message.isProven ? 'PASS' : message.mail.verdict),
    };
    const said = { ...conversation.said, files: '' };
    const begun = { ...conversation, draft: null, reportId, spot: null, said };
    const told = (answer: string) => {
      const whole = earlier === null ? answer : `${earlier}\n${answer}`;
      if (refused.length === 0) return whole;
      return message.isProven
        ? words.filesRefused(whole, refused)
        : words.someFilesRefused(whole, refused.length);
    };
    const plain =
      spot?.region ?? (message.places.length > 0 ? await plainPlace(message.places, tools) : null);
    // Another waits for its place: one question at a time.
    if (plain || conversation.aside) {
      const choices = plain ? [{ code: plain.code, fullName: plain.fullName }] : [];
      const turn = await finish(
        begun,
        { ...draft, placedBy: message.id, choices },
        tools,
        plain?.code ?? null,
      );
      return turn.answer === null ? turn : { ...turn, answer: told(turn.answer) };
    }
    const hours = ids.length > 0 ? PLACE_HOURS_WITH_FILES : PLACE_HOURS;
    return {
      state: 'DONE',
      answer: told(isConfidential ? words.inConfidence : words.askPlace),
      ...seldom,
      conversation: { ...begun, draft },
      dueAt: new Date(message.at.getTime() + hours * 3_600_000),
      ...(message.isProven ? { stops: false } : {}),
    };
  }

  async function place(
    { id, text }: InboundMessage,
    conversation: Conversation,
    draft: Draft,
    tools: Tools,
  ): Promise<Turn> {
    const choice = choiceIn(text, draft.choices.length);
    if (choice !== null) {
      const { code } = draft.choices[choice - 1]!;
      return finish(conversation, { ...draft, placedBy: id }, tools, code);
    }
    const said = { ...draft, placeWords: [draft.placeWords, text].filter(Boolean).join('; ') };
    const found = await understandPlace(text, (search) => tools.searchRegions(search));
    if (found.kind === 'ONE') {
      const { code, fullName } = found.region;
      return finish(conversation, { ...said, placedBy: id, choices: [{ code, fullName }] }, tools, code);
    }
    if (draft.questions >= MOST_QUESTIONS)
      // Its words go along: the desk reads them.
      return finish(conversation, { ...said, placedBy: id }, tools);
    const choices =
      found.kind === 'SOME' ? found.regions.map(({ code, fullName }) => ({ code, fullName })) : [];
    return done(choices.length > 0 ? words.choosePlace(choices) : words.askPlaceAgain, {
      ...conversation,
      draft: { ...said, choices, questions: draft.questions + 1 },
    });
  }

  async function shared(message: InboundMessage, conversation: Conversation, tools: Tools): Promise<Turn> {
    const { point, words: called } = message.place!;
    const { draft } = conversation;
    if (!draft && (await isAskedFor(message, conversation, tools))) {
      const text = `Lokasi: ${point.latitude}, ${point.longitude}${called ? ` (${called})` : ''}`;
      const reply = { kind: 'REPLY', report: null, text } as const;
      const turn = await actOnReport(message, reply, conversation, tools, words);
      if (turn) return turn;
    }
    const region = await tools.regionOf(point);
    if (!region) return done(words.pointUnknown, conversation);
    if (draft) {
      const placeWords = [draft.placeWords, called].filter(Boolean).join('; ') || null;
      const placed = { ...draft, point, placeWords, placedBy: message.id, choices: [region] };
      return finish(conversation, placed, tools, region.code);
    }
    const spot = { point, words: called, region, at: message.at.toISOString() };
    return done(words.pointKept(region.fullName), { ...conversation, spot });
  }

  async function finish(
    conversation: Conversation,
    draft: Draft,
    tools: Tools,
    regionCode: string | null = null,
  ): Promise<Turn> {
    const { text, placeWords, attachmentIds, point, isConfidential } = draft;
    const proposed = proposeText(text, placeWords, door);
    const submission = draft.submission ?? {
      submissionKey: tools.keyFor('submission', draft.inboundId),
      kind: 'COMPLAINT' as const,
      title: proposeTitle(text, door),
      text: proposed.text,
      regionCode,
      reporter: tools.reporterAt(draft.address),
      ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
      ...(point ? { point } : {}),
      ...(isConfidential ? { isConfidential: true as const } : {}),
    };
    const filed: HeldReport | string = await tools.file(conversation, draft, submission);
    const { aside } = conversation;
    const without = { ...conversation, draft: aside, aside: null };
    const due = aside ? {} : { dueAt: null };
    if (typeof filed === 'string')
      return {
        ...leaveToPerson(without, `NOT_TAKEN ${filed}`.slice(0, 200)),
        ...due,
        left: { ...draft, submission },
      };
    const where = draft.choices.find(({ code }) => code === submission.regionCode)?.fullName ?? null;
    return {
      ...done(words.filed(filed, where, isConfidential), { ...without, reportId: filed.reportId }),
      ...due,
      // What did not fit is read by a person.
      ...(proposed.isWhole ? {} : { reason: 'TOO_LONG', left: { ...draft, submission: null } }),
    };
  }

  return { begin, place, shared, files, finish };
}

/** The place that was shared for a report, before its words or with them. */
function spotFor({ at }: InboundMessage, { spot }: Conversation): Conversation['spot'] {
  return spot && at.getTime() - Date.parse(spot.at) < SPOT_MINUTES * 60_000 ? spot : null;
}

/** Whether a place answers what was asked of a report: it is named, or the one that was spoken of last wants data. */
async function isAskedFor(
  { about, act }: InboundMessage,
  { reportId }: Conversation,
  tools: Tools,
): Promise<boolean> {
  if (about || act) return true;
  const held = (await tools.heldReports()).find((report) => report.reportId === reportId);
  return held ? ((await tools.open(held))?.viewerCanCompleteData ?? false) : false;
}

/** The place that a text names where it is plain: one, and no other is as likely. */
async function plainPlace(places: readonly string[], tools: Tools) {
  for (const words of places) {
    const found = await understandPlace(words, (search) => tools.searchRegions(search));
    if (found.kind === 'ONE') return found.region;
  }
  return null;
}

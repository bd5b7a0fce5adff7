import type {
  Conversation,
  HeldReport,
  InboundMessage,
  OpenedReport,
  Operation,
  Tools,
  Turn,
} from '../door/index.ts';
import type { Wish } from './understand-message.ts';
import type { Words } from './words.ts';

export type WishAboutReport = Extract<Wish, { report: string | null }> & {
  /** That a report is solved was asked back, and is. */
  isSure?: boolean;
};

/** So long somebody may be sure. */
const SURE_HOURS = 24;

/** What is done, or said, for a wish. */
type Step =
  | { kind: 'ACT'; operation: Operation; values: Record<string, unknown>; answer: string }
  | { kind: 'SAY'; answer: string }
  | { kind: 'ASK_BACK' }
  | { kind: 'PERSON' };

const say = (answer: string): Step => ({ kind: 'SAY', answer });
const PERSON: Step = { kind: 'PERSON' };
const LONGEST_REPLY = 2_000;
const LONGEST_REASON = 1_000;

/** Does what is wished with a report of the sender. `null`: nothing that was asked of a report after all. */
export async function actOnReport(
  message: InboundMessage,
  wish: WishAboutReport,
  conversation: Conversation,
  tools: Tools,
  words: Words,
): Promise<Turn | null> {
  const held = withNamed(await tools.heldReports(), message.about);
  const report = reportMeant(held, wish.report, message, conversation);
  const done = (answer: string): Turn => ({ state: 'DONE', answer, conversation });
  if (report === 'NONE' && conversation.draft && wish.kind === 'STATUS') return done(words.askPlace);
  if (report === 'NONE')
    return wish.kind === 'NOT_SOLVED' || wish.kind === 'REPLY' ? null : done(words.noReport);
  // Somebody else's and none at all look alike.
  if (!report) return done(words.notFound);
  if (wish.kind === 'SOLVED' && wish.report === null && !wish.isSure && !message.act && !message.about) {
    const open = await thoseToConfirm(held, report, tools);
    if (open.length > 1) return done(words.whichSolved(open));
  }
  const about = message.isProven ? { ...conversation, reportId: report.reportId } : conversation;
  const toPerson = (reason: string): Turn => ({
    state: 'WAITING_FOR_PERSON',
    reason,
    answer: words.forPerson,
    conversation: about,
  });
  const opened = await tools.open(report);
  if (!opened) return { ...done(words.notFound), conversation: about };
  const step =
    message.act && wish.kind !== 'STATUS'
      ? actFor(message.act.operation, wish, report, words)
      : stepFor(wish, report, opened, words);
  if (step.kind === 'SAY') return { state: 'DONE', answer: step.answer, conversation: about };
  // Whoever wrote from an address that anybody can write into a mail reads the question; who forged it does not.
  if (!message.isProven && !message.act)
    return { state: 'DONE', answer: words.proveFirst(report), seldom: 'proveFirst', conversation: about };
  if (step.kind === 'PERSON') return toPerson(wish.kind);
  if (step.kind === 'ASK_BACK') {
    const until = new Date(message.at.getTime() + SURE_HOURS * 3_600_000).toISOString();
    const closing = { reportId: report.reportId, until };
    return { ...done(words.confirmFirst(report)), conversation: { ...about, closing } };
  }
  const { answer, operation } = step;
  const files = TAKES_FILES.has(operation) ? await tools.upload(message, { report }, MOST_FILES) : NO_FILES;
  const values = files.ids.length > 0 ? { ...step.values, attachmentIds: files.ids } : step.values;
  const isDone = await tools.act(message, report, operation, values);
  if (!isDone) return toPerson(`REFUSED_${operation}`);
  const said = files.refused.length > 0 ? words.filesRefused(answer, files.refused) : answer;
  // What did not fit is read by a person.
  const isWhole = wish.kind !== 'REPLY' || wish.text.length <= LONGEST_REPLY;
  return isWhole
    ? { state: 'DONE', answer: said, conversation: about }
    : { ...toPerson('TOO_LONG'), answer: said };
}

const TAKES_FILES: ReadonlySet<Operation> = new Set(['REPLY', 'COMPLETE_DATA']);
const NO_FILES = { ids: [], refused: [] };
/** As many as a word takes. */
const MOST_FILES = 5;

/** With the report that the address of a mail names. */
const withNamed = (held: readonly HeldReport[], about: HeldReport | null): readonly HeldReport[] =>
  about && !held.some(({ reportId }) => reportId === about.reportId) ? [about, ...held] : held;

/** The one that is named, or that was spoken of last, or the newest. */
function reportMeant(
  held: readonly HeldReport[],
  name: string | null,
  { act, about }: InboundMessage,
  { reportId }: Conversation,
): HeldReport | undefined | 'NONE' {
  if (held.length === 0) return name === null ? 'NONE' : undefined;
  if (act) return held.find((report) => report.reportId === act.reportId);
  if (name !== null) return held.find(({ number, shortCode }) => number === name || shortCode === name);
  const meant = about?.reportId ?? reportId;
  return held.find((report) => report.reportId === meant) ?? held[0];
}

/** So many are asked about: every question to the platform counts. */
const MOST_ASKED = 6;

/** Which of the reports that may be meant can be said to be solved: the one that was spoken of last, and the newest. */
async function thoseToConfirm(
  held: readonly HeldReport[],
  meant: HeldReport,
  tools: Tools,
): Promise<HeldReport[]> {
  const asked = [meant, ...held.filter(({ reportId }) => reportId !== meant.reportId)].slice(0, MOST_ASKED);
  const open: HeldReport[] = [];
  for (const report of asked) if ((await tools.open(report))?.viewerCanConfirm) open.push(report);
  return open;
}

/** By the rights that the platform tells, never by the state alone. */
function stepFor(wish: WishAboutReport, report: HeldReport, opened: OpenedReport, words: Words): Step {
  switch (wish.kind) {
    case 'STATUS':
      return say(words.status(report, opened));
    case 'REPLY':
      if (opened.viewerCanCompleteData) return actFor('COMPLETE_DATA', wish, report, words);
      if (opened.viewerCanReply) return actFor('REPLY', wish, report, words);
      return opened.viewerCanReplyPrivately ? actFor('REPLY_PRIVATELY', wish, report, words) : PERSON;
    case 'SOLVED':
      if (opened.viewerCanConfirm)
        return wish.isSure ? actFor('CONFIRM', wish, report, words) : { kind: 'ASK_BACK' };
      return say(opened.state === 'COMPLETED' ? words.confirmed(report) : words.notYetClosed(report, opened));
    case 'NOT_SOLVED':
      if (opened.viewerCanDispute) return actFor('DISPUTE', wish, report, words);
      if (opened.viewerCanReply) return actFor('REPLY', wish, report, words);
      if (opened.viewerCanAppeal) return actFor('APPEAL', wish, report, words);
      return wish.text === '' ? say(words.noChangeNow(report, opened)) : PERSON;
    case 'RATE':
      return opened.viewerCanRate
        ? actFor('RATE', wish, report, words)
        : say(words.notYetRated(report, opened));
  }
}

/** What was begun is what is done, whatever the report has become by it. */
function actFor(operation: Operation, wish: WishAboutReport, report: HeldReport, words: Words): Step {
  const act = (values: Record<string, unknown>, answer: string): Step => ({
    kind: 'ACT',
    operation,
    values,
    answer,
  });
  const said = 'text' in wish ? wish.text : '';
  const reason = `Belum beres menurut pelapor (${words.door})${said ? `: ${said}` : '.'}`.slice(
    0,
    LONGEST_REASON,
  );
  switch (operation) {
    case 'COMPLETE_DATA':
      return act({ text: said.slice(0, LONGEST_REPLY).toWellFormed() }, words.dataCompleted(report));
    case 'REPLY':
    case 'REPLY_PRIVATELY':
      return wish.kind === 'NOT_SOLVED'
        ? act({ text: reason.toWellFormed() }, words.notSolved(report))
        : act({ text: said.slice(0, LONGEST_REPLY).toWellFormed() }, words.replied(report));
    case 'DISPUTE':
    case 'APPEAL':
      return act({ text: reason.toWellFormed() }, words.notSolved(report));
    case 'CONFIRM':
      return act({}, words.confirmed(report));
    case 'RATE': {
      const score = wish.kind === 'RATE' ? wish.score : 5;
      return act({ score }, score <= 2 ? words.reopened(report) : words.rated(report));
    }
  }
}

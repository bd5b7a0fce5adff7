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
import { words } from './words.ts';

type WishAboutReport = Extract<Wish, { report: string | null }>;

/** What is done, or said, for a wish. */
type Step =
  | { kind: 'ACT'; operation: Operation; values: Record<string, unknown>; answer: string }
  | { kind: 'SAY'; answer: string }
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
): Promise<Turn | null> {
  const held = await tools.heldReports();
  const report = reportMeant(held, wish.report, message, conversation);
  const done = (answer: string): Turn => ({ state: 'DONE', answer, conversation });
  if (report === 'NONE' && conversation.draft && wish.kind === 'STATUS') return done(words.askPlace);
  if (report === 'NONE')
    return wish.kind === 'NOT_SOLVED' || wish.kind === 'REPLY' ? null : done(words.noReport);
  // Somebody else's and none at all look alike.
  if (!report) return done(words.notFound);
  if (wish.kind === 'SOLVED' && wish.report === null && !message.act) {
    const open = await thoseToConfirm(held, report, tools);
    if (open.length > 1) return done(words.whichSolved(open));
  }
  const about = { ...conversation, reportId: report.reportId };
  const opened = await tools.open(report);
  if (!opened) return { ...done(words.notFound), conversation: about };
  const step = message.act
    ? repeated(message.act.operation, wish, report, opened)
    : stepFor(wish, report, opened);
  if (step.kind === 'PERSON')
    return { state: 'WAITING_FOR_PERSON', reason: wish.kind, answer: words.forPerson, conversation: about };
  if (step.kind === 'SAY') return { state: 'DONE', answer: step.answer, conversation: about };
  const isDone = await tools.act(message, report, step.operation, step.values);
  return isDone
    ? { state: 'DONE', answer: step.answer, conversation: about }
    : {
        state: 'WAITING_FOR_PERSON',
        reason: `REFUSED_${step.operation}`,
        answer: words.forPerson,
        conversation: about,
      };
}

/** The one that is named, or that was spoken of last, or the newest. */
function reportMeant(
  held: readonly HeldReport[],
  name: string | null,
  { act }: InboundMessage,
  { reportId }: Conversation,
): HeldReport | undefined | 'NONE' {
  if (held.length === 0) return name === null ? 'NONE' : undefined;
  if (act) return held.find((report) => report.reportId === act.reportId);
  if (name !== null) return held.find(({ number, shortCode }) => number === name || shortCode === name);
  return held.find((report) => report.reportId === reportId) ?? held[0];
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

/** What was begun is what is done, whatever the report has become by it. */
function repeated(
  operation: Operation,
  wish: WishAboutReport,
  report: HeldReport,
  opened: OpenedReport,
): Step {
  return wish.kind === 'STATUS' ? stepFor(wish, report, opened) : actFor(operation, wish, report);
}

/** By the rights that the platform tells, never by the state alone. */
function stepFor(wish: WishAboutReport, report: HeldReport, opened: OpenedReport): Step {
  switch (wish.kind) {
    case 'STATUS':
      return say(words.status(report, opened));
    case 'REPLY':
      if (opened.viewerCanCompleteData) return actFor('COMPLETE_DATA', wish, report);
      if (opened.viewerCanReply) return actFor('REPLY', wish, report);
      return opened.viewerCanReplyPrivately ? actFor('REPLY_PRIVATELY', wish, report) : PERSON;
    case 'SOLVED':
      return opened.viewerCanConfirm
        ? actFor('CONFIRM', wish, report)
        : say(opened.state === 'COMPLETED' ? words.confirmed(report) : words.notYetClosed(report, opened));
    case 'NOT_SOLVED':
      if (opened.viewerCanDispute) return actFor('DISPUTE', wish, report);
      if (opened.viewerCanReply) return actFor('REPLY', wish, report);
      if (opened.viewerCanAppeal) return actFor('APPEAL', wish, report);
      return wish.text === '' ? say(words.noChangeNow(report, opened)) : PERSON;
    case 'RATE':
      return opened.viewerCanRate ? actFor('RATE', wish, report) : say(words.notYetRated(report, opened));
  }
}

function actFor(operation: Operation, wish: WishAboutReport, report: HeldReport): Step {
  const act = (values: Record<string, unknown>, answer: string): Step => ({
    kind: 'ACT',
    operation,
    values,
    answer,
  });
  const said = 'text' in wish ? wish.text : '';
  const reason = `Belum beres menurut pelapor (SMS)${said ? `: ${said}` : '.'}`.slice(0, LONGEST_REASON);
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

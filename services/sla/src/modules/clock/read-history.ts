import type { ReportTransitioned } from '@lapor/events';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import type { ClockStart } from './clock-kinds.ts';
import { createHandlers, type Handlers } from './handlers.ts';
import { createSpans, isRunning, type Owner, type Span, type Spans, type Waiting } from './span.ts';

/** What a report's events say of its clocks, before a single day is counted. */
export interface History {
  spans: readonly Span[];
  postponements: readonly Waiting[];
  /** Requests for information that pause; each is limited to some working days when days are counted. */
  informationRequests: readonly Waiting[];
  /** The unit that has the report for verification now; `null`: the national desk, or nobody. */
  verifier: Verifier | null;
  /** First plan or result of the lead. */
  firstFollowUpAt: Date | null;
  /** Of a report that is completed now. */
  completedAt: Date | null;
  /** First hand-over to the head of an organisation that nobody staffs. */
  handedOverAt: Date | null;
}

/** A unit to which one below it returned the report. */
export interface Verifier extends Owner {
  organisationId: string;
  /** From the government's root to the unit. */
  path: readonly string[];
}

type State = ReportTransitioned['state'];

/** One event with what it changed, so that each rule below reads like the row of the table it comes from. */
interface Step {
  event: ReportTransitioned;
  at: Date;
  before: State | null;
  state: State;
  /** With a unit that has to act. */
  isHandled: boolean;
  enters(state: State): boolean;
  leaves(state: State): boolean;
}

interface Walk {
  spans: Spans;
  handlers: Handlers;
  postponements: Waiting[];
  informationRequests: Waiting[];
  verifier: Verifier | null;
  firstFollowUpAt: Date | null;
  completedAt: Date | null;
  handedOverAt: Date | null;
}

const NATIONAL_DESK: Owner = { organisationId: null, timeZone: NATIONAL_TIME_ZONE, governmentId: null };
const isClosed = (state: State | null) => state === 'COMPLETED' || state === 'ARCHIVED';
const isWithAUnit = (state: State) => state === 'DISPOSED' || state === 'IN_PROGRESS';

/** Reads a report's events (domain.md, Clocks). @param events of one report, by ascending sequence. */
export function readHistory(events: readonly ReportTransitioned[]): History {
  const spans = createSpans();
  const walk: Walk = {
    spans,
    handlers: createHandlers(spans),
    postponements: [],
    informationRequests: [],
    verifier: null,
    firstFollowUpAt: null,
    completedAt: null,
    handedOverAt: null,
  };
  let before: State | null = null;
  for (const event of events) {
    const { state } = event;
    const was = before;
    const step: Step = {
      event,
      at: new Date(event.at),
      before: was,
      state,
      isHandled: isWithAUnit(state),
      enters: (entered) => state === entered && was !== entered,
      leaves: (left) => was === left && state !== left,
    };
    for (const rule of RULES) rule(walk, step);
    before = state;
  }
  return { ...walk, spans: spans.all };
}

/** In this order: what goes on before what starts, what starts before what an answer stops, closing last. */
const RULES: readonly ((walk: Walk, step: Step) => void)[] = [
  submission,
  handOver,
  reassignment,
  verifier,
  reopening,
  postponement,
  verification,
  handling,
  firstDisposition,
  reclassification,
  ownership,
  answer,
  informationRequest,
  replyTurn,
  silence,
  dispute,
  closing,
];

function submission({ spans }: Walk, { event, before }: Step) {
  if (before !== null) return;
  const at = new Date(event.submittedAt);
  for (const kind of ['FIRST_RESPONSE', 'OUTER_LIMIT', 'OMBUDSMAN'] as const)
    spans.start(kind, at, 'SUBMISSION', NATIONAL_DESK);
}

function handOver(walk: Walk, { event, at }: Step) {
  if (event.kind === 'HANDED_OVER') walk.handedOverAt ??= at;
}

/**
 * An organisation was merged, moved or retired, and the report went along: whoever owes something has another name, and no clock
 * begins, ends or moves for that.
 */
function reassignment(walk: Walk, { event, at, enters }: Step) {
  if (event.kind !== 'REASSIGNED' || enters('SUBMITTED')) return;
  const { spans, handlers } = walk;
  const { actorOrganisationId: from, toOrganisationId: to, desk } = event;
  if (from === null) return;
  const assignment = event.assignments.find(({ organisationId }) => organisationId === to);
  if (assignment) handlers.succeed(from, assignment, at);
  else if (walk.verifier?.organisationId === from) {
    handlers.takeTo(from, desk ?? null, at);
    walk.verifier = desk ? { ...walk.verifier, organisationId: desk.organisationId, path: desk.path } : null;
  }
  for (const span of spans.all)
    if (isRunning(span) && span.organisationId === from) {
      span.organisationId = to;
      if (assignment) span.governmentId = assignment.governmentId;
    }
}

/** Who verifies from now on: an agency on whose own page it was filed; after a return the unit above the one that had it, if there is one. */
function verifier(walk: Walk, { event, before, isHandled, state, enters }: Step) {
  if (isHandled || isClosed(state)) walk.verifier = null;
  if (before === null && event.desk) {
    const { organisationId, path, timeZone = NATIONAL_TIME_ZONE } = event.desk;
    walk.verifier = { organisationId, path, timeZone, governmentId: path[0] ?? null };
    return;
  }
  const isBack = event.kind === 'RETURNED' || (event.kind === 'REASSIGNED' && enters('SUBMITTED'));
  if (!isBack) return;
  const lead = walk.handlers.lead();
  const { desk } = event;
  if (lead && desk && desk.path[0] === lead.governmentId) {
    walk.verifier = {
      organisationId: desk.organisationId,
      path: desk.path,
      timeZone: lead.timeZone,
      governmentId: lead.governmentId,
    };
    return;
  }
  const place = lead ? lead.path.indexOf(event.toOrganisationId ?? '') : -1;
  walk.verifier =
    lead && event.toOrganisationId !== null && place >= 0
      ? {
          organisationId: event.toOrganisationId,
          path: lead.path.slice(0, place + 1),
          timeZone: lead.timeZone,
          governmentId: lead.governmentId,
        }
      : null;
}

/** Clocks from the submission run on as if nothing had been: a wrong archive must not buy time. */
function reopening({ spans }: Walk, { at, before, state }: Step) {
  if (!isClosed(before) || isClosed(state)) return;
  for (const kind of ['FIRST_RESPONSE', 'OMBUDSMAN'] as const) {
    const span = spans.latest(kind);
    if (span?.outcome === 'CANCELLED') spans.resume(span, at, false);
  }
  resumeResolution(spans, at);
}

/** With the days that were left; the outer limit never restarts, so its day stays. Nothing happens to clocks that run. */
function resumeResolution(spans: Spans, at: Date) {
  spans.resume(spans.latest('RESOLUTION'), at, true);
  spans.resume(spans.latest('OUTER_LIMIT'), at, false);
}

function postponement(walk: Walk, { event, at, enters, leaves }: Step) {
  const { spans, postponements } = walk;
  if (enters('POSTPONED')) {
    postponements.push({ from: at, until: null });
    spans.start('POSTPONEMENT', at, 'POSTPONEMENT', verifierOf(walk, event));
  }
  if (leaves('POSTPONED')) {
    endWaiting(postponements, at);
    spans.stop(spans.latest('POSTPONEMENT'), at, event.state === 'SUBMITTED' ? 'FULFILLED' : 'CANCELLED');
  }
}

function verification(walk: Walk, { event, at, before, state, enters, leaves }: Step) {
  const { spans } = walk;
  const running = spans.latest('VERIFICATION');
  const isPassedOn = event.kind === 'RETURNED' && before === 'SUBMITTED' && state === 'SUBMITTED';
  if (leaves('SUBMITTED')) {
    const isWithdrawn = event.kind === 'WITHDRAWN' || event.reasonCode === 'WITHDRAWN';
    spans.stop(running, at, isWithdrawn || state === 'COMPLETED' ? 'CANCELLED' : 'FULFILLED');
  }
  // A unit above that returns it in turn has not verified it.
  if (isPassedOn) spans.stop(running, at, 'CANCELLED');
  if (enters('SUBMITTED') || isPassedOn)
    spans.start(
      'VERIFICATION',
      before === null ? new Date(event.submittedAt) : at,
      startOfVerification(before),
      verifierOf(walk, event),
    );
}

/** Whatever brings a report back to a desk from a unit is a return, a reassignment too. */
function startOfVerification(before: State | null): ClockStart {
  if (before === null) return 'SUBMISSION';
  if (before === 'POSTPONED') return 'COMPLETION';
  return before === 'ARCHIVED' ? 'APPEAL' : 'RETURN';
}

function handling(walk: Walk, { event, at, before, state, isHandled, enters }: Step) {
  const { spans, handlers } = walk;
  const had = handlers.lead()?.governmentId;
  if (isHandled) {
    handlers.assign(event.assignments, at);
    if (had !== undefined && handlers.lead()?.governmentId !== had) forgetFormerGovernment(walk, at);
  } else if (
    before !== null &&
    (enters('SUBMITTED') || (state === 'SUBMITTED' && event.kind === 'RETURNED'))
  ) {
    handlers.giveBack(event, at);
    // Whoever gave a result and then says that it is not their task has resolved nothing.
    resumeResolution(spans, at);
  }
}

/** What the former government asked, was asked and answered is not the new one's. */
function forgetFormerGovernment({ spans, informationRequests }: Walk, at: Date) {
  spans.stop(spans.latest('REPLY_TURN'), at, 'CANCELLED');
  spans.stop(spans.latest('AUTO_CLOSE'), at, 'CANCELLED');
  endWaiting(informationRequests, at);
  resumeResolution(spans, at);
}

function endWaiting(waits: Waiting[], at: Date) {
  const last = waits.at(-1);
  if (last) last.until ??= at;
}

function firstDisposition({ spans, handlers }: Walk, { event, at, isHandled }: Step) {
  if (!isHandled) return;
  spans.stop(spans.latest('FIRST_RESPONSE'), at, 'FULFILLED');
  if (!spans.latest('RESOLUTION') && event.reportClass !== null)
    spans.start(
      'RESOLUTION',
      firstDisposedAt(spans) ?? at,
      'DISPOSITION',
      ownerOf(handlers),
      event.reportClass,
    );
}

/** The first response went out with the first disposition, even when the class came later. */
const firstDisposedAt = (spans: Spans) => spans.latest('FIRST_RESPONSE')?.stoppedAt;

/** Counted anew from the old start; both clocks are kept. */
function reclassification({ spans }: Walk, { event, at }: Step) {
  const resolution = spans.latest('RESOLUTION');
  if (resolution && event.reportClass !== null && event.reportClass !== resolution.reportClass)
    spans.supersede(resolution, at, event.reportClass);
}

/** Clocks that go on belong to whoever leads now. */
function ownership(walk: Walk, { event, state, isHandled }: Step) {
  const { spans, handlers } = walk;
  const resolution = spans.latest('RESOLUTION');
  if (!isRunning(resolution)) return;
  if (isHandled) Object.assign(resolution, ownerOf(handlers));
  // The zone stays: whose days count next is only known with the next disposition.
  if (state === 'SUBMITTED') resolution.organisationId = verifierOf(walk, event).organisationId;
}

/** Plan and result; acknowledgement and obstacle stop nothing. */
function answer(walk: Walk, { event, at, state }: Step) {
  const isResult = event.kind === 'RESULT';
  if (!isResult && event.kind !== 'PLANNED') return;
  const { spans, handlers } = walk;
  // A stand-in answers for another unit, which the event names.
  const handler = handlers.answering(event.toOrganisationId ?? event.actorOrganisationId);
  spans.stop(handler?.followUp, at, 'FULFILLED');
  // One lead gives the public answer: what a co-handler did settles its own follow-up only.
  if (handler?.role === 'CO_HANDLER') return;
  walk.firstFollowUpAt ??= at;
  spans.stop(spans.latest('OMBUDSMAN'), at, 'FULFILLED');
  if (!isResult) return;
  spans.stop(spans.latest('RESOLUTION'), at, 'FULFILLED', 'RESULT');
  spans.stop(spans.latest('OUTER_LIMIT'), at, 'FULFILLED', 'RESULT');
  if (state !== 'IN_PROGRESS') return;
  spans.stop(spans.latest('AUTO_CLOSE'), at, 'CANCELLED');
  spans.start('AUTO_CLOSE', at, 'RESULT', ownerOf(handlers));
}

/** Asking again before the reporter has answered pauses nothing more. */
function informationRequest({ informationRequests }: Walk, { event, at, isHandled }: Step) {
  if (!isHandled || isCitizens(event, 'REPLIED', 'DISPUTED')) endWaiting(informationRequests, at);
  if (event.kind !== 'INFORMATION_REQUESTED' || !isHandled) return;
  if (informationRequests.at(-1)?.until !== null) informationRequests.push({ from: at, until: null });
}

/** The first unanswered reply counts; the reply turn ends with the government that owes it. */
function replyTurn({ spans, handlers }: Walk, { event, at, isHandled }: Step) {
  const turn = spans.latest('REPLY_TURN');
  const isAnswer =
    event.kind === 'PLANNED' ||
    event.kind === 'RESULT' ||
    event.kind === 'INFORMATION_REQUESTED' ||
    (event.kind === 'REPLIED' && event.actorKind === 'OFFICER' && !event.byNationalDesk);
  if (isAnswer) spans.stop(turn, at, 'FULFILLED');
  else if (isRunning(turn) && !isHandled) spans.stop(turn, at, 'CANCELLED');
  if (isHandled && isCitizens(event, 'REPLIED') && !isRunning(turn))
    spans.start('REPLY_TURN', at, 'REPLY', ownerOf(handlers));
}

/** Auto-close waits for silence of the reporter and of the national desk. */
function silence({ spans }: Walk, { event, at, state }: Step) {
  const running = spans.latest('AUTO_CLOSE');
  const isBroken =
    isCitizens(event, 'REPLIED', 'DISPUTED') || (event.kind === 'REPLIED' && event.byNationalDesk);
  if (isBroken || (state !== 'IN_PROGRESS' && state !== 'COMPLETED')) spans.stop(running, at, 'CANCELLED');
  if (state === 'COMPLETED')
    spans.stop(
      running,
      at,
      event.actorKind === 'SYSTEM' || event.reasonCode === 'AUTOMATIC' ? 'FULFILLED' : 'CANCELLED',
    );
}

/** A dispute of a result that has not closed the report yet. */
function dispute({ spans }: Walk, { event, at, before, isHandled }: Step) {
  if (event.kind !== 'DISPUTED' || isClosed(before) || !isHandled) return;
  resumeResolution(spans, at);
}

/** The reporter's confirmation stands for a result; any other end makes what still runs pointless. */
function closing(walk: Walk, { event, at, before, state }: Step) {
  const { spans, handlers } = walk;
  walk.completedAt = state === 'COMPLETED' ? (walk.completedAt ?? at) : null;
  if (!isClosed(state) || isClosed(before)) return;
  const isConfirmed =
    state === 'COMPLETED' && (event.kind === 'CONFIRMED' || event.reasonCode === 'CONFIRMED');
  for (const kind of ['FIRST_RESPONSE', 'RESOLUTION', 'OUTER_LIMIT', 'OMBUDSMAN', 'REPLY_TURN'] as const)
    spans.stop(spans.latest(kind), at, isConfirmed ? 'FULFILLED' : 'CANCELLED', 'CLOSED');
  handlers.close(at);
}

const isCitizens = (event: ReportTransitioned, ...kinds: string[]) =>
  event.actorKind === 'CITIZEN' && kinds.includes(event.kind);

/** An agency with direct verification, or to which a unit below returned the report; else the national desk. */
const verifierOf = (walk: Walk, { assignments }: ReportTransitioned): Owner =>
  assignments.find(({ role }) => role === 'LEAD') ?? walk.verifier ?? NATIONAL_DESK;

function ownerOf(handlers: Handlers): Owner {
  const lead = handlers.lead();
  return lead
    ? { organisationId: lead.organisationId, timeZone: lead.timeZone, governmentId: lead.governmentId }
    : NATIONAL_DESK;
}

import type { ReportTransitioned } from '@lapor/events';
import { isRunning, type Span, type Spans } from './span.ts';

type Assignment = ReportTransitioned['assignments'][number];

/** A unit that handles the report, with its follow-up clock. Stays the same while the report moves inside one government. */
interface Handler {
  role: Assignment['role'];
  governmentId: string;
  organisationId: string;
  /** From the government's root to the unit. */
  path: readonly string[];
  /** Zone of the organisation to which the report was disposed: passing it down inside moves no deadline. */
  timeZone: string;
  followUp: Span;
}

/** Who handles the report now, and since when each owes a follow-up. */
export interface Handlers {
  /** The handling units after a disposition. Units of another government get a clock of their own; others keep theirs. */
  assign(assignments: readonly Assignment[], at: Date): void;
  /** The report went back for verification: clocks of governments that still have it go on, the others stand still. */
  giveBack(event: ReportTransitioned, at: Date): void;
  /** A unit was merged into another, or stands elsewhere: who owes the follow-up is called otherwise, and the clock runs on. */
  succeed(from: string, assignment: Assignment, at: Date): void;
  /** The unit at whose desk it waits ended: another within the government has it, or the national desk. */
  takeTo(from: string, desk: { organisationId: string; path: readonly string[] } | null, at: Date): void;
  /** Closed or archived: nobody owes anything more. */
  close(at: Date): void;
  lead(): Handler | undefined;
  /** Who gave an answer: a co-handler when it is clearly one, else the lead. */
  answering(actorOrganisationId: string | null): Handler | undefined;
}

export function createHandlers(spans: Spans): Handlers {
  let handlers: Handler[] = [];

  const isSame = (handler: Handler, { organisationId, role, governmentId, path }: Assignment) =>
    role === 'LEAD'
      ? handler.role === 'LEAD' && handler.governmentId === governmentId
      : handler.role === 'CO_HANDLER' &&
        (handler.path.includes(organisationId) || path.includes(handler.organisationId));

  /** Pairs each assignment with who has it already: first the very same unit, then the same government or branch. */
  function pair(assignments: readonly Assignment[]): Map<Assignment, Handler> {
    const pairs = new Map<Assignment, Handler>();
    const free = new Set(handlers);
    const take = (fits: (handler: Handler, assignment: Assignment) => boolean) => {
      for (const assignment of assignments) {
        if (pairs.has(assignment)) continue;
        const handler = [...free].find((one) => fits(one, assignment));
        if (!handler) continue;
        pairs.set(assignment, handler);
        free.delete(handler);
      }
    };
    take((handler, { organisationId }) => handler.organisationId === organisationId);
    take(isSame);
    return pairs;
  }

  function move(
    handler: Handler,
    { role, organisationId, path }: Pick<Handler, 'role' | 'organisationId' | 'path'>,
  ): Handler {
    Object.assign(handler, { role, organisationId, path });
    if (isRunning(handler.followUp)) handler.followUp.organisationId = organisationId;
    return handler;
  }

  const lead = () => handlers.find(({ role }) => role === 'LEAD') ?? handlers[0];

  return {
    assign(assignments, at) {
      const pairs = pair(assignments);
      const kept = new Set(pairs.values());
      for (const handler of handlers) {
        if (!kept.has(handler)) spans.stop(handler.followUp, at, 'CANCELLED', 'RETURNED');
      }
      handlers = assignments.map((assignment) => {
        const known = pairs.get(assignment);
        if (known) {
          if (known.followUp.outcome === 'CANCELLED') spans.resume(known.followUp, at, true);
          return move(known, assignment);
        }
        const { role, governmentId, organisationId, path, timeZone } = assignment;
        return {
          role,
          governmentId,
          organisationId,
          path,
          timeZone,
          followUp: spans.start('FOLLOW_UP', at, 'DISPOSITION', { organisationId, timeZone, governmentId }),
        };
      });
    },
    giveBack({ assignments, toOrganisationId, desk }, at) {
      const pairs = pair(assignments);
      const assignmentOf = new Map([...pairs].map(([assignment, handler]) => [handler, assignment]));
      for (const handler of handlers) {
        const assignment = assignmentOf.get(handler);
        const place = toOrganisationId === null ? -1 : handler.path.indexOf(toOrganisationId);
        if (assignment) move(handler, assignment);
        else if (handler.role === 'LEAD' && desk && desk.path[0] === handler.governmentId)
          move(handler, { role: 'LEAD', organisationId: desk.organisationId, path: desk.path });
        else if (handler.role === 'LEAD' && toOrganisationId !== null && place >= 0)
          move(handler, {
            role: 'LEAD',
            organisationId: toOrganisationId,
            path: handler.path.slice(0, place + 1),
          });
        else spans.stop(handler.followUp, at, 'CANCELLED', 'RETURNED');
      }
    },
    succeed(from, assignment, at) {
      const handler = handlers.find(({ organisationId }) => organisationId === from);
      if (!handler) return;
      const there = handlers.find(
        (one) => one !== handler && one.organisationId === assignment.organisationId,
      );
      // One unit owes one follow-up: the lead's, else that of the unit that took the other in.
      const stays = there && handler.role !== 'LEAD' ? there : handler;
      const goes = stays === handler ? there : handler;
      if (goes) {
        spans.stop(goes.followUp, at, 'CANCELLED');
        handlers = handlers.filter((one) => one !== goes);
      }
      move(stays, assignment);
      stays.governmentId = assignment.governmentId;
      if (isRunning(stays.followUp)) stays.followUp.governmentId = assignment.governmentId;
    },
    takeTo(from, desk, at) {
      const handler = handlers.find(({ organisationId }) => organisationId === from);
      if (!handler) return;
      if (desk && desk.path[0] === handler.governmentId) move(handler, { role: handler.role, ...desk });
      else spans.stop(handler.followUp, at, 'CANCELLED', 'RETURNED');
    },
    close(at) {
      for (const { followUp } of handlers) spans.stop(followUp, at, 'CANCELLED', 'CLOSED');
    },
    lead,
    answering(actorOrganisationId) {
      const leading = lead();
      if (actorOrganisationId === null || leading?.organisationId === actorOrganisationId) return leading;
      const isAbove = ({ path }: Handler) => path.includes(actorOrganisationId);
      return (
        handlers.find(({ organisationId }) => organisationId === actorOrganisationId) ??
        (leading && isAbove(leading) ? leading : handlers.find(isAbove)) ??
        leading
      );
    },
  };
}

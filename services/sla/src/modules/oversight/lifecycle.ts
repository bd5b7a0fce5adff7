import type { CaseAct, OversightRefusalCode, OversightState } from './vocabulary.ts';

const closed = 'CASE_CLOSED';

/** What each act finds in each state: the state that follows, or why it is refused. Does not compile until every pair is decided. */
const TABLE: Record<CaseAct, Record<OversightState, { to: OversightState } | OversightRefusalCode>> = {
  ask: {
    OPENED: { to: 'CLARIFICATION_ASKED' },
    CLARIFICATION_ASKED: 'CLARIFICATION_PENDING',
    CLARIFICATION_GIVEN: { to: 'CLARIFICATION_ASKED' },
    RECOMMENDATION: { to: 'CLARIFICATION_ASKED' },
    CLOSED: closed,
  },
  clarify: {
    OPENED: 'NO_CLARIFICATION_PENDING',
    // Late as well: an answer after the letter is an answer.
    CLARIFICATION_ASKED: { to: 'CLARIFICATION_GIVEN' },
    CLARIFICATION_GIVEN: 'NO_CLARIFICATION_PENDING',
    RECOMMENDATION: 'NO_CLARIFICATION_PENDING',
    CLOSED: closed,
  },
  write: {
    OPENED: { to: 'OPENED' },
    CLARIFICATION_ASKED: { to: 'CLARIFICATION_ASKED' },
    CLARIFICATION_GIVEN: { to: 'CLARIFICATION_GIVEN' },
    RECOMMENDATION: { to: 'RECOMMENDATION' },
    CLOSED: closed,
  },
  assign: {
    OPENED: { to: 'OPENED' },
    CLARIFICATION_ASKED: { to: 'CLARIFICATION_ASKED' },
    CLARIFICATION_GIVEN: { to: 'CLARIFICATION_GIVEN' },
    RECOMMENDATION: { to: 'RECOMMENDATION' },
    CLOSED: closed,
  },
  recommend: {
    OPENED: { to: 'RECOMMENDATION' },
    CLARIFICATION_ASKED: { to: 'RECOMMENDATION' },
    CLARIFICATION_GIVEN: { to: 'RECOMMENDATION' },
    RECOMMENDATION: { to: 'RECOMMENDATION' },
    CLOSED: closed,
  },
  close: {
    OPENED: { to: 'CLOSED' },
    CLARIFICATION_ASKED: { to: 'CLOSED' },
    CLARIFICATION_GIVEN: { to: 'CLOSED' },
    RECOMMENDATION: { to: 'CLOSED' },
    CLOSED: closed,
  },
};

/** Why an act is refused in a state; `null` when it is not. */
export function refusalOf(act: CaseAct, state: OversightState): OversightRefusalCode | null {
  const next = TABLE[act][state];
  return typeof next === 'string' ? next : null;
}

/** The state after an act. An act of the log that the table refuses changes nothing: the log is what happened. */
export function stateAfter(act: CaseAct, state: OversightState): OversightState {
  const next = TABLE[act][state];
  return typeof next === 'string' ? state : next.to;
}

import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';

/** What a use case needs from its service. */
export type UseCaseDependencies = { database: Database; clock: Clock };

export type RefusalCode =
  /** There is no such thing, or the viewer may not act on it: no difference. */
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  /** The request key was used with other content. */
  | 'REQUEST_CONFLICT'
  | 'ORGANISATION_FORMER'
  | 'ROLE_NOT_AT_ORGANISATION'
  | 'NOT_A_GOVERNMENT'
  /** An organisation would stand below itself. */
  | 'WOULD_CYCLE'
  /** Authority ends at the root of a government, and so does what may be moved and merged. */
  | 'OTHER_GOVERNMENT'
  | 'NOT_FORMER'
  | 'PARENT_FORMER'
  /** Its reports, posts and tasks need somebody to go to. */
  | 'NEEDS_SUCCESSOR'
  | 'HAS_UNITS'
  /** Another one has the name under the same parent. */
  | 'NAME_TAKEN'
  /** Roles of the whole country are held there. */
  | 'HOLDS_NATIONAL_ROLES'
  /** The preview was made of another state. */
  | 'STATE_CHANGED'
  | 'NOT_SCHEDULED'
  | 'ALREADY_HELD'
  /** The post would lie across another one of the same role and place. */
  | 'OVERLAPS'
  /** Nobody suspends, ends or extends the own account and posts. */
  | 'OWN_ACCOUNT'
  /** The government would be left without an admin. */
  | 'LAST_ADMIN'
  | 'NOT_INVITED'
  /** Another officer has the address. */
  | 'ADDRESS_TAKEN'
  | 'SUSPENDED'
  | 'NOT_SUSPENDED'
  | 'SUBSTITUTE_UNSUITABLE';

/** One faulty field of an input: its path as in the graph, a stable code, and what would be right. */
export type FieldFault = { path: string; code: string; message: string };

/** An expected failure that a person can mend. */
export type Refusal = { code: RefusalCode; message: string; field?: string; faults?: FieldFault[] };

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

export const refused = (code: RefusalCode, message: string, field?: string): Outcome<never> => ({
  ok: false,
  error: field === undefined ? { code, message } : { code, message, field },
});

/** Every faulty field of an input. */
export const invalid = (...faults: FieldFault[]): Outcome<never> => ({
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'Some fields are missing or wrong', faults },
});

export const notFound = (): Outcome<never> =>
  refused('NOT_FOUND', 'There is no such thing, or it is not yours to change');

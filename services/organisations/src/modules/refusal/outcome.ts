import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import * as request from '@lapor/request';

/** What a use case needs from its service. */
export type UseCaseDependencies = { database: Database; clock: Clock };

/** Why a change of organisations or people cannot be made, beside what every service says. */
export type RefusalCode =
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

/** An expected failure that a person can mend. */
export type Refusal = request.Refusal<RefusalCode>;

export type Outcome<Value> = request.Outcome<Value, RefusalCode>;

export const refused = (code: RefusalCode, message: string, field?: string): Outcome<never> =>
  request.refused(code, message, field);

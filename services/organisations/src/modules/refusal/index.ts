import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';

/** What a use case needs from its service. */
export type UseCaseDependencies = { database: Database; clock: Clock };

export type RefusalCode =
  /** There is no such thing, or the viewer may not act on it: no difference. */
  'NOT_FOUND' | 'INVALID_INPUT' | 'ORGANISATION_FORMER' | 'ROLE_NOT_AT_ORGANISATION' | 'NOT_A_GOVERNMENT';

/** An expected failure that a person can mend. */
type Refusal = { code: RefusalCode; message: string; field?: string };

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: Refusal };

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

export const refused = (code: RefusalCode, message: string, field?: string): Outcome<never> => ({
  ok: false,
  error: field === undefined ? { code, message } : { code, message, field },
});

export const notFound = (): Outcome<never> =>
  refused('NOT_FOUND', 'There is no such thing, or it is not yours to change');

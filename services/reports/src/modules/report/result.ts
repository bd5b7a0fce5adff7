import type { FieldFault } from '@lapor/request';
import type { Refusal } from './lifecycle.ts';
import type { ReportState } from './vocabulary.ts';

export type { FieldFault };

/** Expected failures of a use case; the graph has a result type for each. */
export type Failure =
  | { type: 'invalid'; faults: FieldFault[] }
  | { type: 'notFound' }
  | { type: 'refused'; code: Refusal | 'TARGET_REFUSED' | 'CHANGE_PENDING' | 'UNDONE'; state: ReportState }
  /** Something happened to the report after what the sender saw of it. */
  | { type: 'stale'; reportId: string; expectedVersion: number }
  /** Another officer works on it while it waits for verification. */
  | { type: 'leased'; officerId: string; until: Date }
  | { type: 'conflict' }
  | { type: 'tooMany'; retryAfterSeconds: number; challenge?: { challenge: string; expiresAt: Date } };

/** A failure in one word, for lists of outcomes. */
export function failureCode(failure: Failure): string {
  switch (failure.type) {
    case 'invalid':
      return failure.faults[0]?.code ?? 'INVALID';
    case 'refused':
      return failure.code;
    case 'stale':
      return 'STALE';
    case 'leased':
      return 'LEASED';
    case 'notFound':
      return 'NOT_FOUND';
    default:
      return 'REFUSED';
  }
}

export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const failed = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });
export const invalid = (...faults: FieldFault[]) => failed({ type: 'invalid', faults });
export const NOT_FOUND = failed({ type: 'notFound' });

/** Thrown inside a transaction to roll it back and answer with the failure. */
export class Rollback extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.type);
    this.failure = failure;
  }
}

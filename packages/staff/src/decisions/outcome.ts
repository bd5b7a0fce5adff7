import type { ReportState } from '@lapor/wording';
import type { CombinedError } from 'urql';

/** A member of a mutation's result union, as far as failures are concerned. */
export type OutcomeUnion =
  | { __typename: 'InvalidInput'; fields: readonly { path: string; code: string }[] }
  | { __typename: 'TransitionRefused'; code: string; state: ReportState }
  | { __typename: 'ChangeRefused'; code: string }
  | { __typename: 'NotFound' }
  | {
      __typename:
        | 'ReportChanged'
        | 'IdentityRevealed'
        | 'OrganisationChanged'
        | 'UnitsImported'
        | 'RoutingChanged'
        | 'OfficerChanged'
        | 'ReadinessChanged';
    };

/** Why a decision did not happen. */
export type Refusal =
  /** The report has moved on; `state` is where it stands now. */
  | { kind: 'REFUSED'; code: string; state: ReportState }
  /** A change of organisations or people that is not possible as asked; the code says why. */
  | { kind: 'CHANGE_REFUSED'; code: string }
  /** Not found, or no longer allowed: the server does not tell which. */
  | { kind: 'GONE' }
  | { kind: 'OFFLINE' }
  | { kind: 'TOO_MANY' }
  | { kind: 'UNAVAILABLE' };

export interface Faults {
  /** Code per field of the input: `{ text: 'TOO_SHORT' }`. */
  fields: Readonly<Record<string, string>>;
  refusal: Refusal | null;
}

export const NO_FAULTS: Faults = { fields: {}, refusal: null };

/** Reads what a mutation came to. Null: it happened. */
export function faultsOf(
  result: OutcomeUnion | null | undefined,
  error: CombinedError | undefined,
): Faults | null {
  if (!result) return { fields: {}, refusal: refusalOfError(error) };
  switch (result.__typename) {
    case 'InvalidInput':
      return { fields: fieldCodes(result.fields), refusal: null };
    case 'TransitionRefused':
      return { fields: {}, refusal: { kind: 'REFUSED', code: result.code, state: result.state } };
    case 'ChangeRefused':
      return { fields: {}, refusal: { kind: 'CHANGE_REFUSED', code: result.code } };
    case 'NotFound':
      return { fields: {}, refusal: { kind: 'GONE' } };
    default:
      return null;
  }
}

/** "input.attachmentIds.0" and the like, by the name of the field people see. */
function fieldCodes(fields: readonly { path: string; code: string }[]): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const { path, code } of fields) {
    const name = path.replace(/^input\./, '').split('.')[0] ?? path;
    codes[name] ??= code;
  }
  return codes;
}

function refusalOfError(error: CombinedError | undefined): Refusal {
  const status = (error?.response as { status?: number } | undefined)?.status;
  if (status === 429) return { kind: 'TOO_MANY' };
  return error?.networkError && status === undefined ? { kind: 'OFFLINE' } : { kind: 'UNAVAILABLE' };
}

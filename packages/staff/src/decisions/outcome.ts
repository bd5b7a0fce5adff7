import type { HistoryFacts, ReportState } from '@lapor/wording';
import type { CombinedError } from 'urql';

/** Something that happened to a report while an officer had it open. */
export interface EntrySince extends Pick<HistoryFacts, 'kind' | 'actorKind' | 'reasonCode'> {
  id: string;
  /** Where the reader may know who it was. */
  officer?: { name: string | null } | null;
  organisation: { name: string | null } | null;
  toOrganisation: { name: string | null } | null;
}

/** Where the officer's own change sent a report. */
export type ReportPlace = 'NATIONAL_DESK' | 'AGENCY_DESK' | 'HANDLERS';

/** A member of a mutation's result union, as far as failures are concerned. */
export type OutcomeUnion =
  | { __typename: 'InvalidInput'; fields: readonly { path: string; code: string }[] }
  | { __typename: 'TransitionRefused'; code: string; state: ReportState }
  | { __typename: 'StaleReport'; version: number; entriesSince: readonly EntrySince[] }
  | { __typename: 'ReportLeased'; officer?: { name: string | null } }
  | { __typename: 'ChangeRefused' | 'LetterStale'; code: string }
  | { __typename: 'NotFound' }
  | {
      __typename: 'ReportOutOfSight';
      wentTo?: ReportPlace | null;
      organisation?: { name: string | null } | null;
    }
  | {
      __typename:
        | 'ReportChanged'
        | 'ChangePending'
        | 'LeaseTaken'
        | 'AnswerApprovalSet'
        | 'WorkOrderChanged'
        | 'WorkOrderCreated'
        | 'NoteAdded'
        | 'MentionsRead'
        | 'AnswerTemplateChanged'
        | 'IdentityRevealed'
        | 'OrganisationChanged'
        | 'UnitsImported'
        | 'RoutingChanged'
        | 'OfficerChanged'
        | 'ReadinessChanged'
        | 'CalendarChanged'
        | 'HolidaysImported'
        | 'HolidayFileFaulty'
        | 'PolicySaved'
        | 'RetentionChanged'
        | 'CategoryChanged'
        | 'ClocksMigrated'
        | 'OversightChanged'
        | 'OversightLetterChanged'
        | 'PriorityProgrammeChanged'
        | 'JunkGroupArchived'
        | 'BulkApplied'
        | 'FilterSaved'
        | 'FilterDeleted'
        | 'ReportSubmitted'
        | 'SubmissionConflict'
        | 'TooManyRequests';
    };

/** Why a decision did not happen. */
export type Refusal =
  /** The report has moved on; `state` is where it stands now. */
  | { kind: 'REFUSED'; code: string; state: ReportState }
  /** Something happened since the officer looked: what it was, newest first, and the version to go by now. */
  | { kind: 'STALE'; version: number; entries: readonly EntrySince[] }
  /** Another officer works on it while it waits for verification. */
  | { kind: 'LEASED'; name: string | null }
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
    case 'InvalidInput': {
      const fields = fieldCodes(result.fields);
      // No field that people see: only whoever is signed in can take something back, so the session has ended.
      if (fields['undoSeconds']) return { fields: {}, refusal: { kind: 'GONE' } };
      return { fields, refusal: null };
    }
    case 'TransitionRefused':
      return { fields: {}, refusal: { kind: 'REFUSED', code: result.code, state: result.state } };
    case 'StaleReport':
      return {
        fields: {},
        refusal: { kind: 'STALE', version: result.version, entries: result.entriesSince },
      };
    case 'ReportLeased':
      return { fields: {}, refusal: { kind: 'LEASED', name: result.officer?.name ?? null } };
    case 'ChangeRefused':
    case 'LetterStale':
      return { fields: {}, refusal: { kind: 'CHANGE_REFUSED', code: result.code } };
    case 'NotFound':
      return { fields: {}, refusal: { kind: 'GONE' } };
    default:
      return null;
  }
}

/** "input.attachmentIds.0" and the like, by the name of the field people see; of a list also by the place in it. */
function fieldCodes(fields: readonly { path: string; code: string }[]): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const { path, code } of fields) {
    const place = path.replace(/^input\./, '');
    codes[place.split('.')[0] ?? path] ??= code;
    codes[place] ??= code;
  }
  return codes;
}

function refusalOfError(error: CombinedError | undefined): Refusal {
  const status = (error?.response as { status?: number } | undefined)?.status;
  if (status === 429) return { kind: 'TOO_MANY' };
  return error?.networkError && status === undefined ? { kind: 'OFFLINE' } : { kind: 'UNAVAILABLE' };
}

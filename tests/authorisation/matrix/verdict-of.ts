import type { GraphAnswer } from '../world/browser.ts';

const VERDICTS: Readonly<Record<string, string>> = {
  NotFound: 'NOT_FOUND',
  TransitionRefused: 'REFUSED',
  ChangeRefused: 'REFUSED',
};

const BEYOND_AUTHORITY = new Set(['OUTSIDE_AUTHORITY', 'VERIFIERS_ONLY', 'COVERS_ONLY']);

/** What an outsider can tell of a mutation's answer; what fits no verdict is told as it came. */
export function verdictOf({ status, data, errors }: GraphAnswer): string {
  if (status === 401) return 'TURNED_AWAY';
  const [error] = errors;
  if (error) return error.code === 'FORBIDDEN' ? 'FORBIDDEN' : `ERROR ${error.code}: ${error.message}`;
  const {
    __typename: type,
    code,
    fields,
  } = data!.result as {
    __typename: string;
    code?: string;
    fields?: { path: string; code: string }[];
  };
  // Not for this subject: a rule of the case, told as a fault of the input.
  if (fields?.every(({ code: fault }) => BEYOND_AUTHORITY.has(fault))) return 'REFUSED';
  if (type === 'InvalidInput' || type === 'TooManyRequests' || type === 'SubmissionConflict')
    return `${type} ${JSON.stringify(fields ?? code)}`;
  return VERDICTS[type] ?? 'DONE';
}

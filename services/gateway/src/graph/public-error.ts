import type { GraphQLFormattedError } from 'graphql';

/** Codes of mistakes a client can mend; their messages are written for it. Everything else is masked. */
const CLIENT_STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  DOCUMENT_REFUSED: 400,
  PERSISTED_QUERY_NOT_FOUND: 200,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
};

/** An error as clients see it. */
export interface PublicError {
  message: string;
  locations?: GraphQLFormattedError['locations'];
  path?: GraphQLFormattedError['path'];
  extensions: Record<string, unknown> & { code: string; requestId: string };
}

const MASKS: Readonly<Record<string, string>> = {
  INTERNAL: 'Something went wrong',
  SERVICE_UNAVAILABLE: 'A part of the service does not answer; try again',
};

/** Whether a code tells of a mistake of the client's. */
export const isClientError = (code: unknown): code is string =>
  typeof code === 'string' && Object.hasOwn(CLIENT_STATUS, code);

// A net under the rule that client errors are written for clients: whoever wraps a driver's error by mistake leaks nothing.
const LEAKY =
  /https?:\/\/|postgres|[\r\n]|\bat \S+[(:]|\d{1,3}(?:\.\d{1,3}){3}|:\d{4,5}\b|\/\w+\/[\w./-]+\.[cm]?[jt]s|\b(?:select|insert into|update|delete from)\b.*\b(?:from|values|set|where)\b|ECONN|ENOTFOUND|ETIMEDOUT/i;

/** A message quotes what the client sent, which may be long. */
const LONGEST_MESSAGE = 400;

const withoutSuggestion = (message: string) => message.replace(/ ?Did you mean .*$/s, '');

/**
 * Turns any error into one that tells nothing of the inside: client mistakes keep code and message (without
 * suggestions of names, unless `suggests`), everything else becomes `INTERNAL` or `SERVICE_UNAVAILABLE`.
 */
export function publicError(
  error: GraphQLFormattedError,
  requestId: string,
  { suggests = false }: { suggests?: boolean } = {},
): PublicError {
  const given = error.extensions?.code;
  const code = typeof given === 'string' ? given : 'INTERNAL';
  const at = {
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
  };
  if (isClientError(code)) {
    const { limit, maximum } = error.extensions as { limit?: unknown; maximum?: unknown };
    const message = (suggests ? error.message : withoutSuggestion(error.message)).slice(0, LONGEST_MESSAGE);
    return {
      message: LEAKY.test(message) ? 'The request cannot be used as it is' : message,
      ...at,
      extensions: {
        code,
        ...(typeof limit === 'string' ? { limit } : {}),
        ...(typeof maximum === 'number' ? { maximum } : {}),
        requestId,
      },
    };
  }
  const masked = code === 'SERVICE_UNAVAILABLE' ? code : 'INTERNAL';
  return {
    message: MASKS[masked]!,
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: masked, requestId },
  };
}

/** Hardly anybody reads more, and a refused document can cause hundreds. */
const MOST_ERRORS = 20;

/** One error per cause: twenty rows of a list that miss the same part are told once. */
export function distinctErrors(errors: readonly PublicError[]): PublicError[] {
  const first = new Map<string, PublicError>();
  for (const error of errors) {
    const { code } = error.extensions;
    const place = error.path?.filter((step) => typeof step === 'string').join('.') ?? '';
    const key =
      code === 'SERVICE_UNAVAILABLE' ? code : JSON.stringify([code, error.message, place, error.locations]);
    if (!first.has(key)) first.set(key, error);
  }
  return [...first.values()].slice(0, MOST_ERRORS);
}

const isNothing = (data: unknown): boolean =>
  data === null || data === undefined || Object.values(data).every((value) => value === null);

/**
 * The HTTP status of an answer: 4xx when the client's mistakes left nothing, 200 for anything with data and for
 * failures of parts, which the errors tell.
 */
export function statusOf(data: unknown, errors: readonly PublicError[]): number {
  if (!errors.length || !isNothing(data)) return 200;
  const codes = errors.map(({ extensions }) => extensions.code);
  return codes.every(isClientError) ? CLIENT_STATUS[codes[0]!]! : 200;
}

/** An error of the gateway's own. */
export const clientError = (
  code: string,
  message: string,
  requestId: string,
  more: Record<string, unknown> = {},
): PublicError => ({ message, extensions: { code, ...more, requestId } });

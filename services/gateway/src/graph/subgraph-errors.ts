import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '@lapor/logging';

/** Where an error of a subgraph happened, for the log. */
export interface FailureContext {
  logger: Logger;
  requestId: string;
  subgraph: string;
}

/** Codes a service may answer with on purpose. */
const MEANT = new Set(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN']);

/** Only so many of one fetch are logged: a list's rows fail alike. */
const MOST_LOGGED = 3;

const UNREACHABLE_CODE = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_|EHOSTUNREACH|UND_ERR_|08|53|57P)/;
const UNREACHABLE_MESSAGE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|connection (terminated|timeout|refused)|timeout exceeded when trying to connect|query read timeout|does not answer|the database system is/i;

/** Whether something the service needs could not be reached, so that a later try may succeed. */
export function isUnavailability(error: unknown): boolean {
  for (let current = error, steps = 0; current instanceof Error && steps < 8; steps++) {
    const { code, originalError, cause } = current as Error & { code?: unknown; originalError?: unknown };
    if (typeof code === 'string' && UNREACHABLE_CODE.test(code)) return true;
    if (UNREACHABLE_MESSAGE.test(current.message)) return true;
    current = originalError ?? cause;
  }
  return false;
}

/** The one error of a fetch that gave nothing. */
export const unavailable = (): GraphQLFormattedError => ({
  message: 'unavailable',
  extensions: { code: 'SERVICE_UNAVAILABLE' },
});

/**
 * Makes errors of a subgraph fit to leave it: meant ones stay, all others are logged here with the request's id and
 * lose their words.
 */
export function maskSubgraphErrors(
  errors: readonly GraphQLFormattedError[],
  context: FailureContext,
): GraphQLFormattedError[] {
  let logged = 0;
  return errors.map((error) => {
    const path = error.path ? { path: error.path } : {};
    const code = codeOf(error);
    if (MEANT.has(code)) return { message: error.message, ...path, extensions: { code } };
    if (logged++ < MOST_LOGGED) logFailure(error, context);
    return { message: 'masked', ...path, extensions: { code } };
  });
}

function codeOf(error: GraphQLFormattedError): string {
  const { code } = (error.extensions ?? {}) as { code?: unknown };
  if (typeof code === 'string' && MEANT.has(code)) return code;
  // A value of a scalar that only the subgraph can read: the client's mistake, told as a fault of the subgraph's query.
  if (error.message.startsWith('Variable "$')) return 'BAD_USER_INPUT';
  if (
    code === 'GRAPHQL_VALIDATION_FAILED' &&
    /cannot represent|not a valid|^Expected value of type/i.test(error.message)
  )
    return 'BAD_USER_INPUT';
  const unreachable =
    code === 'SERVICE_UNAVAILABLE' ||
    (error instanceof Error ? isUnavailability(error) : UNREACHABLE_MESSAGE.test(error.message));
  return unreachable ? 'SERVICE_UNAVAILABLE' : 'INTERNAL';
}

/** Logs why a subgraph failed; the logger drops quoted values. */
export function logFailure(error: unknown, { logger, requestId, subgraph }: FailureContext): void {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const message = (error as { message?: unknown } | null)?.message;
  const err =
    cause instanceof Error ? cause : new Error(typeof message === 'string' ? message : 'not an error');
  logger.error({ requestId, subgraph, err }, 'a subgraph failed');
}

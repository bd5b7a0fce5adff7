/** A request body of the graph, as far as its shape goes. */
export interface GraphqlBody {
  query: string | null;
  /** SHA-256 (hexadecimal) that names a persisted document. */
  hash: string | null;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** No input of the graph is nested nearly as deeply; without an end the next one to look at it would run out of stack. */
const DEEPEST = 32;

/**
 * What is wrong with a value, looked at without recursion; `null` when nothing is. U+0000 and half of a surrogate pair can neither be stored
 * nor found: PostgreSQL has no text with them.
 */
function faultOf(value: unknown): string | null {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: current, depth } = next;
    if (typeof current === 'string') {
      const fault = faultOfText(current);
      if (fault) return fault;
    }
    if (typeof current !== 'object' || current === null) continue;
    if (depth > DEEPEST) return 'The variables are nested too deeply';
    for (const inner of Object.values(current)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return null;
}

const NUL = 'Texts must not contain the character U+0000';
const faultOfText = (text: string): string | null =>
  text.includes('\0') ? NUL : text.isWellFormed() ? null : 'Texts must be well-formed Unicode';

/** Reads a body; a text instead says what is wrong with it. */
export function readGraphqlBody(body: unknown): GraphqlBody | string {
  if (!isObject(body)) return 'The body must be a JSON object';
  const { query, variables, operationName, extensions } = body;
  const fault = faultOf(variables);
  if (fault) return fault;
  // In a document it stands as an escape. (Half a pair is no document: the parser refuses it.)
  if (typeof query === 'string' && /\0|\\u0000|\\u\{0+\}/.test(query)) return NUL;
  if (query !== undefined && query !== null && typeof query !== 'string') return '"query" must be a string';
  if (variables !== undefined && variables !== null && !isObject(variables))
    return '"variables" must be an object';
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return '"operationName" must be a string';
  if (extensions !== undefined && extensions !== null && !isObject(extensions))
    return '"extensions" must be an object';
  const persisted = extensions?.persistedQuery;
  if (persisted !== undefined && (!isObject(persisted) || typeof persisted.sha256Hash !== 'string'))
    return '"extensions.persistedQuery.sha256Hash" must be a string';
  const hash = isObject(persisted) ? String(persisted.sha256Hash) : null;
  if (!query && !hash) return 'The body needs "query" or "extensions.persistedQuery"';
  return {
    query: query || null,
    hash,
    variables: variables ?? {},
    operationName: operationName || undefined,
  };
}

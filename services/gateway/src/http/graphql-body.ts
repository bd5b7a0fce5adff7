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

/** U+0000 can neither be stored nor found: PostgreSQL has no text with it. In a document it stands as an escape. */
const hasNul = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(hasNul);

/** Reads a body; a text instead says what is wrong with it. */
export function readGraphqlBody(body: unknown): GraphqlBody | string {
  if (!isObject(body)) return 'The body must be a JSON object';
  const { query, variables, operationName, extensions } = body;
  if (hasNul(variables) || (typeof query === 'string' && /\0|\\u0000|\\u\{0+\}/.test(query)))
    return 'Texts must not contain the character U+0000';
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

/** What a document may hold at most, counted before anything is planned (promises, hostile input). */
export const LIMITS = {
  /** Of the whole request body. */
  bodyBytes: 64 * 1024,
  /** Of a body with a whole file of units: for officers, persisted documents and two fields only. */
  fileBodyBytes: 1024 * 1024,
  tokens: 1_500,
  /** Fields, inline fragments and spreads, with every fragment counted as often as it is spread. */
  expandedSelections: 400,
  /** The same of a persisted document, which was read before it was known: a whole page is one of them. */
  persistedSelections: 700,
  depth: 12,
  /** Below `__schema` and `__type`, which only analysts reach: the usual introspection query is 15 deep. */
  introspectionDepth: 20,
  aliases: 30,
  directives: 20,
  rootFields: 10,
  mutationFields: 1,
  subscriptions: 0,
  fragmentCycles: 0,
  /** Rows that nested lists could give together: every list counted as often as the lists around it have rows. A full page for each row of a full page. */
  rows: 100 + 100 * 100,
  /** `first` and `last`, as literal, default or variable. */
  pageSize: 100,
  /** Documents in one request body. */
  batchedDocuments: 1,
  /** Documents that are not persisted, or take no file, where files are sent. */
  fileDocuments: 0,
} as const;

export type Limit = keyof typeof LIMITS;

/** A document that is not let in, and why. */
export interface Refusal {
  limit: Limit;
  maximum: number;
}

export const refusal = (limit: Limit): Refusal => ({ limit, maximum: LIMITS[limit] });

/** Reads or changes the graph as one visitor. `null` when nothing could be answered. */
export type VisitorGraph = (
  document: string,
  variables: Record<string, unknown>,
) => Promise<Record<string, unknown> | null>;

/** A file as it came with a form; a code says why it has no content (`TOO_LARGE`, `BUSY`). */
export interface SentFile {
  fileName: string;
  content: Uint8Array | { code: string };
}

/** Where an upload ended: its id, or the code of what was wrong. */
export type Uploaded = { id: string } | { code: string };

/** Whose a file is until its form is sent: of a report to come, or of somebody with the right to one. */
export type FileOwner = { submissionKey: string } | { grant: string };

/** A request for a page that needs no script. */
export interface PlainRequest {
  method: 'GET' | 'POST';
  /** From `/sederhana` on, without the query. */
  path: string;
  query: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  /** Fields of the form, the first of each name; empty without one. */
  form: ReadonlyMap<string, string>;
  file: SentFile | null;
  /** What could not be read of the body. */
  fault: 'TOO_LARGE' | 'NO_FORM' | 'BROKEN' | null;
  /** The graph as this visitor, with the right to one report if a grant is given. */
  graph(grant: string | null): VisitorGraph;
  upload(owner: FileOwner, fileName: string, content: Uint8Array): Promise<Uploaded>;
}

export interface PlainCookie {
  name: string;
  /** `null` takes it away. */
  value: string | null;
  seconds: number;
}

/** What is sent back; a `location` leads on. */
export interface PlainAnswer {
  status: number;
  html: string;
  cookies: readonly PlainCookie[];
  location?: string;
  retryAfterSeconds?: number;
  /** A form that is being filled in: whoever goes back finds it as it was. All else is kept nowhere. */
  isDraft?: boolean;
}

/** Everything under `/sederhana`. */
export type PlainPages = (request: PlainRequest) => Promise<PlainAnswer>;

import type { Clock } from '@lapor/clock';

/** Reads the graph as somebody without a session. Parts that cannot be read are missing; `null` when nothing can. */
export type PublicGraph = (
  document: string,
  variables: Record<string, unknown>,
) => Promise<Record<string, unknown> | null>;

/**
 * Answers the body of a question word for word as the graph would if this visitor posted it now. `null` for whoever sent a credential,
 * good or not, for documents that are not known, and without a whole answer.
 */
export type FirstAnswer = (question: string) => Promise<string | null>;

/** Who asks for a page, as far as it matters to it. */
export interface PageVisit {
  /** Of the address, without its question mark. */
  query: string;
  firstAnswer: FirstAnswer;
}

/** What the gateway gives to an application's server-made part. */
export interface PageTools {
  graph: PublicGraph;
  /** Origin people type into the browser. */
  publicUrl: string;
  /** Key of secrets in forms, the same in every process. */
  formSecret: string;
  /** Where the built application lies. */
  directory: string;
  clock: Clock;
}

/** Server-made HTML of an application. */
export interface PageServer {
  /** Fills the built `index.html`, whose nonces are set already. @param path as it was asked for, without the query. */
  page(template: string, path: string, visit: PageVisit): Promise<{ status: number; html: string }>;
  /** Files that are made, not built (`/robots.txt`); `null` for all others. */
  file(path: string): Promise<MadeFile | null>;
  /** Pages that need no script. */
  plain?: { base: string; answer: PlainPages } | undefined;
}

export interface MadeFile {
  contentType: string;
  body: string | Buffer;
  /** Its name changes with its content. */
  isLasting?: boolean;
}

/** A file that came with a form; a code says why it has no content (`TOO_LARGE`, `BUSY`). */
export interface SentFile {
  fileName: string;
  content: Uint8Array | { code: string };
}

/** Whose a file is until its form is sent: of a report to come, or of somebody with the right to one. */
export type FileOwner = { submissionKey: string } | { grant: string };

/** A request for a page that needs no script. */
export interface PlainRequest {
  method: 'GET' | 'POST';
  /** As it was asked for, without the query. */
  path: string;
  query: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  /** Fields of the form, the first of each name; empty without one. */
  form: ReadonlyMap<string, string>;
  file: SentFile | null;
  /** Why the body was not read, or that something of ours broke. */
  fault: 'TOO_LARGE' | 'NO_FORM' | 'BROKEN' | null;
  /** The graph as this visitor, limited as everybody's requests are, with the right to one report if a grant is given. */
  graph(grant: string | null): PublicGraph;
  /** Brings a file to where reports take theirs; gives its id, or the code of what was wrong. */
  upload(owner: FileOwner, fileName: string, content: Uint8Array): Promise<{ id: string } | { code: string }>;
}

export interface PlainAnswer {
  status: number;
  html: string;
  /** `null` takes one away. They are seen below the base only, and by no script. */
  cookies: readonly { name: string; value: string | null; seconds: number }[];
  location?: string;
  retryAfterSeconds?: number;
  /** A form that is being filled in: the browser may show it again to whoever goes back. All else is kept nowhere. */
  isDraft?: boolean;
}

export type PlainPages = (request: PlainRequest) => Promise<PlainAnswer>;

/** A built application under a path of the platform's origin. */
export interface Pages {
  /** The built files; `index.html` is its template. */
  directory: string;
  /** Starts and ends with a slash: `/`, `/instansi/`. */
  base: string;
  /** Without it, every path below `base` gets the template as it is. */
  createServer?(tools: PageTools): PageServer;
}

import type { Clock } from '@lapor/clock';

/** Reads the graph as somebody without a session. Parts that cannot be read are missing; `null` when nothing can. */
export type PublicGraph = (
  document: string,
  variables: Record<string, unknown>,
) => Promise<Record<string, unknown> | null>;

/** What the gateway gives to an application's server-made part. */
export interface PageTools {
  graph: PublicGraph;
  /** Origin people type into the browser. */
  publicUrl: string;
  clock: Clock;
}

/** Server-made HTML of an application. */
export interface PageServer {
  /** Fills the built `index.html`, whose nonces are set already. @param path as it was asked for, without the query. */
  page(template: string, path: string): Promise<{ status: number; html: string }>;
  /** Files that are made, not built (`/robots.txt`); `null` for all others. */
  file(path: string): Promise<{ contentType: string; body: string } | null>;
}

/** A built application under a path of the platform's origin. */
export interface Pages {
  /** The built files; `index.html` is its template. */
  directory: string;
  /** Starts and ends with a slash: `/`, `/instansi/`. */
  base: string;
  /** Without it, every path below `base` gets the template as it is. */
  createServer?(tools: PageTools): PageServer;
}

import { createHash } from 'node:crypto';
import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';
import type { z } from 'zod';
import type { DoorPass, Tokens } from '@lapor/viewer';

/** Who asks: a door for one of its senders, with the right to one report where there is one. */
export interface Asker extends DoorPass {
  grant?: string;
}

/** The graph as whoever writes to a door has it. */
export interface GraphClient {
  /** Asks; the answer has this shape. @throws GraphUnavailable when it cannot be asked now. */
  ask<Answer>(
    document: DocumentNode,
    variables: Record<string, unknown>,
    shape: z.ZodType<Answer>,
    asker: Asker,
  ): Promise<Answer>;
  /** Uploads a file as any application does, for a report that will be filed or that was opened; or why it is not taken. @throws GraphUnavailable */
  upload(
    file: { name: string; content: Buffer },
    owner: { submissionKey: string } | { grant: string },
    pass: DoorPass,
  ): Promise<{ attachmentId: string } | { refused: string }>;
}

/** To be tried again later. Holds a code, never what was asked or answered. */
export class GraphUnavailable extends Error {
  override name = 'GraphUnavailable';
}

/** The sender has filed as much as anybody may for now; surely nothing was filed. */
export class SenderHasToWait extends GraphUnavailable {
  override name = 'SenderHasToWait';
}

export interface GraphClientOptions {
  /** The gateway's address; `null` while there is none yet. */
  url: () => string | null;
  tokens: Tokens;
}

const TIMEOUT_MILLISECONDS = 10_000;
/** A large file is looked into, and a photo encoded anew. */
const UPLOAD_MILLISECONDS = 60_000;

/** Asks the gateway over HTTP as any application does (docs/adr/0054), with the pass of a door in place of a cookie. */
export function createGraphClient({ url, tokens }: GraphClientOptions): GraphClient {
  return {
    async ask(document, variables, shape, { grant, ...pass }) {
      const origin = url();
      if (origin === null) throw new GraphUnavailable('There is no gateway yet');
      const { query, hash } = textOf(document);
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-lapor-client': 'channels',
          'x-lapor-door': await tokens.signDoorPass(pass),
          ...(grant ? { 'report-grant': grant } : {}),
        },
        body: JSON.stringify({
          query,
          variables,
          extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
        }),
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      }).catch((error: unknown) => {
        throw new GraphUnavailable('The gateway did not answer', { cause: codeOf(error) });
      });
      const { data, errors } = ((await response.json().catch(() => null)) ?? {}) as {
        data?: unknown;
        errors?: { extensions?: { code?: unknown } }[];
      };
      const answer = shape.safeParse(data);
      if (answer.success) return answer.data;
      const code = errors?.[0]?.extensions?.code;
      throw new GraphUnavailable(`The graph answered ${response.status} ${isCode(code) ? code : ''}`.trim());
    },
    async upload({ name, content }, owner, pass) {
      const origin = url();
      if (origin === null) throw new GraphUnavailable('There is no gateway yet');
      if (content.length === 0) return { refused: 'EMPTY' };
      const response = await fetch(`${origin}/files`, {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'upload-length': String(content.length),
          'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
          'x-lapor-client': 'channels',
          'x-lapor-door': await tokens.signDoorPass(pass),
          ...('grant' in owner ? { 'report-grant': owner.grant } : { 'submission-key': owner.submissionKey }),
        },
        body: new Uint8Array(content),
        signal: AbortSignal.timeout(UPLOAD_MILLISECONDS),
      }).catch((error: unknown) => {
        throw new GraphUnavailable('The gateway did not take a file', { cause: codeOf(error) });
      });
      const said = ((await response.json().catch(() => null)) ?? {}) as { id?: unknown; code?: unknown };
      if (response.status === 201 && typeof said.id === 'string') return { attachmentId: said.id };
      const isForGood = response.status >= 400 && response.status < 500 && response.status !== 401;
      if (isForGood && response.status !== 429) return { refused: isCode(said.code) ? said.code : 'REFUSED' };
      throw new GraphUnavailable(`A file was answered ${response.status}`);
    },
  };
}

const texts = new WeakMap<DocumentNode, { query: string; hash: string }>();

/** The text that was collected for the gateway, and its hash. */
function textOf(document: DocumentNode): { query: string; hash: string } {
  const known = texts.get(document);
  if (known) return known;
  const query = stringifyDocument(formatDocument(document));
  const made = { query, hash: createHash('sha256').update(query).digest('hex') };
  texts.set(document, made);
  return made;
}

const isCode = (code: unknown): code is string => typeof code === 'string' && /^[A-Z_]{2,60}$/.test(code);

function codeOf(error: unknown): Error {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
  return new Error(isCode(cause?.code) ? cause.code : (name ?? 'unknown'));
}

import { createHash } from 'node:crypto';
import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';
import type { z } from 'zod';

/** What the gateway said to somebody with a key. */
export type ByKey<Answer> =
  | { kind: 'ANSWER'; answer: Answer }
  /** The key is unknown or ended. */
  | { kind: 'UNKNOWN_KEY' }
  /** The key may not do this. */
  | { kind: 'FORBIDDEN' }
  | { kind: 'TOO_MANY'; retryAfterSeconds: number }
  | { kind: 'AWAY' };

/** The gateway as whoever holds a key has it. The key goes into a header and nowhere else. */
export interface KeyClient {
  ask<Answer>(
    key: string,
    document: DocumentNode,
    variables: Record<string, unknown>,
    shape: z.ZodType<Answer>,
  ): Promise<ByKey<Answer>>;
  /** Uploads a file that belongs to a submission; answers its id. `null`: the file was refused. */
  upload(
    key: string,
    submissionKey: string,
    file: { name: string; content: Buffer },
  ): Promise<ByKey<string | null>>;
}

const TIMEOUT_MILLISECONDS = 10_000;
const UPLOAD_MILLISECONDS = 60_000;

export function createKeyClient(url: () => string | null): KeyClient {
  async function reach(path: string, init: RequestInit, milliseconds: number): Promise<Response | null> {
    const origin = url();
    if (origin === null) return null;
    return fetch(origin + path, { ...init, signal: AbortSignal.timeout(milliseconds) }).catch(() => null);
  }
  return {
    async ask(key, document, variables, shape) {
      const query = stringifyDocument(formatDocument(document));
      const response = await reach(
        '/graphql',
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-lapor-client': 'channels',
            authorization: `Bearer ${key}`,
          },
          body: JSON.stringify({
            query,
            variables,
            extensions: {
              persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
            },
          }),
        },
        TIMEOUT_MILLISECONDS,
      );
      const refused = refusalOf(response);
      if (refused) return refused;
      const { data, errors } = ((await response!.json().catch(() => null)) ?? {}) as {
        data?: unknown;
        errors?: { extensions?: { code?: unknown } }[];
      };
      if (errors?.some(({ extensions }) => extensions?.code === 'FORBIDDEN')) return { kind: 'FORBIDDEN' };
      const answer = shape.safeParse(data);
      return answer.success ? { kind: 'ANSWER', answer: answer.data } : { kind: 'AWAY' };
    },
    async upload(key, submissionKey, { name, content }) {
      const response = await reach(
        '/files',
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${key}`,
            'submission-key': submissionKey,
            'tus-resumable': '1.0.0',
            'upload-length': String(content.length),
            'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
            'content-type': 'application/offset+octet-stream',
          },
          body: new Uint8Array(content),
        },
        UPLOAD_MILLISECONDS,
      );
      const refused = refusalOf(response);
      if (refused) return refused;
      const id = /\/files\/([0-9a-f-]{36})$/.exec(response!.headers.get('location') ?? '')?.[1];
      const isWhole = response!.headers.get('upload-offset') === String(content.length);
      await response!.body?.cancel();
      if (response!.status === 201 && id && isWhole) return { kind: 'ANSWER', answer: id };
      return response!.status < 500 ? { kind: 'ANSWER', answer: null } : { kind: 'AWAY' };
    },
  };
}

function refusalOf(response: Response | null): Exclude<ByKey<never>, { kind: 'ANSWER' }> | null {
  if (!response || response.status === 503) return { kind: 'AWAY' };
  if (response.status === 401) return { kind: 'UNKNOWN_KEY' };
  if (response.status === 403) return { kind: 'FORBIDDEN' };
  if (response.status === 429)
    return { kind: 'TOO_MANY', retryAfterSeconds: Number(response.headers.get('retry-after')) || 60 };
  return null;
}

import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Clock } from '@lapor/clock';
import type { Viewer } from '@lapor/viewer';
import type { KnownDocument } from '../guard/persisted.ts';
import type { GraphqlBody } from '../http/graphql-body.ts';
import { asksAsNobody } from './asks-as-nobody.ts';
import type { IsPublicDocument } from './public-documents.ts';

/** An answer of the graph, ready to be sent. */
export interface Answer {
  status: number;
  text: string;
  /** Whole, and without the number of the request that it was made for. */
  isShareable: boolean;
}

/** Answers that readers without any credential share for a moment. */
export interface PublicAnswers {
  /** Under what the answer to a request may be shared; `null`: not at all. */
  keyOf(
    asked: { headers: IncomingHttpHeaders; viewer: Viewer },
    document: KnownDocument,
    body: GraphqlBody,
  ): string | null;
  /** The shared answer, else a new one. Whoever asks for the same at the same time waits for the same answer. */
  answer(key: string, viewer: Viewer, make: () => Promise<Answer>): Promise<Answer>;
  /** Somebody changes something: for a moment they read nothing that was made before. */
  noteChange(viewer: Viewer): void;
}

export interface PublicAnswersOptions {
  /** How long an answer is shared; 0 shares none. */
  milliseconds: number;
  isPublicDocument: IsPublicDocument;
  clock: Clock;
  /** Monotonic milliseconds; only tests have another. */
  now?: () => number;
}

const KEPT_CHARACTERS = 32_000_000;
const LONGEST_ANSWER = 512_000;
const REMEMBERED_CHANGERS = 50_000;
const MINUTE = 60_000;

/** Builds the store of one process; replicas have one each, which differ by the time that an answer is shared. */
export function createPublicAnswers({
  milliseconds,
  isPublicDocument,
  clock,
  now = () => performance.now(),
}: PublicAnswersOptions): PublicAnswers {
  const ttl = Math.max(1, milliseconds);
  const perf = { now };
  const kept = new LRUCache<string, Answer>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: ({ text }, key) => text.length + key.length,
    ttl,
    ttlResolution: 0,
    perf,
  });
  const running = new Map<string, Promise<Answer>>();
  const changers = new LRUCache<string, true>({ max: REMEMBERED_CHANGERS, ttl, ttlResolution: 0, perf });
  const judged = new WeakMap<KnownDocument['inspection'], boolean>();

  function isPublic({ text, inspection }: KnownDocument): boolean {
    let verdict = judged.get(inspection);
    if (verdict === undefined) judged.set(inspection, (verdict = isPublicDocument(text)));
    return verdict;
  }

  async function make(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const answer = await work();
    if (answer.isShareable && answer.text.length <= LONGEST_ANSWER) kept.set(key, answer);
    return answer;
  }

  return {
    keyOf({ headers, viewer }, document, { variables, operationName }) {
      if (milliseconds <= 0 || !asksAsNobody(headers, viewer) || !isPublic(document)) return null;
      // With the minute: what an answer says of deadlines belongs to its time, whatever the clock does.
      const minute = Math.floor(clock.now().getTime() / MINUTE);
      return JSON.stringify([document.text, operationName ?? null, variables, minute]);
    },
    async answer(key, viewer, work) {
      if (viewer.source === undefined || changers.has(viewer.source)) return make(key, work);
      const known = kept.get(key);
      if (known) return known;
      const other = running.get(key);
      if (other) {
        const answer = await other.catch(() => null);
        return answer?.isShareable ? answer : work();
      }
      const own = make(key, work).finally(() => running.delete(key));
      running.set(key, own);
      return own;
    },
    noteChange({ source }) {
      if (source !== undefined) changers.set(source, true);
    },
  };
}

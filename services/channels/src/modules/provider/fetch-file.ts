const TIMEOUT_MILLISECONDS = 10_000;
/** After a silence nobody else waits for the same. */
const SILENCE_SECONDS = 20;
const MOST_WAIT_SECONDS = 3_600;

/** What became of fetching a file: had, not now, or never and why. */
export type Fetched =
  | { kind: 'HAD'; content: Buffer }
  /** `restSeconds`: the provider wants to be left alone, or says nothing. */
  | { kind: 'NOT_NOW'; restSeconds?: number }
  | { kind: 'NEVER'; reason: 'GONE' | 'TOO_LARGE' | 'ELSEWHERE' };

/** Our own right is at fault, or the other side's moment; everything else from 400 on is for good. */
const NOT_NOW: ReadonlySet<number> = new Set([401, 403, 408, 425, 429]);

/**
 * Fetches a file from a provider's own API: from these origins and no other, no redirect, no larger than allowed. Nothing that a sender
 * wrote decides where to.
 */
export async function fetchFile(
  url: URL,
  {
    origins,
    largestBytes,
    headers = {},
  }: { origins: readonly string[]; largestBytes: number; headers?: Record<string, string> },
): Promise<Fetched> {
  if (!origins.some((origin) => new URL(origin).origin === url.origin))
    return { kind: 'NEVER', reason: 'ELSEWHERE' };
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel().catch(() => {});
      return refusalOf(response.status, response.headers);
    }
    if (Number(response.headers.get('content-length')) > largestBytes) {
      await response.body.cancel().catch(() => {});
      return { kind: 'NEVER', reason: 'TOO_LARGE' };
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body) {
      bytes += chunk.length;
      if (bytes > largestBytes) return { kind: 'NEVER', reason: 'TOO_LARGE' };
      chunks.push(chunk);
    }
    return { kind: 'HAD', content: Buffer.concat(chunks) };
  } catch {
    return { kind: 'NOT_NOW', restSeconds: SILENCE_SECONDS };
  }
}

/** What an answer without a file means. `waitSeconds`: said in its body. */
export function refusalOf(status: number, headers: Headers, waitSeconds?: number): Fetched {
  if (status >= 300 && status < 400) return { kind: 'NEVER', reason: 'ELSEWHERE' };
  if (status === 413) return { kind: 'NEVER', reason: 'TOO_LARGE' };
  if (status < 500 && !NOT_NOW.has(status)) return { kind: 'NEVER', reason: 'GONE' };
  const asked = waitSeconds ?? secondsIn(headers.get('retry-after'));
  if (asked === null)
    return status === 429 ? { kind: 'NOT_NOW', restSeconds: SILENCE_SECONDS } : { kind: 'NOT_NOW' };
  return { kind: 'NOT_NOW', restSeconds: Math.min(Math.max(asked, 1), MOST_WAIT_SECONDS) };
}

/** `Retry-After` (RFC 9110, 10.2.3): seconds or a date. `null`: it says nothing. */
function secondsIn(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.ceil((at - Date.now()) / 1_000);
}

/** Asks nothing of a provider while it rests: what waits for one file of it would hold up everybody's messages. */
export function withRests(
  fetchOne: (handle: string) => Promise<Fetched>,
  now: () => number,
): (handle: string) => Promise<Fetched & { isResting?: boolean }> {
  let restsUntil = 0;
  return async (handle) => {
    const rest = restsUntil - now();
    if (rest > 0) return { kind: 'NOT_NOW', restSeconds: Math.ceil(rest / 1_000), isResting: true };
    const fetched = await fetchOne(handle);
    if (fetched.kind === 'NOT_NOW' && fetched.restSeconds !== undefined)
      restsUntil = now() + fetched.restSeconds * 1_000;
    return fetched;
  };
}

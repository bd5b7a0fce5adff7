const TIMEOUT_MILLISECONDS = 15_000;

/**
 * Fetches a file from a provider's own API: from these origins and no other, no redirect, no larger than allowed. `null`: it could not be
 * had. Nothing that a sender wrote decides where to.
 */
export async function fetchFile(
  url: URL,
  {
    origins,
    largestBytes,
    headers = {},
  }: { origins: readonly string[]; largestBytes: number; headers?: Record<string, string> },
): Promise<Buffer | null> {
  if (!origins.some((origin) => new URL(origin).origin === url.origin)) return null;
  try {
    const response = await fetch(url, {
      redirect: 'error',
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    if (!response.ok || !response.body) return null;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body) {
      bytes += chunk.length;
      if (bytes > largestBytes) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}

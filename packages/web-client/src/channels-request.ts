/** A question to `channels` that failed. Words for the codes belong to the applications. */
export interface ChannelsFailure {
  ok: false;
  /** The server's, or OFFLINE, UNAVAILABLE, NOT_FOUND, REFUSED. */
  code: string;
  /** Fields of the form that the server did not take, with a code each. */
  fields: readonly { path: string; message: string }[];
  /** Seconds to wait after too many attempts. */
  retryAfterSeconds?: number;
}

export type ChannelsAnswer<Value> = { ok: true; value: Value } | ChannelsFailure;

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Asks under `/channels` of this origin; never throws. The server's answers are trusted to have the shape that is named. */
export async function askChannels<Value>(
  method: Method,
  path: string,
  body?: object,
): Promise<ChannelsAnswer<Value>> {
  let response: Response;
  try {
    response = await globalThis.fetch(`/channels${path}`, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    return { ok: false, code: 'OFFLINE', fields: [] };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: answer as Value };
  const { code, fields } = (answer ?? {}) as { code?: unknown; fields?: ChannelsFailure['fields'] };
  const wait = Number(response.headers.get('retry-after'));
  return {
    ok: false,
    code: typeof code === 'string' ? code : response.status >= 500 ? 'UNAVAILABLE' : 'REFUSED',
    fields: Array.isArray(fields) ? fields : [],
    ...(wait > 0 ? { retryAfterSeconds: wait } : {}),
  };
}

/** `?name=value&…` of what has a value. */
export function queryOf(values: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query && `?${query}`;
}

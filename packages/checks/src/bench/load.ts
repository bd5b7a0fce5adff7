import { Pool } from 'undici';

/** One request of an operation; a new one each time it is asked for. */
export interface Request {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Who answers, and what it is asked. */
export interface Target {
  origin: string;
  next(): Request;
  /** Whether an answer is one; a benchmark of failures would be a good one. */
  isRight(body: string): boolean;
}

export interface Load {
  requests: number;
  seconds: number;
  /** Milliseconds, ascending. */
  times: number[];
}

/** Asks once and gives the body. */
export async function ask({ origin, next, isRight }: Target): Promise<string> {
  const pool = new Pool(origin);
  try {
    return await send(pool, next(), isRight);
  } finally {
    await pool.close();
  }
}

async function send(
  pool: Pool,
  { path, headers, body }: Request,
  isRight: Target['isRight'],
): Promise<string> {
  const answer = await pool.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || !isRight(text))
    throw new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
  return text;
}

/** A closed loop: so many connections, each asks again as soon as it was answered. */
export async function load(target: Target, connections: number, seconds: number): Promise<Load> {
  const pool = new Pool(target.origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const startedAt = performance.now();
  const end = startedAt + seconds * 1_000;
  try {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < end) {
          const from = performance.now();
          await send(pool, target.next(), target.isRight);
          times.push(performance.now() - from);
        }
      }),
    );
  } finally {
    await pool.close();
  }
  return {
    requests: times.length,
    seconds: (performance.now() - startedAt) / 1_000,
    times: times.sort((a, b) => a - b),
  };
}

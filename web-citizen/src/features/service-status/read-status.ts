/** What of the service works, as it was measured just now. */
export interface ServiceStatus {
  /** ISO instant of the measurement. */
  checkedAt: string;
  /** ISO instant since when the entrance of the service has run. */
  runningSince: string;
  parts: { part: Part; works: boolean }[];
}

export const parts = ['REPORTS', 'DEADLINES', 'DIRECTORY', 'ACCOUNTS', 'MESSAGES'] as const;
export type Part = (typeof parts)[number];

const isPart = (name: unknown): name is Part => parts.some((part) => part === name);
const isInstant = (text: unknown): text is string =>
  typeof text === 'string' && !Number.isNaN(Date.parse(text));

/** Reads an answer; `null` for anything else, such as a page of a network that stands between. */
export function readStatus(answer: unknown): ServiceStatus | null {
  const { checkedAt, runningSince, parts: said } = (answer ?? {}) as Record<string, unknown>;
  if (!isInstant(checkedAt) || !isInstant(runningSince) || !Array.isArray(said)) return null;
  const known = said.flatMap(({ part, works }: Record<string, unknown>) =>
    isPart(part) && typeof works === 'boolean' ? [{ part, works }] : [],
  );
  return known.length > 0 ? { checkedAt, runningSince, parts: known } : null;
}

/** Asks the service how it does; `null` when it cannot be asked. */
export async function fetchStatus(): Promise<ServiceStatus | null> {
  try {
    const response = await fetch('/health/parts', {
      headers: { accept: 'application/json' },
      cache: 'no-store',
    });
    return readStatus(await response.json());
  } catch {
    return null;
  }
}

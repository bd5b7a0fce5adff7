/** How long the database may take, in milliseconds; 0: as long as it wants. */
export interface Limits {
  /** A statement for which somebody waits, and the wait for a connection. */
  request: number;
  /** A statement of a job, an import, an export or a command. */
  batch: number;
  /** An open transaction in which nothing is asked: whoever hangs there holds its locks. */
  idle: number;
}

/** The gateway gives a request 4.5 s in all: beyond that nobody waits for a statement any more. */
const DEFAULTS: Limits = { request: 4_000, batch: 600_000, idle: 60_000 };

/** As PostgreSQL itself calls them, in the address of a database. */
const PARAMETERS = {
  request: 'statement_timeout',
  batch: 'batch_statement_timeout',
  idle: 'idle_in_transaction_session_timeout',
} as const satisfies Record<keyof Limits, string>;

/**
 * Takes the limits out of a database's address (`?statement_timeout=8000`, milliseconds); what it does not name is as usual.
 * @throws where one is no number of milliseconds.
 */
export function limitsOf(address: string): { url: string; limits: Limits } {
  const limits = { ...DEFAULTS };
  if (!/timeout=/.test(address)) return { url: address, limits };
  const url = new URL(address);
  for (const [name, parameter] of Object.entries(PARAMETERS) as [keyof Limits, string][]) {
    const given = url.searchParams.get(parameter);
    if (given === null) continue;
    if (!/^\d{1,9}$/.test(given))
      throw new Error(`${parameter} in the address of the database is a number of milliseconds`);
    limits[name] = Number(given);
    url.searchParams.delete(parameter);
  }
  return { url: url.href, limits };
}

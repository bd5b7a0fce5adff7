import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { limitRate } from '../rate-limit/index.ts';
import { done, failed, typed, validate, type ReportsDependencies, type Result } from '../report/index.ts';

const schema = z.object({ number: typed(1, 40), contact: typed(3, 254) });
const REQUESTS_PER_SOURCE = { count: 10, seconds: 3_600 };

/** What waits for `sendNewCodes`, sealed. */
export const request = z.object({ number: z.string(), contact: z.string() });
export const sealedAs = (id: string): string => `lost-code:${id}`;

/**
 * Takes in that somebody lost a code. Whether there is such a report, and whose address it is, is found out later by a job: the
 * answer, and the time it takes, are the same for every number.
 */
export async function requestNewAccessCode(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<null>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const limited = await limitRate(deps, 'lost-code', viewer.source, REQUESTS_PER_SOURCE);
  if (limited) return failed(limited);
  const { number, contact } = valid.value;
  const id = deps.newId();
  const sealed = deps.sealer.seal(
    JSON.stringify({ number: number.replace(/\D/g, '').slice(0, 8), contact }),
    sealedAs(id),
  );
  await deps.database.transaction((em) =>
    em.execute('insert into lost_code_request (id, asked_at, sealed) values (?, ?, ?)', [
      id,
      deps.clock.now().toISOString(),
      sealed,
    ]),
  );
  return done(null);
}

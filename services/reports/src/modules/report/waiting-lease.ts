import type { EntityManager } from '@mikro-orm/postgresql';
import type { Report } from './entity.ts';
import type { Operation } from './policy-facts.ts';

/**
 * What nobody does to a waiting report while another officer works on it. Reading an identity is not among it: it changes nothing that the
 * other one works with, is told to the reporter, and may be a matter of life; nor are notes, which colleagues leave for each other; nor
 * are flags, which officers add at any time.
 */
const RESPECTS_LEASE: ReadonlySet<Operation> = new Set([
  'verify',
  'postpone',
  'archive',
  'reclassify',
  'redact',
  'markDuplicate',
  'withhold',
  'writeToReporter',
]);

/** What takes something from the public: as long as it can be read there, nobody waits for another. */
const PROTECTS: ReadonlySet<Operation> = new Set(['redact', 'withhold']);

/** Whether an operation on a report waits until no other officer works on it. */
export const respectsLease = (
  operation: Operation,
  { state, isPublished }: Pick<Report, 'state' | 'isPublished'>,
): boolean =>
  state === 'SUBMITTED' && RESPECTS_LEASE.has(operation) && !(isPublished && PROTECTS.has(operation));

/** Who else works on it, if anybody does. */
export async function leaseOfAnother(
  em: EntityManager,
  reportId: string,
  officerId: string | null,
  now: Date,
): Promise<{ officerId: string; until: Date } | null> {
  const [row] = await em.execute<{ officer_id: string; until: Date }[]>(
    'select officer_id, until from lease where report_id = ? and until > ? and officer_id is distinct from ?',
    [reportId, now.toISOString(), officerId],
  );
  return row ? { officerId: row.officer_id, until: new Date(row.until) } : null;
}

/** What does not wait there any more is nobody's to verify. */
export async function endLease(em: EntityManager, reportId: string): Promise<void> {
  await em.execute('delete from lease where report_id = ?', [reportId]);
}

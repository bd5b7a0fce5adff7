import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '@lapor/viewer';
import { auditActor, noteInAudit } from '../audit/index.ts';
import { textArray } from '../organisation/index.ts';
import {
  boundKey,
  done,
  givenId,
  may,
  NOT_FOUND,
  policyFacts,
  REPORT_COLUMNS,
  validate,
  type ReportRow,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { mayLeaseAt } from './policy.ts';
import { findLeasedBy } from './repository.ts';
import { leaseUntil, MOST_LEASED_AT_ONCE } from './vocabulary.ts';

const schema = z.object({
  first: z.int().min(1).max(MOST_LEASED_AT_ONCE),
  organisationId: givenId(100)
    .nullish()
    .transform((value) => value ?? null),
  requestKey: z.uuid(),
});

/** Another officer may take what was free a moment ago; after so many looks what there is is enough. */
const MOST_LOOKS = 10;

type Candidate = ReportRow & { is_own: boolean };

/**
 * Takes the oldest reports of a desk's queue that nobody else has, for a quarter of an hour; what the viewer has already comes first
 * by age like the rest. Two requests at once never get the same report. A repeated request takes nothing more.
 */
export async function leaseReports(
  deps: ReportsDependencies,
  input: z.input<typeof schema>,
  viewer: Viewer,
): Promise<Result<{ reportIds: string[] }>> {
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { first, organisationId, requestKey } = valid.value;
  if (!viewer.accountId || !mayLeaseAt(viewer, organisationId)) return NOT_FOUND;
  const officerId = viewer.accountId;
  const key = boundKey(viewer, 'leaseReports', requestKey);
  const now = deps.clock.now();
  const taken = await deps.database.transaction(async (em) => {
    // Requests of one officer come one after the other: the second finds what the first has taken, and takes no more.
    await em.execute(`select pg_advisory_xact_lock(hashtext('lease ' || ?))`, [officerId]);
    const isNew = await em.execute<unknown[]>(
      'insert into lease_request (key, at) values (?, ?) on conflict do nothing returning key',
      [key, now.toISOString()],
    );
    if (isNew.length === 0) return null;
    const found: Candidate[] = [];
    for (let look = 0; look < MOST_LOOKS && found.length < first; look++) {
      const candidates = await listFree(em, viewer, organisationId, now, found, first - found.length);
      // The statement selects what the viewer may verify; the policy has the last word all the same.
      const allowed = candidates.filter((row) => may(viewer, policyFacts(row, viewer, deps), 'lease'));
      if (allowed.length === 0) break;
      const ids = new Set(await take(em, allowed, { officerId, key, now }));
      const got = allowed.filter(({ id }) => ids.has(id));
      for (const row of got)
        if (!row.is_own)
          await noteInAudit(em, {
            at: now,
            action: 'LEASED',
            ...auditActor(viewer),
            organisationId,
            reportId: row.id,
            paths: row.desk_path ? [row.desk_path] : [],
            facts: { number: row.number },
          });
      found.push(...got);
    }
    return found.map(({ id }) => id);
  });
  return done({
    reportIds:
      taken ?? (await findLeasedBy(deps.database, officerId, key, now)).map(({ report_id }) => report_id),
  });
}

/** The oldest that nobody else has, held until the transaction ends; whoever holds one now is passed over. */
const listFree = (
  em: EntityManager,
  viewer: Viewer,
  organisationId: string | null,
  now: Date,
  without: readonly { id: string }[],
  limit: number,
): Promise<Candidate[]> =>
  em.execute<Candidate[]>(
    `select ${REPORT_COLUMNS}, l.officer_id is not distinct from ? as is_own
     from report r left join lease l on l.report_id = r.id and l.until > ?
     where r.state = 'SUBMITTED' and r.desk_organisation_id ${organisationId === null ? 'is null' : '= ?'}
       and (l.officer_id is null or l.officer_id = ?) and r.id <> all(?::uuid[])
       ${organisationId === null ? '' : 'and not (r.excluded_organisation_ids && ?::text[])'}
     order by r.submitted_at, r.id limit ? for update of r skip locked`,
    [
      viewer.accountId,
      now.toISOString(),
      ...(organisationId === null ? [] : [organisationId]),
      viewer.accountId,
      `{${without.map(({ id }) => id).join(',')}}`,
      ...(organisationId === null ? [] : [textArray(viewer.posts.map((post) => post.organisationId))]),
      limit,
    ],
  );

/** What another transaction took after the look began stays that one's. */
async function take(
  em: EntityManager,
  rows: readonly { id: string }[],
  { officerId, key, now }: { officerId: string; key: string; now: Date },
): Promise<string[]> {
  const taken = await em.execute<{ report_id: string }[]>(
    `insert into lease (report_id, officer_id, taken_at, until, request_key)
     select id, ?, ?::timestamptz, ?::timestamptz, ?::uuid from unnest(?::uuid[]) as free (id) order by id
     on conflict (report_id) do update set officer_id = excluded.officer_id, taken_at = excluded.taken_at, until = excluded.until,
       request_key = excluded.request_key where lease.until <= ? or lease.officer_id = excluded.officer_id
     returning report_id`,
    [
      officerId,
      now.toISOString(),
      leaseUntil(now).toISOString(),
      key,
      `{${rows.map(({ id }) => id).join(',')}}`,
      now.toISOString(),
    ],
  );
  return taken.map(({ report_id }) => report_id);
}

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
import { findLeasedBy, lockOfficer } from './repository.ts';
import { heldTooLongSince, leaseUntil, MOST_LEASED_AT_ONCE, pauseSince, renewedUntil } from './vocabulary.ts';

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
 * by age like the rest, and ten are had at once at most. Two requests at once never get the same report. A repeated request takes nothing more.
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
    await lockOfficer(em, officerId);
    const isNew = await em.execute<unknown[]>(
      'insert into lease_request (key, at) values (?, ?) on conflict do nothing returning key',
      [key, now.toISOString()],
    );
    if (isNew.length === 0) return null;
    const [held] = await em.execute<{ count: number }[]>(
      'select count(*)::int as count from lease where officer_id = ? and until > ?',
      [officerId, now.toISOString()],
    );
    /** New ones; what the viewer has already is had anyway. */
    let left = MOST_LEASED_AT_ONCE - held!.count;
    const found: Candidate[] = [];
    for (let look = 0; look < MOST_LOOKS && found.length < first; look++) {
      const candidates = await listFree(em, viewer, organisationId, {
        now,
        without: found,
        limit: first - found.length,
        ownOnly: left <= 0,
      });
      // The statement selects what the viewer may verify; the policy has the last word all the same.
      const allowed = candidates
        .filter((row) => may(viewer, policyFacts(row, viewer, deps), 'lease'))
        .filter((row) => row.is_own || left-- > 0);
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

/**
 * The oldest that nobody else has, held until the transaction ends; whoever holds one now is passed over, and what the viewer held for too
 * long until now.
 */
const listFree = (
  em: EntityManager,
  viewer: Viewer,
  organisationId: string | null,
  {
    now,
    without,
    limit,
    ownOnly,
  }: { now: Date; without: readonly { id: string }[]; limit: number; ownOnly: boolean },
): Promise<Candidate[]> =>
  em.execute<Candidate[]>(
    `select ${REPORT_COLUMNS}, l.officer_id is not distinct from ? as is_own
     from report r left join lease l on l.report_id = r.id and l.until > ?
     where r.state = 'SUBMITTED' and r.desk_organisation_id ${organisationId === null ? 'is null' : '= ?'}
       and ${ownOnly ? 'l.officer_id = ?' : '(l.officer_id is null or l.officer_id = ?)'} and r.id <> all(?::uuid[])
       and not exists (select from lease p where p.report_id = r.id and p.officer_id = ? and p.taken_at <= ? and p.until > ?)
       ${organisationId === null ? '' : 'and not (r.excluded_organisation_ids && ?::text[])'}
     order by r.submitted_at, r.id limit ? for update of r skip locked`,
    [
      viewer.accountId,
      now.toISOString(),
      ...(organisationId === null ? [] : [organisationId]),
      viewer.accountId,
      `{${without.map(({ id }) => id).join(',')}}`,
      viewer.accountId,
      heldTooLongSince(now).toISOString(),
      pauseSince(now).toISOString(),
      ...(organisationId === null ? [] : [textArray(viewer.posts.map((post) => post.organisationId))]),
      limit,
    ],
  );

/** Time counts on while it is the same officer's, a short pause included. */
const KEPT_TAKEN_AT =
  'case when lease.officer_id = excluded.officer_id and lease.until > ?::timestamptz then lease.taken_at else excluded.taken_at end';

/** What another transaction took after the look began stays that one's. */
async function take(
  em: EntityManager,
  rows: readonly { id: string }[],
  { officerId, key, now }: { officerId: string; key: string; now: Date },
): Promise<string[]> {
  const taken = await em.execute<{ report_id: string }[]>(
    `insert into lease (report_id, officer_id, taken_at, until, request_key)
     select id, ?, ?::timestamptz, ?::timestamptz, ?::uuid from unnest(?::uuid[]) as free (id) order by id
     on conflict (report_id) do update set officer_id = excluded.officer_id, request_key = excluded.request_key, released_at = null,
       taken_at = ${KEPT_TAKEN_AT}, until = ${renewedUntil(KEPT_TAKEN_AT)}
     where lease.until <= ? or lease.officer_id = excluded.officer_id
     returning report_id`,
    [
      officerId,
      now.toISOString(),
      leaseUntil(now).toISOString(),
      key,
      `{${rows.map(({ id }) => id).join(',')}}`,
      pauseSince(now).toISOString(),
      leaseUntil(now).toISOString(),
      pauseSince(now).toISOString(),
      now.toISOString(),
    ],
  );
  return taken.map(({ report_id }) => report_id);
}

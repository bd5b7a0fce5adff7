import type { EntityManager } from '@mikro-orm/postgresql';
import { keyedHash } from '@lapor/sealing';
import { noteInAudit } from '../audit/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { bareWords, suspicionOf, type JunkReason } from './suspicion.ts';

const BATCH = 100;
/** So many reports with the same words within the time are looked at together: three neighbours with one template are not. */
const SAME_WORDS = 4;
/** So many of the newest: the earlier ones were marked when they came, and a flood of thousands must not cost thousands each. */
const LOOKED_AT = 20;
const WITHIN_DAYS = 30;

interface Unsorted {
  id: string;
  number: string;
  text: string;
  /** As PostgreSQL writes it. */
  submittedAt: string;
  month: string;
}

/** What is committed later than this after it was filed is found when the process starts anew. */
const LATE_MILLISECONDS = 3_600_000;
const FROM_THE_BEGINNING = '-infinity';

/**
 * Sorts again and again without looking at those that wait since long each time: it begins at the oldest once, then where it was.
 * Returns how many reports it looked at when there may be more, else 0.
 */
export function junkSorter(deps: ReportsDependencies): () => Promise<number> {
  let from = FROM_THE_BEGINNING;
  return async () => {
    const { count, last } = await sortFrom(deps, from);
    const late = new Date(deps.clock.now().getTime() - LATE_MILLISECONDS).toISOString();
    const isMore = count === BATCH;
    from = isMore ? last! : late;
    return isMore ? count : 0;
  };
}

/**
 * Looks at reports that wait for verification and puts together what looks like junk. Changes nothing of them: they wait in the queue
 * as before, and are counted. Returns how many it looked at.
 */
export const sortJunk = async (deps: ReportsDependencies): Promise<number> =>
  (await sortFrom(deps, FROM_THE_BEGINNING)).count;

async function sortFrom(
  deps: ReportsDependencies,
  from: string,
): Promise<{ count: number; last: string | undefined }> {
  return deps.database.transaction(async (em) => {
    const reports = await em.execute<Unsorted[]>(
      `select r.id, r.number, r.text, r.submitted_at::text as "submittedAt", to_char(r.submitted_at, 'YYYY-MM') as month from report r
       where r.state in ('SUBMITTED', 'POSTPONED') and r.submitted_at >= ?::timestamptz
         and not exists (select from text_fingerprint f where f.report_id = r.id)
       order by r.submitted_at, r.id limit ${BATCH}`,
      [from],
    );
    for (const report of reports) await look(deps, em, report);
    return { count: reports.length, last: reports.at(-1)?.submittedAt };
  });
}

async function look(deps: ReportsDependencies, em: EntityManager, report: Unsorted): Promise<void> {
  const now = deps.clock.now();
  // Keyed: whoever sees the hash must not be able to try words on it.
  const fingerprint = keyedHash(deps.lookupSecret, 'junk-text', bareWords(report.text));
  const added = await em.execute<unknown[]>(
    `insert into text_fingerprint (report_id, fingerprint, at) values (?, ?, ?) on conflict do nothing returning report_id`,
    [report.id, fingerprint, report.submittedAt],
  );
  // Another replica was faster.
  if (added.length === 0) return;
  const suspicion = suspicionOf(report.text);
  if (suspicion) {
    // One group a month for each: people look at it together.
    const month = keyedHash(deps.lookupSecret, 'junk-month', report.month);
    return mark(deps, em, { reason: suspicion, fingerprint: month, reports: [report], now });
  }
  const since = new Date(now.getTime() - WITHIN_DAYS * 86_400_000).toISOString();
  const same = await em.execute<{ id: string; number: string }[]>(
    `select r.id, r.number from text_fingerprint f join report r on r.id = f.report_id
     where f.fingerprint = ? and f.at > ?::timestamptz order by f.at desc limit ${LOOKED_AT}`,
    [fingerprint, since],
  );
  if (same.length >= SAME_WORDS)
    await mark(deps, em, { reason: 'REPEATED_TEXT', fingerprint, reports: [report, ...same], now });
}

/** Puts what still waits into a group; what was there before, or was released, stays as it is. */
async function mark(
  deps: ReportsDependencies,
  em: EntityManager,
  group: {
    reason: JunkReason;
    fingerprint: Buffer;
    reports: readonly { id: string; number: string }[];
    now: Date;
  },
): Promise<void> {
  const at = group.now.toISOString();
  const [{ id: groupId }] = (await em.execute<{ id: string }[]>(
    `insert into junk_group as g (id, reason, fingerprint, opened_at, newest_at) values (?, ?, ?, ?, ?)
     on conflict (reason, fingerprint) do update set newest_at = excluded.newest_at returning g.id`,
    [deps.newId(), group.reason, group.fingerprint, at, at],
  )) as [{ id: string }];
  const marked = await em.execute<{ id: string; number: string }[]>(
    `insert into junk_mark (report_id, group_id, at)
     select r.id, ?::uuid, ?::timestamptz from report r where r.id = any(?::uuid[]) and r.state in ('SUBMITTED', 'POSTPONED')
     on conflict (report_id) do nothing
     returning report_id as id, (select number from report where id = report_id) as number`,
    [groupId, at, `{${group.reports.map(({ id }) => id).join(',')}}`],
  );
  for (const { id, number } of marked)
    await noteInAudit(em, {
      at: group.now,
      action: 'SUSPECTED_JUNK',
      actorKind: 'SYSTEM',
      actorId: null,
      organisationId: null,
      reportId: id,
      paths: [],
      facts: { number, reason: group.reason },
    });
}

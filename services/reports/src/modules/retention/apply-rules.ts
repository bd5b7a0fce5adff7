import { localDateAt } from '@lapor/working-days';
import type { EntityManager } from '@mikro-orm/postgresql';
import { noteInAudit } from '../audit/index.ts';
import { eraseIdentityOf } from '../identity/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { listRetentionChanges } from './repository.ts';
import { rulesOn, type RetentionRule, type RetentionVersion, type RuleOfDay } from './rules.ts';

/** What a rule would do. */
export interface RetentionCount {
  rule: string;
  /** Since which day it has its length. */
  since: string;
  days: number;
  count: number;
}

/** By whose days lengths begin. */
export const CAPITAL = 'Asia/Jakarta';
const BATCH = 100;
/** What stands where words were. */
const ERASED = '(dihapus)';

type Due = { sql: string; values: unknown[] };

/** What a rule is about, as the rest of a statement on `report r`. Each has a partial index (migration 2026-11-23-005). */
function dueOf({ action, kinds, states, days }: RetentionRule, now: Date): Due {
  const before = new Date(now.getTime() - days * 86_400_000).toISOString();
  const ended = {
    sql: `r.ended_at < ?::timestamptz and r.state = any(?::text[]) and r.kind = any(?::text[])`,
    values: [
      before,
      `{${states.join(',')}}`,
      `{${(kinds ?? ['COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST']).join(',')}}`,
    ],
  };
  const also = {
    // An anonymous report has nothing to erase here; what its reporter wrote elsewhere goes all the same.
    ERASE_IDENTITY: '(r.has_identity or not r.erasure_told)',
    ERASE_JUNK_WORDS: `r.archive_code in ('SPAM', 'HATE_OR_HOAX') and r.title <> '${ERASED}'`,
    ERASE_ORIGINAL: 'exists (select from sealed_original s where s.report_id = r.id)',
    FORGET_FINGERPRINTS: 'exists (select from text_fingerprint f where f.report_id = r.id)',
  }[action];
  return { sql: `${ended.sql} and ${also}`, values: ended.values };
}

/**
 * Applies the rules of the day and writes the ledger: how many of each rule, never of which report. Work is done in batches that are
 * transactions of their own, so that it may stop anywhere and run in every replica. Returns how many in all.
 */
export async function applyRetention(
  deps: ReportsDependencies,
  versions?: readonly RetentionVersion[],
): Promise<number> {
  let all = 0;
  for (const rule of await rulesOfToday(deps, versions))
    for (;;) {
      const count = await applyBatch(deps, rule);
      all += count;
      if (count < BATCH) break;
    }
  return all;
}

/** What the rules would do now; changes nothing. */
export async function countRetention(
  deps: Pick<ReportsDependencies, 'database' | 'clock'>,
  versions?: readonly RetentionVersion[],
): Promise<RetentionCount[]> {
  const counts: RetentionCount[] = [];
  for (const rule of await rulesOfToday(deps, versions)) {
    const count = await countDue(deps.database.fork(), rule, deps.clock.now());
    counts.push({ rule: rule.name, since: rule.since, days: rule.days, count });
  }
  return counts;
}

/** How many reports a rule is about at an instant, as far as they have ended by now. */
export async function countDue(em: EntityManager, rule: RetentionRule, at: Date): Promise<number> {
  const due = dueOf(rule, at);
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from report r where ${due.sql}`,
    due.values,
  );
  return row!.count;
}

const rulesOfToday = async (
  { database, clock }: Pick<ReportsDependencies, 'database' | 'clock'>,
  versions?: readonly RetentionVersion[],
): Promise<RuleOfDay[]> =>
  rulesOn(localDateAt(clock.now(), CAPITAL), await listRetentionChanges(database.fork()), versions);

async function applyBatch(deps: ReportsDependencies, rule: RuleOfDay): Promise<number> {
  return deps.database.transaction(async (em) => {
    const now = deps.clock.now();
    const due = dueOf(rule, now);
    const reports = await em.execute<{ id: string; number: string }[]>(
      `select r.id, r.number from report r where ${due.sql} order by r.ended_at, r.id limit ${BATCH} for update of r skip locked`,
      due.values,
    );
    for (const report of reports) await apply(deps, em, rule, report);
    if (reports.length > 0)
      await em.execute(
        'insert into retention_run (id, at, rule, rule_version, count) values (?, ?, ?, ?, ?)',
        [deps.newId(), now.toISOString(), rule.name, rule.since, reports.length],
      );
    return reports.length;
  });
}

async function apply(
  deps: ReportsDependencies,
  em: EntityManager,
  { action, name }: RetentionRule,
  { id, number }: { id: string; number: string },
): Promise<void> {
  switch (action) {
    case 'ERASE_IDENTITY':
      await eraseIdentityOf(em, id, deps.clock.now(), 'KEPT_NO_LONGER');
      break;
    case 'ERASE_JUNK_WORDS':
      await em.execute('update report set title = ?, text = ?, place_text = null where id = ?', [
        ERASED,
        ERASED,
        id,
      ]);
      await em.execute('delete from sealed_original where report_id = ?', [id]);
      break;
    case 'ERASE_ORIGINAL':
      await em.execute('delete from sealed_original where report_id = ?', [id]);
      break;
    case 'FORGET_FINGERPRINTS':
      await em.execute('delete from text_fingerprint where report_id = ?', [id]);
  }
  await noteInAudit(em, {
    at: deps.clock.now(),
    action: 'RETAINED_NO_LONGER',
    actorKind: 'SYSTEM',
    actorId: null,
    organisationId: null,
    reportId: id,
    paths: [],
    facts: { number, rule: name },
  });
}

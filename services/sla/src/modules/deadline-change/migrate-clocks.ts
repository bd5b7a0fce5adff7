import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { accepted, notFound, optionallyTyped, refused, requestKey, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import { CLOCK_KINDS, type ClockKind, type RuleBook } from '../clock/index.ts';
import { enter, type UseCaseDependencies } from '../entry/index.ts';
import { addMigration, decidePolicy, NATIONAL_TIME_ZONE, POLICY_MIGRATED } from '../policy/index.ts';
import { startRecalculation } from '../recalculation/index.ts';
import { deriveMoves } from './derive-moves.ts';
import { summarise, type DeadlineMoves } from './moves.ts';

/** Reports whose clocks are counted with and without the change; each needs its whole history. */
const DERIVED_AT_MOST = 5_000;

export type MigrationRefusal = 'POLICY_UNKNOWN' | 'POLICY_NOT_IN_FORCE' | 'NOTHING_TO_MIGRATE';

const schema = z
  .object({
    requestKey,
    policyVersion: z.string().min(1).max(100),
    kinds: z
      .array(z.enum(CLOCK_KINDS))
      .min(1)
      .transform((kinds) => [...new Set(kinds)]),
    reason: optionallyTyped(500),
    dryRun: z.boolean(),
  })
  .superRefine(({ reason, dryRun }, context) => {
    if (dryRun || (reason !== null && reason.length >= 5)) return;
    const message = 'Why, at least 5 characters.';
    context.addIssue({ code: 'custom', path: ['reason'], message, params: { code: 'REQUIRED' } });
  });

/**
 * Moves running clocks of some kinds to a policy that is in force; they are counted anew from their old start. With `dryRun` it only
 * says what would move. The national desk.
 * Refuses with POLICY_UNKNOWN, POLICY_NOT_IN_FORCE, NOTHING_TO_MIGRATE, faults of the input, or NOT_FOUND.
 */
export async function migrateClocks(
  dependencies: UseCaseDependencies & { readRules: () => Promise<RuleBook> },
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<{ moves: DeadlineMoves | null }, MigrationRefusal>> {
  const { database, readRules } = dependencies;
  const entered = await enter(
    dependencies,
    viewer,
    { operation: 'migrateRunningClocks', schema, input },
    async ({ em, at, input: { policyVersion: version, kinds, reason, dryRun }, write }) => {
      if (!decidePolicy(viewer, 'migrateClocks').allowed) return notFound();
      const [policy] = await em.execute<{ effectiveFrom: string }[]>(
        'select effective_from::text as "effectiveFrom" from policy where version = ? and replaced_by is null',
        [version],
      );
      if (!policy) return refused('POLICY_UNKNOWN', 'There is no such policy', 'policyVersion');
      if (policy.effectiveFrom > localDateAt(at, NATIONAL_TIME_ZONE))
        return refused('POLICY_NOT_IN_FORCE', 'The policy takes effect later', 'policyVersion');
      const { candidates } = await candidatesOf(em, version, kinds);
      if (candidates === 0)
        return refused('NOTHING_TO_MIGRATE', 'No running clock of these kinds has another policy');
      if (!dryRun) {
        const payload = { version, kinds };
        const subject = `policy ${version}`;
        const texts: Record<string, string> = reason === null ? {} : { reason };
        const entryId = await write({ kind: POLICY_MIGRATED, subject, payload, texts });
        await addMigration(em, entryId, at, payload);
        await startRecalculation(em, 'POLICY', at);
      }
      return accepted({ dryRun, version, kinds, at: at.toISOString() });
    },
  );
  if (!entered.ok) return entered;
  if (!entered.value.dryRun) return accepted({ moves: null });
  const { version, kinds, at } = entered.value;
  return accepted({
    moves: await previewMigration(database, await readRules(), version, kinds, new Date(at)),
  });
}

async function previewMigration(
  database: Database,
  rules: RuleBook,
  version: string,
  kinds: readonly ClockKind[],
  at: Date,
): Promise<DeadlineMoves> {
  const em = database.fork();
  const { candidates, reportIds } = await candidatesOf(em, version, kinds, DERIVED_AT_MOST);
  const after: RuleBook = {
    ...rules,
    policies: rules.policies.map((policy) =>
      policy.version === version
        ? { ...policy, migrations: [...(policy.migrations ?? []), { at, kinds }] }
        : policy,
    ),
  };
  const moves = await deriveMoves(database, reportIds, rules, after);
  const examined =
    reportIds.length < DERIVED_AT_MOST ? candidates : await clocksOf(em, reportIds, version, kinds);
  return summarise(moves, { candidates, examined }, at);
}

const OTHERS = `from clock where stopped_at is null and policy_version <> ?
  and kind in (select jsonb_array_elements_text(?::jsonb))`;

/** How many running clocks have another policy, and the first of their reports. */
async function candidatesOf(
  em: EntityManager,
  version: string,
  kinds: readonly ClockKind[],
  limit = 0,
): Promise<{ candidates: number; reportIds: string[] }> {
  const asked = [version, JSON.stringify(kinds)];
  const [row] = await em.execute<{ n: string }[]>(`select count(*) as n ${OTHERS}`, asked);
  const reports = await em.execute<{ id: string }[]>(
    `select distinct report_id as id ${OTHERS} order by report_id limit ${limit}`,
    asked,
  );
  return { candidates: Number(row!.n), reportIds: reports.map(({ id }) => id) };
}

async function clocksOf(
  em: EntityManager,
  reportIds: readonly string[],
  version: string,
  kinds: readonly ClockKind[],
): Promise<number> {
  const [row] = await em.execute<{ n: string }[]>(
    `select count(*) as n ${OTHERS} and report_id in (select jsonb_array_elements_text(?::jsonb))`,
    [version, JSON.stringify(kinds), JSON.stringify(reportIds)],
  );
  return Number(row!.n);
}

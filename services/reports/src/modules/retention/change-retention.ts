import type { EntityManager } from '@mikro-orm/postgresql';
import { day, optionallyTyped } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { localDateAt, startOfLocalDate } from '@lapor/working-days';
import { z } from 'zod';
import { auditActor, noteInAudit } from '../audit/index.ts';
import {
  done,
  failed,
  invalid,
  isDesk,
  NOT_FOUND,
  requestKey,
  Rollback,
  typed,
  validate,
  type FieldFault,
  type ReportsDependencies,
  type Result,
} from '../report/index.ts';
import { CAPITAL, countDue } from './apply-rules.ts';
import {
  addRetentionChange,
  findRetentionChange,
  listRetentionChanges,
  type RetentionChangeRow,
} from './repository.ts';
import { LONGEST_DAYS, rulesOn, SHORTEST_DAYS, WAITING_DAYS, type RuleOfDay } from './rules.ts';

const LONGEST_AHEAD_DAYS = 366;
const DAY_MS = 86_400_000;

const wanted = z.object({
  rule: z.string().min(1).max(100),
  days: z.int().min(SHORTEST_DAYS).max(LONGEST_DAYS),
  startsOn: day,
});
const schema = wanted.extend({
  requestKey,
  reason: typed(10, 500),
  decree: optionallyTyped(200),
  expectedCount: z.int().min(0),
});

/** What another length would mean on the day on which it begins, as far as reports have ended by now. */
export interface RetentionEffect {
  /** How many reports the rule would be about then. */
  count: number;
  /** How many with the length it would have otherwise. */
  countWithout: number;
  daysWithout: number;
}

/** Counts what a change of a length would mean; changes nothing. `NOT_FOUND` for everybody but the national desk. */
export async function previewRetentionChange(
  deps: Pick<ReportsDependencies, 'database' | 'clock'>,
  input: unknown,
  viewer: Viewer,
): Promise<Result<RetentionEffect>> {
  if (!isDesk(viewer)) return NOT_FOUND;
  const valid = validate(wanted, input);
  if (!valid.ok) return valid;
  const em = deps.database.fork();
  const planned = planOf(valid.value, await listRetentionChanges(em), deps.clock.now());
  return planned.ok ? done(await effectOf(em, planned.value)) : planned;
}

/**
 * Gives a rule another length from a day to come, a shorter one after a week. What it would erase then must not be more than the sender
 * was shown: what a rule has erased nobody brings back. A later change for the same day takes the place of this one.
 */
export async function changeRetention(
  deps: ReportsDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Result<RetentionChangeRow>> {
  if (!isDesk(viewer) || viewer.accountId === undefined) return NOT_FOUND;
  const officerId = viewer.accountId;
  const valid = validate(schema, input);
  if (!valid.ok) return valid;
  const { rule, days, startsOn, reason, decree, expectedCount, requestKey: key } = valid.value;
  try {
    return await deps.database.transaction(async (em): Promise<Result<RetentionChangeRow>> => {
      // One at a time: a repeated request meets its first one.
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('retention', 0))`);
      const earlier = key && (await findRetentionChange(em, key));
      if (earlier) return done(earlier);
      const now = deps.clock.now();
      const planned = planOf({ rule, days, startsOn }, await listRetentionChanges(em), now);
      if (!planned.ok) throw new Rollback(planned.failure);
      const { before } = planned.value;
      const { count } = await effectOf(em, planned.value);
      if (count > expectedCount)
        throw new Rollback(fault('expectedCount', 'CHANGED', `It would be about ${count} reports.`).failure);
      const change = { id: deps.newId(), rule, days, startsOn, reason, decree, enteredAt: now, officerId };
      await addRetentionChange(em, { ...change, requestKey: key });
      await noteInAudit(em, {
        at: now,
        action: 'RETENTION_CHANGED',
        ...auditActor(viewer),
        organisationId: viewer.posts.find(({ role }) => role === 'NATIONAL_ADMIN')?.organisationId ?? null,
        reportId: null,
        subjectId: rule,
        paths: [],
        facts: { rule, days, daysBefore: before.days, startsOn, count },
      });
      return done(change);
    });
  } catch (error) {
    if (error instanceof Rollback) return failed(error.failure);
    throw error;
  }
}

interface Plan {
  /** As it would be on that day otherwise. */
  before: RuleOfDay;
  after: RuleOfDay;
}

const fault = (field: string, code: string, message: string) =>
  invalid({ path: `input.${field}`, code, message } satisfies FieldFault);

function planOf(
  { rule, days, startsOn }: z.infer<typeof wanted>,
  changes: readonly RetentionChangeRow[],
  now: Date,
): Result<Plan> {
  const today = localDateAt(now, CAPITAL);
  const latest = localDateAt(new Date(now.getTime() + LONGEST_AHEAD_DAYS * DAY_MS), CAPITAL);
  if (startsOn <= today || startsOn > latest)
    return fault('startsOn', 'INVALID', `From tomorrow on, until ${latest}.`);
  const before = rulesOn(startsOn, changes).find(({ name }) => name === rule);
  if (!before) return fault('rule', 'NOT_FOUND', 'There is no such rule.');
  if (before.days === days)
    return fault('days', 'UNCHANGED', `It has ${days} days from ${before.since} on already.`);
  const soonest = localDateAt(new Date(now.getTime() + WAITING_DAYS * DAY_MS), CAPITAL);
  if (days < before.days && startsOn < soonest)
    return fault('startsOn', 'TOO_SOON', `A shorter length begins on ${soonest} at the earliest.`);
  return done({ before, after: { ...before, days, since: startsOn } });
}

async function effectOf(em: EntityManager, { before, after }: Plan): Promise<RetentionEffect> {
  const at = startOfLocalDate(after.since, CAPITAL);
  return {
    count: await countDue(em, after, at),
    countWithout: await countDue(em, before, at),
    daysWithout: before.days,
  };
}

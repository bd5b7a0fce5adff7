import { accepted, day, invalid, notFound, requestKey, typed, type Outcome } from '@lapor/request';
import type { Viewer } from '@lapor/viewer';
import { localDateAt } from '@lapor/working-days';
import { z } from 'zod';
import { enter, type UseCaseDependencies } from '../entry/index.ts';
import { decide } from './authority.ts';
import { faultsOf, REPORT_CLASSES, RULES } from './completeness.ts';
import { NATIONAL_TIME_ZONE } from './national-time-zone.ts';
import { POLICY_SAVED, storePolicy, type PolicyEntry } from './store-policy.ts';

/** A year; no clock of the table is near it. */
const LONGEST_LIMIT = 366;
const YEARS_AHEAD = 5;

const limit = z
  .object({
    rule: z.enum(RULES),
    reportClass: z.enum(REPORT_CLASSES).nullish().transform(orNull),
    organisationKind: z
      .enum(['MINISTRY', 'AGENCY', 'STATE_ENTERPRISE', 'PROVINCE', 'REGENCY', 'CITY'])
      .nullish()
      .transform(orNull),
    days: z.int().min(1).max(LONGEST_LIMIT).nullish().transform(orNull),
    unit: z.enum(['WORKING', 'CALENDAR']).nullish().transform(orNull),
  })
  .refine(({ days, unit }) => (days === null) === (unit === null), {
    message: 'Days and unit belong together.',
    path: ['days'],
  })
  .transform(({ days, unit, ...of }) => ({
    ...of,
    limit: days === null || unit === null ? null : { days, unit },
  }));

const schema = z.object({
  requestKey,
  effectiveFrom: day,
  decree: typed(3, 200),
  limits: z.array(limit).max(200),
});

function orNull<Value>(value: Value | null | undefined): Value | null {
  return value ?? null;
}

/**
 * Makes a policy for clocks that start from a day to come: complete, or it is none. One that is planned for the same day is replaced.
 * Clocks that run keep theirs. The national desk.
 * Refuses with faults of the input, or NOT_FOUND.
 */
export function savePolicy(
  dependencies: UseCaseDependencies,
  input: unknown,
  viewer: Viewer,
): Promise<Outcome<{ version: string }>> {
  return enter(
    dependencies,
    viewer,
    { operation: 'savePolicy', schema, input },
    async ({ em, at, input: { effectiveFrom, decree, limits }, write }) => {
      if (!decide(viewer, 'savePolicy').allowed) return notFound();
      const today = localDateAt(at, NATIONAL_TIME_ZONE);
      const latest = `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`;
      if (effectiveFrom <= today || effectiveFrom > latest) {
        const message = `Must be after ${today} and up to ${latest}.`;
        return invalid({ path: 'input.effectiveFrom', code: 'INVALID', message });
      }
      const faults = faultsOf(limits);
      if (faults.length > 0) return invalid(...faults);
      // Two at the same time go one after the other.
      await em.execute('lock table policy in share row exclusive mode');
      const sameDay = await em.execute<{ version: string; replacedBy: string | null }[]>(
        'select version, replaced_by as "replacedBy" from policy where effective_from = ?::date',
        [effectiveFrom],
      );
      const version = sameDay.length === 0 ? effectiveFrom : `${effectiveFrom}/${sameDay.length + 1}`;
      const replaces = sameDay.find(({ replacedBy }) => replacedBy === null)?.version ?? null;
      const entry: PolicyEntry = { version, effectiveFrom, decree, replaces, limits };
      await write({ kind: POLICY_SAVED, subject: `policy ${version}`, payload: entry });
      await storePolicy(em, entry);
      return accepted({ version });
    },
  );
}

/**
 * SQL of the checklist for a row `o` of `organisation`; `at` is the parameter of the present instant. What is asked here are flags that are kept with
 * every change of people, and a handful of declarations: nothing grows with the reports.
 */
const today = (at: string) => `(${at}::timestamptz at time zone o.time_zone)::date`;

/** A unit that takes reports: somebody is there, or it is no mere template, or it was given one. */
export const takesReports = (alias: string): string =>
  `(${alias}.is_staffed or not ${alias}.is_template or ${alias}.has_received_reports)`;

const hasAdmin = `(o.has_admin_within or exists (select 1 from organisation a where a.id = any(o.path) and a.has_admin))`;

export const hasOwnLiaison = `(case when cardinality(o.path) = 1 then o.has_liaison_within else o.has_liaison end)`;

const hasUnitsWithoutLiaison = `exists (
  select 1 from organisation u
  where u.government_id = o.government_id and u.path @> array[o.id] and u.id <> o.id
    and u.status = 'ACTIVE' and not u.has_liaison and ${takesReports('u')}
)`;

/** The decree names the team of a whole government; everything else each declares for itself. */
const declaredAt = (kind: string): string =>
  kind === 'DECREE' ? 'd.organisation_id = any(o.path)' : 'd.organisation_id = o.id';

const isDeclared = (kind: string, at: string) => `exists (
  select 1 from readiness_declaration d
  where ${declaredAt(kind)} and d.kind = '${kind}' and d.ended_at is null and (d.valid_until is null or d.valid_until >= ${today(at)})
)`;

/** Whether each item is there, in the order of the checklist. */
export const itemConditions = (at: string) =>
  ({
    ACTIVE_ADMIN: hasAdmin,
    LIAISON_OFFICER: `(${hasOwnLiaison} and not ${hasUnitsWithoutLiaison})`,
    DECREE: isDeclared('DECREE', at),
    PROCEDURE: isDeclared('PROCEDURE', at),
    FACILITIES: isDeclared('FACILITIES', at),
    STAFF_TRAINED: isDeclared('STAFF_TRAINED', at),
  }) as const;

export const metCount = (at: string): string =>
  `(${Object.values(itemConditions(at))
    .map((condition) => `(${condition})::int`)
    .join(' + ')})`;

/** Connected (domain.md): an admin and a liaison officer who can sign in, and the decree. */
export const isConnected = (at: string): string =>
  `(${hasAdmin} and o.has_liaison_within and ${isDeclared('DECREE', at)})`;

/** For how long a report that was answered or disposed counts as use. */
const USED_DAYS = 90;

/** Used: answered or disposed a report in the last 90 days, itself or something below it within its government. */
export const isUsed = (at: string): string =>
  `coalesce((select l.at > ${at}::timestamptz - interval '${USED_DAYS} days' from last_used l where l.organisation_id = o.id), false)`;

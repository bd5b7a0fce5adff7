import type { ResultOf } from '../graphql.ts';
import type { PoliciesDocument } from './policies.graphql.ts';

export type Policy = ResultOf<typeof PoliciesDocument>['policies'][number];
export type Limit = Policy['limits'][number];

/** Of a row: which days, or those of the outer limit. */
export type RowUnit = NonNullable<Limit['unit']> | 'OUTER';

/** A number as it stands in the form. */
export interface LimitRow extends Pick<Limit, 'rule' | 'reportClass' | 'organisationKind'> {
  days: string;
  unit: RowUnit;
}

/** Rules of clocks that a government or K/L owns: only these may differ by its kind. */
export const RULES_BY_KIND = [
  'VERIFICATION',
  'FOLLOW_UP',
  'RESOLUTION',
  'REPLY_TURN',
  'AUTO_CLOSE',
  'INFORMATION_PAUSE',
] as const satisfies readonly Limit['rule'][];

export const toRows = (limits: readonly Limit[]): LimitRow[] =>
  limits.map(({ rule, reportClass, organisationKind, days, unit }) => ({
    rule,
    reportClass,
    organisationKind,
    days: days === null ? '' : String(days),
    unit: unit ?? 'OUTER',
  }));

const isLength = ({ days, unit }: LimitRow): boolean =>
  unit === 'OUTER' || (/^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= 366);

/** Whether the rows can be a policy: lengths are lengths, and nothing is said twice. */
export function rowsFault(rows: readonly LimitRow[]): 'INVALID' | undefined {
  const keys = rows.map(({ rule, reportClass, organisationKind }) =>
    [rule, reportClass, organisationKind].join(' '),
  );
  return rows.every(isLength) && new Set(keys).size === keys.length ? undefined : 'INVALID';
}

/** A length that differs: what it is of, how long it was and how long it would be; null: there was or would be none. */
export interface ChangedLimit {
  of: Pick<Limit, 'rule' | 'reportClass' | 'organisationKind'>;
  before: Limit | null;
  after: Pick<Limit, 'days' | 'unit'> | null;
}

/** What rows of the form would change; a length that is none yet counts as unchanged. */
export function changedLimits(before: readonly Limit[], rows: readonly LimitRow[]): ChangedLimit[] {
  const keyOf = ({ rule, reportClass, organisationKind }: ChangedLimit['of']) =>
    [rule, reportClass, organisationKind].join(' ');
  const old = new Map(before.map((limit) => [keyOf(limit), limit]));
  const kept = new Set(rows.map(keyOf));
  return [
    ...toLimits(rows.filter(isLength)).flatMap((after) => {
      const was = old.get(keyOf(after)) ?? null;
      return was?.days === after.days && was?.unit === after.unit ? [] : [{ of: after, before: was, after }];
    }),
    ...before
      .filter((limit) => !kept.has(keyOf(limit)))
      .map((limit) => ({ of: limit, before: limit, after: null })),
  ];
}

export const toLimits = (rows: readonly LimitRow[]) =>
  rows.map(({ rule, reportClass, organisationKind, days, unit }) => ({
    rule,
    reportClass,
    organisationKind,
    days: unit === 'OUTER' ? null : Number(days),
    unit: unit === 'OUTER' ? null : unit,
  }));

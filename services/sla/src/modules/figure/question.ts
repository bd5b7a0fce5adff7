import { GraphQLError } from 'graphql';
import { coverPeriod, type Period, type Range } from './period.ts';
import { GRAINS, NATION, type Grain } from './rollup-table.ts';
import type { LocalDate } from '@lapor/working-days';

/** By what reports are parted. */
export type Dimension =
  | 'TOTAL'
  | 'DAY'
  | 'MONTH'
  | 'YEAR'
  | 'GOVERNMENT'
  | 'UNIT'
  | 'REGION'
  | 'CATEGORY'
  | 'KIND'
  | 'CLASS'
  | 'CHANNEL';

export interface Filter {
  organisation?: { id: string; path: readonly string[] } | null;
  regionCode?: string | null;
  categoryId?: string | null;
  kind?: string | null;
  reportClass?: string | null;
  channel?: string | null;
}

export interface Question {
  period: Period;
  by: Dimension;
  filter: Filter;
}

/** How a question is read from one table. */
export interface Reading {
  table: string;
  ranges: Range[];
  /** What rows must have, column by column. */
  where: { column: string; value: string }[];
  /** Conditions that hold no value of the question. */
  fixed: string[];
  /** SQL of what rows are grouped by. */
  key: string;
  /** The table of open reports beside it, which times with open cases need. */
  waiting: string | null;
}

/** A question that no table answers, with what to ask instead. */
export const unsupported = (hint: string) =>
  new GraphQLError(hint, { extensions: { code: 'BAD_USER_INPUT' } });

export const TIME_GRAIN: Partial<Record<Dimension, Grain>> = { DAY: 'D', MONTH: 'M', YEAR: 'Y' };
const FAMILY: Partial<Record<Dimension, 'organisation' | 'region' | 'category' | 'kind'>> = {
  GOVERNMENT: 'organisation',
  UNIT: 'organisation',
  REGION: 'region',
  CATEGORY: 'category',
  KIND: 'kind',
  CLASS: 'kind',
  CHANNEL: 'kind',
};
const MONTHLY: readonly Grain[] = ['M', 'Y'];

export const levelOf = (id: string): number => id.split('.').length;
const above = (id: string): string => id.split('.').slice(0, -1).join('.');

/**
 * The one table that answers a question. There is a table for organisations, one for regions, and two-sided ones for government ×
 * category, government × kind, class and channel, and region × category; what crosses more is refused with a hint.
 */
export function readingOf({ period, by, filter }: Question, today: LocalDate): Reading {
  const families = new Set([FAMILY[by]]);
  if (filter.organisation) families.add('organisation');
  if (filter.regionCode) families.add('region');
  if (filter.categoryId) families.add('category');
  if (filter.kind || filter.reportClass || filter.channel) families.add('kind');
  families.delete(undefined);
  if (by === 'UNIT' && !filter.organisation)
    throw unsupported(
      'by: UNIT needs filter.organisationId, whose units are meant; by: GOVERNMENT lists all roots',
    );
  if (by === 'GOVERNMENT' && filter.organisation)
    throw unsupported('by: GOVERNMENT lists all roots; leave filter.organisationId out, or ask by: UNIT');
  const rest = new Set(families);
  const only = (...names: string[]) =>
    names.every((name) => rest.has(name as never)) && rest.size === names.length;
  const plan =
    rest.size === 0 || only('organisation')
      ? organisationReading(by, filter)
      : only('region')
        ? regionReading(by, filter)
        : rest.has('region')
          ? only('region', 'category')
            ? regionCategoryReading(by, filter)
            : null
          : rest.has('category')
            ? rest.has('kind')
              ? null
              : categoryReading(by, filter)
            : kindReading(by, filter);
  if (!plan)
    throw unsupported(
      'No table crosses these. Cross a government with category or with kind, class and channel; cross a region with category; or ask for less',
    );
  const { grains, ...reading } = plan;
  const time = TIME_GRAIN[by];
  if (time && !grains.includes(time))
    throw unsupported('This table knows months and years; ask by: MONTH, or for the whole country');
  // A series needs rows no longer than its steps.
  const ranges = coverPeriod(
    period,
    time ? grains.filter((grain) => GRAINS.indexOf(grain) <= GRAINS.indexOf(time)) : grains,
    today,
  );
  if (!ranges)
    throw unsupported(
      'This table knows whole months; begin on the first of a month and end with the last of one, or today',
    );
  return { ...reading, ranges };
}

type Plan = Omit<Reading, 'ranges'> & { grains: readonly Grain[] };

const keyOf = (by: Dimension, columns: Partial<Record<Dimension, string>>): string => {
  if (by === 'TOTAL') return `''`;
  if (by === 'DAY') return 'f.day::text';
  if (by === 'MONTH') return `date_trunc('month', f.day)::date::text`;
  if (by === 'YEAR') return `date_trunc('year', f.day)::date::text`;
  return columns[by]!;
};

function organisationReading(by: Dimension, { organisation }: Filter): Plan {
  const isList = by === 'GOVERNMENT' || by === 'UNIT';
  return {
    table: 'figure_organisation',
    waiting: 'waiting_organisation',
    grains: GRAINS,
    where: [{ column: isList ? 'parent_id' : 'organisation_id', value: organisation?.id ?? NATION }],
    fixed: [],
    key: keyOf(by, { GOVERNMENT: 'f.organisation_id', UNIT: 'f.organisation_id' }),
  };
}

function regionReading(by: Dimension, { regionCode }: Filter): Plan {
  const code = regionCode ?? '';
  if (by === 'REGION' && code !== '' && levelOf(code) > 2)
    throw unsupported('Figures end with the district; ask by: TOTAL for one');
  const level = by === 'REGION' ? (code === '' ? 1 : levelOf(code) + 1) : levelOf(code);
  return {
    table: 'figure_region',
    waiting: 'waiting_region',
    grains: level > 2 ? MONTHLY : GRAINS,
    where: [{ column: by === 'REGION' ? 'parent_code' : 'region_code', value: code }],
    fixed: [],
    key: keyOf(by, { REGION: 'f.region_code' }),
  };
}

/** Of what crosses a government with something else. */
function governmentPlace(
  by: Dimension,
  { organisation }: Filter,
): Pick<Plan, 'where' | 'fixed' | 'grains'> | null {
  if (by === 'UNIT' || (organisation && organisation.path.length > 1)) return null;
  if (by === 'GOVERNMENT') return { where: [], fixed: [`f.government_id <> ''`], grains: MONTHLY };
  return {
    where: [{ column: 'government_id', value: organisation?.id ?? NATION }],
    fixed: [],
    grains: organisation ? MONTHLY : GRAINS,
  };
}

function categoryPlace(by: Dimension, categoryId: string | null | undefined): Plan['where'] {
  if (by === 'CATEGORY') return [{ column: 'parent_category', value: categoryId ?? '' }];
  return categoryId
    ? [
        { column: 'parent_category', value: above(categoryId) },
        { column: 'category_id', value: categoryId },
      ]
    : [];
}

function categoryReading(by: Dimension, filter: Filter): Plan | null {
  const place = governmentPlace(by, filter);
  if (!place) return null;
  return {
    ...place,
    table: 'figure_category',
    waiting: null,
    where: [...place.where, ...categoryPlace(by, filter.categoryId)],
    key: keyOf(by, { CATEGORY: 'f.category_id', GOVERNMENT: 'f.government_id' }),
  };
}

function kindReading(by: Dimension, filter: Filter): Plan | null {
  const place = governmentPlace(by, filter);
  if (!place) return null;
  const given = { kind: filter.kind, class: filter.reportClass, channel: filter.channel };
  return {
    ...place,
    table: 'figure_kind',
    waiting: null,
    where: [
      ...place.where,
      ...Object.entries(given).flatMap(([column, value]) => (value ? [{ column, value }] : [])),
    ],
    key: keyOf(by, {
      KIND: 'f.kind',
      CLASS: 'f.class',
      CHANNEL: 'f.channel',
      GOVERNMENT: 'f.government_id',
    }),
  };
}

function regionCategoryReading(by: Dimension, { regionCode, categoryId }: Filter): Plan {
  const code = regionCode ?? '';
  const level = by === 'REGION' ? (code === '' ? 1 : levelOf(code) + 1) : levelOf(code);
  if (level > 2)
    throw unsupported('Categories are counted for provinces, regencies and cities, not for districts');
  if (by === 'REGION' && !categoryId) throw unsupported('Name one filter.categoryId');
  return {
    table: 'figure_region_category',
    waiting: null,
    grains: MONTHLY,
    where: [
      { column: by === 'REGION' ? 'parent_code' : 'region_code', value: code },
      ...categoryPlace(by, categoryId),
    ],
    fixed: [],
    key: keyOf(by, { REGION: 'f.region_code', CATEGORY: 'f.category_id' }),
  };
}

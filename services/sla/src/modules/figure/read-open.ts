import type { SlaContext } from '../../context.ts';
import { findPath } from '../organisation/index.ts';
import { audienceOf, countsConfidential, isOutsider, type Audience } from './policy.ts';
import { levelOf, unsupported } from './question.ts';
import { readOpen, type OpenSums } from './repository.ts';
import { keptBack, told } from './suppression.ts';
import { dayOf, NATION } from './rollup-table.ts';

export type OpenGrouping = 'TOTAL' | 'GOVERNMENT' | 'UNIT' | 'REGION';

export interface OpenPlace {
  organisationId?: string | null;
  regionCode?: string | null;
}

export interface OpenRow {
  key: string;
  sums: OpenSums;
  isKeptBack: boolean;
}

/** Open and overdue reports as they stand now, most overdue first. Throws what a client can mend. */
export async function readOpenTable(
  { database, viewer, now }: Pick<SlaContext, 'database' | 'viewer' | 'now'>,
  by: OpenGrouping,
  { organisationId, regionCode }: OpenPlace,
): Promise<{ rows: OpenRow[]; audience: Audience }> {
  refuseMixed(by, { organisationId, regionCode });
  const path = organisationId ? await findPath(database, organisationId) : [];
  if (path === null) throw unsupported('organisationId names no organisation');
  const audience = audienceOf(viewer, path);
  refuseTooFine(audience, by, path, regionCode ?? '');
  const isOfRegions = by === 'REGION' || !!regionCode;
  const found = await readOpen(
    database,
    isOfRegions ? 'region' : 'organisation',
    isOfRegions ? (regionCode ?? '') : (organisationId ?? NATION),
    by !== 'TOTAL',
    now,
    dayOf(now),
    countsConfidential(audience),
  );
  if (by === 'TOTAL' && !found.has('')) found.set('', { ...NONE });
  const rows = [...found];
  const hidden = isOutsider(audience) ? keptBack(rows.map(([, { open }]) => open)) : rows.map(() => false);
  return {
    audience,
    rows: rows
      .map(([key, sums], index) => ({ key, sums, isKeptBack: hidden[index]! }))
      .toSorted((a, b) => late(b, audience) - late(a, audience) || (a.key < b.key ? -1 : 1)),
  };
}

function refuseMixed(by: OpenGrouping, { organisationId, regionCode }: OpenPlace): void {
  if (by === 'UNIT' && !organisationId)
    throw unsupported('by: UNIT needs organisationId, whose units are meant');
  if (by === 'GOVERNMENT' && organisationId)
    throw unsupported('by: GOVERNMENT lists all roots; leave organisationId out');
  if (regionCode && (organisationId || by === 'GOVERNMENT' || by === 'UNIT'))
    throw unsupported('No table crosses regions with organisations; ask for one of them');
  if (by === 'REGION' && organisationId)
    throw unsupported('No table crosses regions with organisations; leave organisationId out');
  if (regionCode && levelOf(regionCode) > (by === 'REGION' ? 2 : 3))
    throw unsupported('Figures end with the district; ask by: TOTAL for one');
}

function refuseTooFine(
  audience: Audience,
  by: OpenGrouping,
  path: readonly string[],
  regionCode: string,
): void {
  if (audience !== 'PUBLIC') return;
  if (by === 'UNIT' || path.length > 1)
    throw unsupported('Without an analyst’s key: no units; see docs/analysts.md for how to get one');
  const level = (regionCode === '' ? 0 : levelOf(regionCode)) + Number(by === 'REGION');
  if (level > 2)
    throw unsupported('Without an analyst’s key: no districts; see docs/analysts.md for how to get one');
}

/** What is not told is not told by its place either. */
const late = ({ sums, isKeptBack }: OpenRow, audience: Audience) =>
  isKeptBack ? -1 : (told(sums.overdue, !isOutsider(audience)) ?? 0);
const NONE: OpenSums = {
  open: 0,
  young: 0,
  middling: 0,
  old: 0,
  oldest: 0,
  overdue: 0,
  week: 0,
  month: 0,
  quarter: 0,
  older: 0,
};

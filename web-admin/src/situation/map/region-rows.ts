import { OPEN_STATES, reportAddress, stepAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import type { MapData, RegionRow } from './map.graphql.ts';
import type { Measure } from './measures.ts';

type Node = MapData['regions']['edges'][number]['node'];

const nothing = (key: string, region: Node['region']): Node => ({
  key,
  region,
  figures: {
    received: 0,
    submitted: 0,
    postponed: 0,
    disposed: 0,
    inProgress: 0,
    completed: 0,
    archived: 0,
    followUpRate: null,
    followUpRateWithoutArchived: null,
    completionRate: null,
    completionRateWithoutArchived: null,
    averageRating: null,
    rated: 0,
    toFollowUp: null,
    steps: null,
  },
});

/** Regions that received something in the period or have something open now, each once. */
export function regionRows({ regions, open }: Pick<MapData, 'regions' | 'open'>): RegionRow[] {
  const opens = new Map(open.edges.map(({ node }) => [node.key, node]));
  const rows = new Map(regions.edges.map(({ node }) => [node.key, node]));
  for (const { key, region } of opens.values()) if (!rows.has(key)) rows.set(key, nothing(key, region));
  return [...rows.values()]
    .filter(({ key }) => key !== '')
    .map((row) => ({ ...row, open: opens.get(row.key) ?? null }));
}

/** The reports behind what a measure says of a region: of lateness those that are late. */
export function behindMeasure(
  { behind }: Pick<Room, 'behind'>,
  measure: Measure,
  regionCode: string,
): string {
  if (measure === 'terlambat') return reportAddress({ regionCode, states: OPEN_STATES, overdue: true });
  if (measure === 'tepat') return stepAddress({ period: behind.period, regionCode }, false);
  return reportAddress({ ...behind, organisationId: null, regionCode });
}

import { loadRegencyLocator } from '@lapor/boundaries';
import type { GeoPoint, ReportsDependencies } from '../report/index.ts';

/**
 * Where it happened: as the sender says, else the regency or city in which the point lies. `null` where neither tells – a file of
 * boundaries that cannot be read must not keep a report out.
 */
export async function regionOf(
  { logger }: Pick<ReportsDependencies, 'logger'>,
  { regionCode, point }: { regionCode: string | null; point: GeoPoint | null },
): Promise<string | null> {
  if (regionCode !== null || point === null) return regionCode;
  try {
    return (await loadRegencyLocator()).find(point)?.code ?? null;
  } catch (error) {
    logger.warn({ err: error }, 'The region of a point could not be looked up');
    return null;
  }
}

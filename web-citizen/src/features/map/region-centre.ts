import { details } from 'virtual:boundaries';
import type { Spot } from './map-view.ts';

/** The middle of a region of any level, from the file of its province that the map needs anyway; null where there is none. */
export async function findCentre(regionCode: string): Promise<Spot | null> {
  const detail = await details[regionCode.slice(0, 2)]?.();
  const place = detail?.places.find(([code]) => code === regionCode);
  return place ? { latitude: place[2], longitude: place[3] } : null;
}

import { gps } from 'exifr/dist/lite.esm.mjs';
import type { PhotoPlace } from './upload.ts';

/** Where a photo says it was taken. Read on the device, before the photo is redrawn without it; `null` when it says nothing. */
export async function placeOfPhoto(photo: Blob): Promise<PhotoPlace | null> {
  const place = await gps(photo).catch(() => undefined);
  if (!place) return null;
  const { latitude, longitude } = place;
  // Cameras without a fix write zeros; a comparison with NaN is false.
  const isPlace =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
  return isPlace ? { latitude, longitude } : null;
}

import readExif from 'exif-reader';

/** Where a photo says it was taken, in degrees of WGS 84. */
export interface PhotoPlace {
  latitude: number;
  longitude: number;
}

const degrees = (parts: unknown, reference: unknown, negative: string): number => {
  if (!Array.isArray(parts) || parts.length === 0) return NaN;
  const [whole = NaN, minutes = 0, seconds = 0] = parts.map(Number);
  const value = whole + minutes / 60 + seconds / 3_600;
  return String(reference).toUpperCase().startsWith(negative) ? -value : value;
};

/** Reads the place out of a photo's EXIF block; `null` when there is none that can be. */
export function readPhotoPlace(exif: Buffer | undefined): PhotoPlace | null {
  if (!exif) return null;
  try {
    const { GPSInfo } = readExif(exif);
    const latitude = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef, 'S');
    const longitude = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef, 'W');
    // Cameras without a fix write zeros; a comparison with NaN is false.
    const isPlace =
      Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
    return isPlace ? { latitude, longitude } : null;
  } catch {
    return null;
  }
}

import sharp from 'sharp';
import { type PhotoPlace, readPhotoPlace } from './photo-place.ts';

const MOST_PIXELS = 50_000_000;
const LONGEST_EDGE = 2_048;
const THUMBNAIL_EDGE = 400;

/** A photo encoded anew, with a small version. */
export interface EncodedPhoto {
  content: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
  /** Read before it was stripped. */
  place: PhotoPlace | null;
}

/** Decodes a photo, the first picture of a moving one, and encodes it anew as JPEG: what is not picture is gone. */
export async function encodePhoto(bytes: Buffer): Promise<EncodedPhoto | 'TOO_MANY_PIXELS' | 'UNREADABLE'> {
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { exif } = await source.metadata();
    const upright = source.autoOrient();
    const { data, info } = await upright
      .clone()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await upright
      .clone()
      .resize({ width: THUMBNAIL_EDGE, height: THUMBNAIL_EDGE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer();
    return { content: data, thumbnail, width: info.width, height: info.height, place: readPhotoPlace(exif) };
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'TOO_MANY_PIXELS' : 'UNREADABLE';
  }
}

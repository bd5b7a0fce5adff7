import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

/** A file as it will be kept: images re-encoded without metadata, documents as they came. */
export interface AcceptedFile {
  mediaType: string;
  content: Buffer;
  thumbnail: Buffer | null;
  width: number | null;
  height: number | null;
  /** Images are published with their report; documents are sealed evidence. */
  isPublishedWithReport: boolean;
}

export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const LONGEST_EDGE = 2_048;
const THUMBNAIL_EDGE = 400;
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Why a file is not taken. */
export type FileRefusal = 'UNSUPPORTED_TYPE' | 'UNREADABLE' | 'TOO_MANY_PIXELS' | 'ACTIVE_CONTENT';

/** PDF names (ISO 32000-1) that run, start, send or carry something. */
const ACTIVE_NAMES =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z0-9])/;

/** Whether a PDF says openly that it does more than show pages; what it hides in compressed objects is found by no look at its bytes. */
const isActive = (document: Buffer): boolean =>
  ACTIVE_NAMES.test(
    // A name may write any letter as #xx (section 7.3.5).
    document
      .toString('latin1')
      .replace(/#([0-9A-Fa-f]{2})/g, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );

/** Judges a file by its content, never by its name. Images are decoded and encoded anew: what is not picture is gone. */
export async function acceptFile(bytes: Buffer): Promise<AcceptedFile | FileRefusal> {
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === 'application/pdf') {
    if (isActive(bytes)) return 'ACTIVE_CONTENT';
    return {
      mediaType: 'application/pdf',
      content: bytes,
      thumbnail: null,
      width: null,
      height: null,
      isPublishedWithReport: false,
    };
  }
  if (!type || !IMAGES.has(type.mime)) return 'UNSUPPORTED_TYPE';
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
    const { data, info } = await source
      .clone()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await source
      .clone()
      .resize({ width: THUMBNAIL_EDGE, height: THUMBNAIL_EDGE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer();
    return {
      mediaType: 'image/jpeg',
      content: data,
      thumbnail,
      width: info.width,
      height: info.height,
      isPublishedWithReport: true,
    };
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'TOO_MANY_PIXELS' : 'UNREADABLE';
  }
}

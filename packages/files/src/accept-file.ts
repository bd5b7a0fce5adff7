import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

/** A file as it will be kept: pictures encoded anew without metadata, documents as they came. */
export interface AcceptedFile {
  kind: 'PICTURE' | 'DOCUMENT';
  mediaType: 'image/jpeg' | 'application/pdf';
  content: Buffer;
  /** Of pictures. */
  thumbnail: Buffer | null;
  width: number | null;
  height: number | null;
}

/** The largest file that is taken. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const LONGEST_EDGE = 2_048;
const THUMBNAIL_EDGE = 400;

/** What can be taken; each by its media type. */
export const ACCEPTABLE_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export type AcceptableType = (typeof ACCEPTABLE_TYPES)[number];

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

/** Judges a file by its content, never by its name. Pictures are decoded and encoded anew: what is not picture is gone. */
export async function acceptFile(
  bytes: Buffer,
  accepted: readonly AcceptableType[] = ACCEPTABLE_TYPES,
): Promise<AcceptedFile | FileRefusal> {
  const type = await fileTypeFromBuffer(bytes);
  const mediaType = accepted.find((acceptable) => acceptable === type?.mime);
  if (mediaType === undefined) return 'UNSUPPORTED_TYPE';
  if (mediaType === 'application/pdf') {
    if (isActive(bytes)) return 'ACTIVE_CONTENT';
    return { kind: 'DOCUMENT', mediaType, content: bytes, thumbnail: null, width: null, height: null };
  }
  return encodeAnew(bytes);
}

async function encodeAnew(bytes: Buffer): Promise<AcceptedFile | FileRefusal> {
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
      kind: 'PICTURE',
      mediaType: 'image/jpeg',
      content: data,
      thumbnail,
      width: info.width,
      height: info.height,
    };
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'TOO_MANY_PIXELS' : 'UNREADABLE';
  }
}

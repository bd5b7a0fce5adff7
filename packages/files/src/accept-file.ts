import { isActivePdf } from './active-pdf.ts';
import { encodePhoto } from './encode-photo.ts';
import {
  ACCEPTABLE_TYPES,
  type AcceptableType,
  FILE_TYPES,
  type FileKind,
  LARGEST_BYTES,
  LONGEST_VIDEO_SECONDS,
} from './file-kinds.ts';
import type { PhotoPlace } from './photo-place.ts';
import { readRecording } from './read-recording.ts';
import { anyTypeByContent, TELLING_BYTES, typeByContent } from './type-by-content.ts';
import { isWholePdf } from './whole-pdf.ts';

/** A file as it will be kept: photos encoded anew without metadata, everything else as it came. */
export interface AcceptedFile {
  kind: FileKind;
  mediaType: AcceptableType;
  content: Buffer;
  /** Of photos. */
  thumbnail: Buffer | null;
  width: number | null;
  height: number | null;
  /** Of videos and sounds, as far as the container tells. */
  seconds: number | null;
  /** Where a photo was taken, for whoever sent it; it is in no other part of this. */
  place: PhotoPlace | null;
}

/** Why a file is not taken. */
export type FileRefusal =
  | 'UNSUPPORTED_TYPE'
  | 'UNREADABLE'
  | 'TOO_LARGE'
  | 'TOO_LONG'
  | 'TOO_MANY_PIXELS'
  | 'ACTIVE_CONTENT'
  | 'INFECTED';

/** Judges the beginning of a file that is still on its way: `null` as long as nothing speaks against it. */
export async function judgeBeginning(
  bytes: Uint8Array,
  sizeBytes: number,
  accepted: readonly AcceptableType[] = ACCEPTABLE_TYPES,
): Promise<'UNSUPPORTED_TYPE' | 'TOO_LARGE' | null> {
  if (bytes.length < TELLING_BYTES) return null;
  const found = await anyTypeByContent(bytes);
  // Not known by its beginning: the whole file is judged in any case.
  if (found === null) return null;
  const mediaType = accepted.find((type) => type === found);
  if (mediaType === undefined) return 'UNSUPPORTED_TYPE';
  return sizeBytes > LARGEST_BYTES[FILE_TYPES[mediaType].kind] ? 'TOO_LARGE' : null;
}

/** Judges a file by its content, never by its name. */
export async function acceptFile(
  bytes: Buffer,
  accepted: readonly AcceptableType[] = ACCEPTABLE_TYPES,
): Promise<AcceptedFile | FileRefusal> {
  const mediaType = await typeByContent(bytes);
  if (mediaType === null || !accepted.includes(mediaType)) return 'UNSUPPORTED_TYPE';
  const { kind } = FILE_TYPES[mediaType];
  if (bytes.length > LARGEST_BYTES[kind]) return 'TOO_LARGE';
  const kept = {
    kind,
    mediaType,
    content: bytes,
    thumbnail: null,
    width: null,
    height: null,
    seconds: null,
    place: null,
  };
  switch (kind) {
    case 'PHOTO': {
      const encoded = await encodePhoto(bytes);
      return typeof encoded === 'string' ? encoded : { ...kept, ...encoded, mediaType: 'image/jpeg' };
    }
    case 'DOCUMENT':
      if (isActivePdf(bytes)) return 'ACTIVE_CONTENT';
      return isWholePdf(bytes) ? kept : 'UNREADABLE';
    case 'VIDEO':
    case 'AUDIO':
      return acceptRecording(kept, accepted);
  }
}

async function acceptRecording(
  kept: AcceptedFile,
  accepted: readonly AcceptableType[],
): Promise<AcceptedFile | FileRefusal> {
  const recording = await readRecording(kept.content, kept.mediaType);
  if (recording === null) return 'UNREADABLE';
  const { hasVideo, seconds } = recording;
  // The same containers carry sound alone, as browsers record it.
  const mediaType = hasVideo ? kept.mediaType : SOUND_IN[kept.mediaType];
  if (mediaType === undefined) return 'UNREADABLE';
  if (!accepted.includes(mediaType)) return 'UNSUPPORTED_TYPE';
  const { kind } = FILE_TYPES[mediaType];
  if (kept.content.length > LARGEST_BYTES[kind]) return 'TOO_LARGE';
  if (kind === 'VIDEO' && seconds !== null && seconds > LONGEST_VIDEO_SECONDS) return 'TOO_LONG';
  return { ...kept, kind, mediaType, seconds };
}

/** What a container without pictures is. */
const SOUND_IN: Partial<Record<AcceptableType, AcceptableType>> = {
  'video/mp4': 'audio/mp4',
  'video/quicktime': 'audio/mp4',
  'video/webm': 'audio/webm',
  'audio/mp4': 'audio/mp4',
  'audio/mpeg': 'audio/mpeg',
  'audio/ogg': 'audio/ogg',
  'audio/wav': 'audio/wav',
};

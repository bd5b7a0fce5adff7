import { fileTypeFromBuffer } from 'file-type';
import { type AcceptableType, FILE_TYPES } from './file-kinds.ts';

/** Other names under which the library tells a type. */
const SYNONYMS: Readonly<Record<string, AcceptableType>> = { 'audio/x-m4a': 'audio/mp4' };

/** As much of a file as tells its type for sure, where nothing long stands before it. */
export const TELLING_BYTES = 4_100;
/** As much as is looked at: a tag with a picture may stand before a sound, but an archive of a million entries keeps its reader busy. */
const LOOKED_AT_BYTES = 1024 * 1024;

/** The media type that the content shows, never the name; `null` when it is none that can be taken, or not known at all. */
export async function typeByContent(bytes: Uint8Array): Promise<AcceptableType | null> {
  const found = await anyTypeByContent(bytes);
  return found !== null && found in FILE_TYPES ? (found as AcceptableType) : null;
}

/** The media type that the content shows, whether it can be taken or not; `null` when it is not known. */
export async function anyTypeByContent(bytes: Uint8Array): Promise<string | null> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, LOOKED_AT_BYTES));
  // Ogg names its codec after a semicolon.
  const name = type?.mime.split(';')[0];
  return name === undefined ? null : (SYNONYMS[name] ?? name);
}

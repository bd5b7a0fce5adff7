/** What a file is to a reader. Photos may be published; the rest is sealed evidence. */
export const FILE_KINDS = ['PHOTO', 'DOCUMENT', 'VIDEO', 'AUDIO'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const MEGABYTE = 1024 * 1024;

/** The largest file of each kind that is taken. */
export const LARGEST_BYTES: Readonly<Record<FileKind, number>> = {
  PHOTO: 10 * MEGABYTE,
  DOCUMENT: 10 * MEGABYTE,
  VIDEO: 50 * MEGABYTE,
  AUDIO: 20 * MEGABYTE,
};

/** The longest video that is taken, as far as its container tells. */
export const LONGEST_VIDEO_SECONDS = 60;

/** What can be taken, by media type. */
export const FILE_TYPES = {
  'application/pdf': { kind: 'DOCUMENT', ending: 'pdf' },
  'image/jpeg': { kind: 'PHOTO', ending: 'jpg' },
  'image/png': { kind: 'PHOTO', ending: 'png' },
  'image/webp': { kind: 'PHOTO', ending: 'webp' },
  'video/mp4': { kind: 'VIDEO', ending: 'mp4' },
  'video/quicktime': { kind: 'VIDEO', ending: 'mov' },
  'video/webm': { kind: 'VIDEO', ending: 'webm' },
  'audio/mp4': { kind: 'AUDIO', ending: 'm4a' },
  'audio/mpeg': { kind: 'AUDIO', ending: 'mp3' },
  'audio/ogg': { kind: 'AUDIO', ending: 'ogg' },
  'audio/wav': { kind: 'AUDIO', ending: 'wav' },
  'audio/webm': { kind: 'AUDIO', ending: 'webm' },
} as const satisfies Record<string, { kind: FileKind; ending: string }>;

export type AcceptableType = keyof typeof FILE_TYPES;
export const ACCEPTABLE_TYPES = Object.keys(FILE_TYPES) as AcceptableType[];

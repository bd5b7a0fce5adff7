import { type AcceptableType, FILE_TYPES, type FileKind } from './file-kinds.ts';

const LONGEST_STEM = 80;

const NAMELESS: Readonly<Record<FileKind, string>> = {
  PHOTO: 'foto',
  DOCUMENT: 'berkas',
  VIDEO: 'video',
  AUDIO: 'suara',
};

/** The name of a file that says nothing of whoever sent it. */
export const namelessFileName = (mediaType: AcceptableType): string => {
  const { kind, ending } = FILE_TYPES[mediaType];
  return `${NAMELESS[kind]}.${ending}`;
};

/**
 * A name for a file that came from people. Photos lose theirs, since they may be published and a name may say who took them. All others keep the
 * letters, digits and a few marks of theirs, with the ending of the true type.
 */
export function safeFileName(name: string | undefined, mediaType: AcceptableType): string {
  const { kind, ending } = FILE_TYPES[mediaType];
  if (kind === 'PHOTO') return namelessFileName('image/jpeg');
  const stem = (name ?? '')
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .slice(0, LONGEST_STEM);
  return stem ? `${stem}.${ending}` : namelessFileName(mediaType);
}

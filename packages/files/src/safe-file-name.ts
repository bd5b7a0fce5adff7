const LONGEST_STEM = 80;

/**
 * A name for a file that came from people. Pictures lose theirs, since they may be published and a name may say who took them. Documents keep the
 * letters, digits and a few marks of theirs, with the ending of the true type.
 */
export function safeFileName(name: string | undefined, mediaType: string): string {
  if (mediaType !== 'application/pdf') return 'foto.jpg';
  const stem = (name ?? '')
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .slice(0, LONGEST_STEM);
  return `${stem || 'berkas'}.pdf`;
}

interface File {
  id: string;
  url: string;
  mediaType: string;
  thumbnailUrl: string | null;
  isSealedAway: boolean;
}

/** The pictures of a report and of its conversation, each once: what can be blacked out. */
export function photosOf<One extends File>(
  own: readonly One[],
  history: readonly { attachments: readonly One[] }[],
): One[] {
  const found = new Map<string, One>();
  for (const file of [...own, ...history.flatMap(({ attachments }) => attachments)])
    if (file.mediaType.startsWith('image/') && file.thumbnailUrl !== null && !file.isSealedAway)
      found.set(file.id, found.get(file.id) ?? file);
  return [...found.values()];
}

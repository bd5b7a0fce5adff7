const SHAPE = /^[\w.~-]{16,512}$/;

/** The secret of an invitation link, which stands behind its "#"; null when there is none that could be one. */
export function invitationTokenOf(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  return SHAPE.test(text) ? text : null;
}

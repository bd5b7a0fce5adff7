/** The secret part of the link in a mail: behind the #, so that no server sees it. */
export const tokenOfLink = (hash: string): string | null => /^#kode-([a-z2-7]{45})$/.exec(hash)?.[1] ?? null;

/** What stands behind the `#` of the link: it never reaches a server as part of an address. Empty without one. */
export function tokenOf(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#/, '')).trim();
  } catch {
    return '';
  }
}

/** Providers that pass over dots before the "@". */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/**
 * What stands for the mailbox behind an address, for limits only: `budi+satu@…` and `Budi+dua@…` arrive at one place. Accounts are told
 * apart by the whole address.
 */
export function mailboxOf(address: string): string {
  const plain = address.normalize('NFKC').trim().toLowerCase();
  const at = plain.lastIndexOf('@');
  if (at < 1) return plain;
  const domain = plain.slice(at + 1).replace(/\.+$/, '');
  const [name = ''] = plain.slice(0, at).split('+');
  return `${DOTLESS.has(domain) ? name.replaceAll('.', '') : name}@${domain}`;
}

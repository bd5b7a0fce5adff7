/** The domain of a mail address that looks complete; null while it is being typed. */
export function mailDomainOf(email: string): string | null {
  const [, domain] = /^[^\s@]+@((?:[a-z\d-]+\.)+[a-z]{2,})$/i.exec(email.trim()) ?? [];
  return domain?.toLowerCase() ?? null;
}

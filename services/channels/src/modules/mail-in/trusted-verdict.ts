/** What the operator's own mail server found of the sender. */
export type Verdict = 'PASS' | 'FAIL' | 'UNKNOWN';

const LONGEST = 4_000;

/**
 * Reads `Authentication-Results` (RFC 8601) of one server, the operator's, which has to take away what others wrote under its name.
 * Anybody can write such a header: the first of that name counts alone. What it found counts for the domain that we answer to, and for
 * no other: two programs may read one `From` in two ways.
 */
export function verdictOf(lines: readonly string[], trusted: string | undefined, from: string): Verdict {
  if (!trusted) return 'UNKNOWN';
  const line = lines.find((one) => one.trim().split(/[\s;]/u, 1)[0]?.toLowerCase() === trusted.toLowerCase());
  if (!line) return 'UNKNOWN';
  const said = withoutQuotes(line.slice(0, LONGEST)).toLowerCase();
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  const results = said.split(';').map((part) => part.trim());
  const find = (method: string) => results.filter((part) => part.startsWith(`${method}=`));
  const valueOf = (part: string, name: string) => {
    const [, value = ''] = new RegExp(`${name.replace('.', '\\.')}=([^\\s;]+)`, 'u').exec(part) ?? [];
    return value.slice(value.lastIndexOf('@') + 1);
  };
  const isOf = (part: string, ...names: string[]) =>
    names.some((name) => {
      const named = valueOf(part, name);
      return named === domain || (named !== '' && domain.endsWith(`.${named}`) && named.includes('.'));
    });
  const dmarc = find('dmarc');
  if (dmarc.some((part) => part.startsWith('dmarc=fail'))) return 'FAIL';
  const authors = dmarc
    .filter((part) => part.startsWith('dmarc=pass'))
    .map((part) => valueOf(part, 'header.from'));
  if (domain !== '' && authors.includes(domain)) return 'PASS';
  // It read another author than we do.
  if (authors.some((author) => author !== '')) return 'UNKNOWN';
  if (find('dkim').some((part) => part.startsWith('dkim=pass') && isOf(part, 'header.d', 'header.i')))
    return 'PASS';
  if (find('spf').some((part) => part.startsWith('spf=pass') && isOf(part, 'smtp.mailfrom'))) return 'PASS';
  const isRefused = (method: string) =>
    find(method).some((part) => new RegExp(`^${method}=fail`, 'u').test(part));
  return isRefused('spf') && (isRefused('dkim') || find('dkim').every((part) => part.startsWith('dkim=none')))
    ? 'FAIL'
    : 'UNKNOWN';
}

/** Without comments and quoted words: a server repeats in them what a sender chose. */
function withoutQuotes(line: string): string {
  let plain = '';
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === '\\' && (isQuoted || depth > 0)) at += 1;
    else if (isQuoted) isQuoted = sign !== '"';
    else if (sign === '(') depth += 1;
    else if (depth > 0) depth -= sign === ')' ? 1 : 0;
    else if (sign === '"') isQuoted = true;
    else plain += sign;
    // What stood there is no word of the server, and joins none.
    if (!isQuoted && depth === 0 && (sign === '"' || sign === ')')) plain += ' ';
  }
  return plain;
}

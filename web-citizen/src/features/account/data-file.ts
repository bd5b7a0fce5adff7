interface DataFile {
  /** What identity keeps of the account, as it answers. */
  account: unknown;
  /** The own reports, as the graph answers them. */
  reports: readonly unknown[];
  madeAt: Date;
  /** Origin of the site. */
  origin: string;
}

/** The file with all own data: one JSON document, indented so that it can be read without a program. */
export function buildDataFile({ account, reports, madeAt, origin }: DataFile): {
  name: string;
  text: string;
} {
  const content = {
    service: 'SP4N-LAPOR!',
    origin,
    madeAt: madeAt.toISOString(),
    account,
    reports: reports.map((report) => plain(report, origin)),
  };
  return {
    name: `lapor-data-saya-${madeAt.toISOString().slice(0, 10)}.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
  };
}

/** Without the graph's own notes, and with paths as whole addresses: the file is read elsewhere. */
function plain(value: unknown, origin: string): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, origin));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '__typename')
      .map(([name, inner]) => [
        name,
        name === 'url' && typeof inner === 'string' ? new URL(inner, origin).href : plain(inner, origin),
      ]),
  );
}

interface HandOver {
  id: string;
  handedOverAt: string;
  isOpen: boolean;
  organisation: { id: string };
}

/** One for each organisation: the newest, for a new link ends the old one. The open ones first. */
export function latestHandOvers<Row extends HandOver>(rows: readonly Row[]): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const known = newest.get(row.organisation.id);
    if (!known || known.handedOverAt < row.handedOverAt) newest.set(row.organisation.id, row);
  }
  return [...newest.values()].sort((a, b) => Number(b.isOpen) - Number(a.isOpen));
}

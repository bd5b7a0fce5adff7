/** The id beside the chosen one; without a choice the first. `undefined`: there is none. */
export function stepIn(
  rows: readonly { id: string }[],
  chosen: string | undefined,
  by: 1 | -1,
): string | undefined {
  const at = rows.findIndex(({ id }) => id === chosen);
  return at < 0 ? rows.find(({ id }) => id !== chosen)?.id : rows[at + by]?.id;
}

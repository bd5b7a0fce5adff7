/** Which of a list gets the focus when one has left it: what stands in its place now, else the last. Null in an empty list. */
export function focusAfter(before: readonly string[], gone: string, now: readonly string[]): string | null {
  const at = before.indexOf(gone);
  const behind = before.slice(at + 1).find((id) => now.includes(id));
  return behind ?? now.at(-1) ?? null;
}

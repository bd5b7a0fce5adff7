/** Rows of an answer: objects that stand in lists, on whatever level. A list of lists counts its innermost ones. */
export function rowsGiven(data: unknown): number {
  let rows = 0;
  const waiting: unknown[] = [data];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const isList = Array.isArray(next);
    for (const value of Object.values(next)) {
      if (typeof value !== 'object' || value === null) continue;
      if (isList && !Array.isArray(value)) rows++;
      waiting.push(value);
    }
  }
  return rows;
}

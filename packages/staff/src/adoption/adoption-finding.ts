export interface AdoptionPoint {
  /** Local date: the end of a month. */
  on: string;
  total: number;
  connected: number;
  used: number;
}

/** Share in whole percent; null of nothing. */
export const percent = (part: number, total: number): number | null =>
  total === 0 ? null : Math.round((part / total) * 100);

/** The same as people read it: few are not none. */
export const percentText = (part: number, total: number): string =>
  part > 0 && part * 200 < total ? '<\u00a01' : String(percent(part, total) ?? 0);

export type AdoptionFinding =
  | { kind: 'NOTHING' }
  /** Only one month is known yet. */
  | { kind: 'STANDS'; connected: number; used: number }
  | { kind: 'RISES' | 'FALLS' | 'STAYS'; from: number; to: number; months: number };

/** What the trend of *used* says, the indicator that counts in the end; shares in percent. */
export function adoptionFinding(points: readonly AdoptionPoint[]): AdoptionFinding {
  const known = points.filter(({ total }) => total > 0);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return { kind: 'NOTHING' };
  const to = percent(last.used, last.total) ?? 0;
  if (known.length === 1)
    return { kind: 'STANDS', connected: percent(last.connected, last.total) ?? 0, used: to };
  const from = percent(first.used, first.total) ?? 0;
  const kind = to > from ? 'RISES' : to < from ? 'FALLS' : 'STAYS';
  return { kind, from, to, months: known.length };
}

/** Two labels at the end of lines that would lie on each other are moved apart, staying inside the box. */
export function labelsApart(first: number, second: number, top: number, bottom: number): [number, number] {
  const room = 15;
  const missing = room - Math.abs(first - second);
  if (missing <= 0) return [first, second];
  const [upper, lower] = first <= second ? [first, second] : [second, first];
  const shift = Math.max(top - (upper - missing / 2), 0) - Math.max(lower + missing / 2 - bottom, 0);
  const placed = [upper - missing / 2 + shift, lower + missing / 2 + shift] as const;
  return first <= second ? [placed[0], placed[1]] : [placed[1], placed[0]];
}

/** A round number not below `most`, and the steps up to it. */
export function scaleOf(most: number): { top: number; steps: number[] } {
  const rough = Math.max(most, 1) / 3;
  const size = 10 ** Math.floor(Math.log10(rough));
  const candidates = [1, 2, 5, 10].map((factor) => factor * size);
  const step = Math.max(1, candidates.find((candidate) => candidate >= rough) ?? 10 * size);
  const count = Math.ceil(Math.max(most, 1) / step);
  return { top: count * step, steps: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** SVG path through values; where one is not known the line is broken, and a value between two unknown ones is a dot. */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  const rounded = (value: number) => Math.round(value * 10) / 10;
  let path = '';
  let isOpen = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${isOpen ? 'L' : 'M'}${rounded(x(index))} ${rounded(y(value))}`;
    if (value !== null && !isOpen && values[index + 1] == null) path += 'h.1';
    isOpen = value !== null;
  }
  return path;
}

/** Two labels that would lie on each other, moved apart: their order stays, neither leaves the chart. */
export function labelsApart(first: number, second: number, top: number, bottom: number): [number, number] {
  const room = 16;
  const upper = Math.min(first, second);
  const lower = Math.max(first, second);
  const missing = Math.max(0, room - (lower - upper)) / 2;
  const high = Math.min(Math.max(upper - missing, top), bottom - room);
  const low = Math.min(Math.max(lower + missing, high + room), bottom);
  return first <= second ? [high, low] : [low, high];
}

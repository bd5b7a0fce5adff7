import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** Names of the values a message needs, also inside plurals. */
function valuesOf(text: string): string {
  const names = new Set<string>();
  const walk = (tokens: readonly unknown[]) => {
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [name, , format] = token as [string, string?, unknown?];
      if (name !== '#') names.add(name);
      if (format && typeof format === 'object') {
        for (const form of Object.values(format)) if (Array.isArray(form)) walk(form);
      }
    }
  };
  walk(compileMessageOrThrow(text));
  return [...names].sort().join(', ');
}

/** For tests: ids that only one of two catalogues has, or whose messages need other values. Throws on broken ICU. */
export function catalogueDifferences(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((id) => {
    const [first, second] = [one[id], other[id]];
    return first === undefined || second === undefined || valuesOf(first) !== valuesOf(second);
  });
}

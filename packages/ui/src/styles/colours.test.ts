import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Custom properties of the rule that begins at `start`. */
function properties(css: string, start: string): Map<string, string> {
  const from = css.indexOf(start);
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!]));
}

test.each(['colours.css', 'colours-states.css', 'chart-colours.css'])(
  '%s holds each dark colour twice alike, and one for each light',
  (file) => {
    const css = readFileSync(new URL(file, import.meta.url), 'utf8');
    const light = properties(css, ':root {');
    const chosen = properties(css, ":root[data-theme='dark']");
    const device = properties(css, ":root:not([data-theme='light'])");
    expect(chosen.size).toBeGreaterThan(15);
    expect(device).toEqual(chosen);
    expect([...chosen.keys()].sort()).toEqual([...light.keys()].sort());
  },
);

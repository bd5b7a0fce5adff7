import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Sizes and colours of all applications, in both themes; what is drawn with them here is `plain.css`. */
const SOURCES = ['./tokens.css', './colours.css'].map(
  (name) => new URL(name, import.meta.resolve('@lapor/ui/citizen.css')),
);
const OWN = new URL('./plain.css', import.meta.url);

let made: { text: string; version: string } | undefined;

/** The one stylesheet of the plain version, and the version that stands in its name. */
export function styleSheet(): { text: string; version: string } {
  if (made) return made;
  const text = [...SOURCES, OWN]
    .map((url) => readFileSync(fileURLToPath(url), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  return (made = { text, version: createHash('sha256').update(text).digest('hex').slice(0, 12) });
}

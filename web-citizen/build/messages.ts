import { readFile } from 'node:fs/promises';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

type Part = 'first' | 'soon' | 'receipt' | 'more';

/** Areas of ids: what must be there before a report can be filed, and what is fetched right after the first page. */
const areas: Readonly<Record<string, Part>> = {
  ...areasOf('first', 'common shell home file check sent state'),
  ...areasOf('soon', 'below open hint device'),
  // Of one page, which opens without a network.
  ...areasOf('receipt', 'receipt'),
};

function areasOf(part: Part, names: string): Record<string, Part> {
  return Object.fromEntries(names.split(' ').map((name) => [name, part]));
}

/** The rest of a catalogue is loaded with the other pages. */
const partOf = (id: string): Part => areas[id.slice(0, id.indexOf('.'))] ?? 'more';

/**
 * Compiles a catalogue at build time, so that no message parser travels to the phone, and cuts it in parts:
 * `locales/id.json?part=first`, `?part=soon`, `?part=receipt` and `?part=more`.
 */
export function messages(): Plugin {
  return {
    name: 'messages',
    enforce: 'pre',
    async load(request) {
      // The test runner notes how it came to the file.
      const [, path, query] = /^(.*\.json)\?(?:import&)?part=(\w+)$/.exec(request) ?? [];
      if (!path || !query) return null;
      this.addWatchFile(path);
      const catalogue = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
      const part = Object.entries(catalogue)
        .filter(([id]) => partOf(id) === query)
        .map(([id, message]) => [id, textOrTokens(compileMessage(message))]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(part))}`,
        moduleType: 'js',
        map: null,
      };
    },
  };
}

/** A message without values is its text. */
const textOrTokens = (tokens: unknown[]) =>
  tokens.length === 1 && typeof tokens[0] === 'string' ? tokens[0] : tokens;

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { isAdministration } from '../src/language/administration-keys.ts';

const CATALOGUE = /\/locales\/[a-z]{2}\.json(\?administration)?$/;
/** The catalogue that every console begins with is cut in two: this module gets the other part. */
const CUT = '/packages/staff/src/locales/id.json';
const ADMINISTRATION = '/packages/staff/src/language/administration-words.ts';

/** Compiles the message catalogues at build time, so that no message parser travels to the browser. */
export function catalogues(): Plugin {
  return {
    name: 'lapor-catalogues',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.endsWith(ADMINISTRATION) || !source.endsWith('/id.json')) return null;
      return `${join(dirname(importer), source)}?administration`;
    },
    async load(id) {
      const match = CATALOGUE.exec(id);
      if (!match) return null;
      const [file = id] = id.split('?');
      this.addWatchFile(file);
      const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
      const compiled = Object.entries(messages)
        .filter(([key]) => !file.endsWith(CUT) || isAdministration(key) === (match[1] !== undefined))
        .map(([key, text]) => [key, compileMessage(text)]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
        moduleType: 'js',
        map: null,
      };
    },
  };
}

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { partOf, type Part } from '../src/language/administration-keys.ts';

const CATALOGUE = /\/locales\/[a-z]{2}\.json(?:\?(administration|report))?$/;
/** The catalogue that every console begins with is cut: these modules get the other parts. */
const CUT = '/packages/staff/src/locales/id.json';
const PARTS = /\/packages\/staff\/src\/language\/(administration|report)-words\.ts$/;

/** Compiles the message catalogues at build time, so that no message parser travels to the browser. */
export function catalogues(): Plugin {
  return {
    name: 'lapor-catalogues',
    enforce: 'pre',
    resolveId(source, importer) {
      const part = importer && source.endsWith('/id.json') ? PARTS.exec(importer)?.[1] : undefined;
      return importer && part ? `${join(dirname(importer), source)}?${part}` : null;
    },
    async load(id) {
      const match = CATALOGUE.exec(id);
      if (!match) return null;
      const [file = id] = id.split('?');
      this.addWatchFile(file);
      const part = (match[1] ?? 'start') as Part;
      const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
      const compiled = Object.entries(messages)
        .filter(([key]) => !file.endsWith(CUT) || partOf(key) === part)
        .map(([key, text]) => [key, compileMessage(text)]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
        moduleType: 'js',
        map: null,
      };
    },
  };
}

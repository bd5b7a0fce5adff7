import { readFile } from 'node:fs/promises';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Compiles the message catalogues at build time, so that no message parser travels to the browser. */
export function catalogues(): Plugin {
  return {
    name: 'lapor-catalogues',
    enforce: 'pre',
    async load(id) {
      if (!/\/locales\/[a-z]{2}\.json$/.test(id)) return null;
      this.addWatchFile(id);
      const messages = JSON.parse(await readFile(id, 'utf8')) as Record<string, string>;
      const compiled = Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
        moduleType: 'js',
        map: null,
      };
    },
  };
}

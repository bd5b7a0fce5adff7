import { readFile } from 'node:fs/promises';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Ids of these areas are needed before a report can be filed; the rest of a catalogue is loaded with the other pages. */
const firstAreas = ['common', 'shell', 'home', 'file', 'check', 'sent', 'state'];

const isFirst = (id: string) => firstAreas.includes(id.slice(0, id.indexOf('.')));

/**
 * Compiles a catalogue at build time, so that no message parser travels to the phone, and cuts it in two:
 * `locales/id.json?part=first` and `?part=more`.
 */
export function messages(): Plugin {
  return {
    name: 'messages',
    enforce: 'pre',
    async load(request) {
      const [path, query] = request.split('?part=');
      if (!query || !path?.endsWith('.json')) return null;
      this.addWatchFile(path);
      const catalogue = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
      const part = Object.entries(catalogue)
        .filter(([id]) => isFirst(id) === (query === 'first'))
        .map(([id, message]) => [id, compileMessage(message)]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(part))}`,
        moduleType: 'js',
        map: null,
      };
    },
  };
}

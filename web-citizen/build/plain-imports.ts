import type { Plugin } from 'vite';

const helper = '\0vite/preload-helper.js';

/**
 * Vite wraps every dynamic import in a helper that preloads all it needs. Here one shared file is there already, and
 * what is left to do is to wait for the style sheet of the later pages: a few lines instead of a thousand bytes.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === helper ? { code, moduleType: 'js' } : undefined),
});

const code = `
const known = new Set();
const addStyle = (file) => known.has(file) || new Promise((resolve) => {
  known.add(file);
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/' + file;
  link.onload = link.onerror = resolve;
  document.head.append(link);
});
export const __vitePreload = (load, files = []) =>
  Promise.all(files.filter((file) => file.endsWith('.css')).map(addStyle)).then(load);
`;

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve as resolvePath } from 'node:path';
import { build, type Manifest, type Plugin, type ResolvedConfig } from 'vite';

/** Beside the first page: what it takes to file a report, with photos, and to see its number. */
const offline = [
  'index.html',
  'src/routes/filing.ts',
  'src/app/soon-styles.ts',
  'src/locales/id.json?part=soon',
  // Whoever chooses English without a network finds it.
  'src/locales/en.json?part=first',
  'src/locales/en.json?part=soon',
  '../packages/wording/src/en-basic.ts',
  'src/features/device/device-news.tsx',
  'src/features/device/drafts.tsx',
  'src/features/file-report/send-by-tus.ts',
  'src/features/file-report/where-hints.tsx',
  'src/features/follow/follow-form.tsx',
  'src/features/home/below.tsx',
  'src/features/sent/save-as-picture.ts',
  // A receipt is checked where there is no network.
  'src/routes/check-receipt.tsx',
  'src/locales/id.json?part=receipt',
  'src/locales/en.json?part=receipt',
  '../packages/receipt/src/by-library.ts',
];

/**
 * Writes `sw.js` after the build it belongs to: a script of its own at a fixed address, with the names of that build's
 * files and the page in it (ADR 0048).
 */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    async closeBundle(error) {
      if (error) return;
      const { root, plugins, resolve } = config;
      const outDir = resolvePath(root, config.build.outDir);
      const manifest = JSON.parse(await readFile(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
      const files = filesOf(manifest, offline);
      // The policy admits our own files without a nonce, and there is nothing inline.
      const shell = (await readFile(join(outDir, 'index.html'), 'utf8')).replace(
        / nonce="[^"]*"| property="csp-nonce"/g,
        '',
      );
      const version = createHash('sha256').update(shell).update(files.join()).digest('hex').slice(0, 12);
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        plugins: plugins.filter(({ name }) => name === 'documents' || name === 'plain-imports'),
        resolve: { alias: resolve.alias },
        define: {
          builtFiles: JSON.stringify(files),
          builtShell: JSON.stringify(shell),
          builtVersion: JSON.stringify(version),
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: config.build.target,
          modulePreload: false,
          rolldownOptions: {
            input: join(root, 'src/worker/service-worker.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
          },
        },
      });
    },
  };
}

/** Addresses of the entries and all they import, sorted. */
export function filesOf(manifest: Manifest, entries: readonly string[]): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const follow = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) if (!file.endsWith('.html')) files.add(`/${file}`);
    chunk.imports?.forEach(follow);
  };
  entries.forEach(follow);
  return [...files].sort();
}

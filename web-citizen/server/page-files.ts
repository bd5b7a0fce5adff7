import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CitizenRoute } from './routes.ts';

/** What a build says of its files, as Vite writes it. */
interface BuiltFile {
  file: string;
  css?: string[];
  imports?: string[];
}
type Manifest = Readonly<Record<string, BuiltFile>>;

const ENTRY = 'index.html';

/** Sources of the fixed pages; the first page travels with the entry. */
const FIXED: Readonly<Record<string, string>> = {
  lapor: 'filing.ts',
  terkirim: 'filing.ts',
  laporan: 'public-reports.tsx',
  lacak: 'follow.tsx',
  kinerja: 'agencies.tsx',
  statistik: 'statistics.tsx',
  moderasi: 'moderation.tsx',
  masuk: 'sign-in.tsx',
  akun: 'account.tsx',
  bantuan: 'help.tsx',
  privasi: 'privacy.tsx',
  'cara-kerja': 'how-it-works.tsx',
  istilah: 'terms.tsx',
  aksesibilitas: 'accessibility.tsx',
  status: 'service-status.tsx',
  periksa: 'check-receipt.tsx',
};

/** Pages that bring what they need in place of `LATER`. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  'src/routes/filing.ts': [],
  'src/routes/check-receipt.tsx': ['src/locales/id.json?part=receipt'],
};

/** Styles and words of the pages behind the first ones, in the language most people read. Their order is that of the styles' rules. */
const LATER = [
  'src/app/soon-styles.ts',
  'src/app/more-styles.ts',
  'src/locales/id.json?part=soon',
  'src/app/later-id.ts',
];

/** The source file of a page's own code; `null` where there is none beside the entry. */
export function sourceOf(route: CitizenRoute): string | null {
  switch (route.kind) {
    case 'report':
      return 'src/routes/report.tsx';
    case 'organisation':
      return 'src/routes/agency.tsx';
    case 'unknown':
      return 'src/routes/not-found.tsx';
    case 'fixed': {
      const file = FIXED[route.path.split('/')[1]!];
      return file === undefined ? null : `src/routes/${file}`;
    }
  }
}

/** A build's manifest; `null` in a checkout that is not built. */
export function readManifest(directory: string): Manifest | null {
  const path = join(directory, '.vite/manifest.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : null;
}

/**
 * Addresses of the files a page needs beside the entry. Asked for with the entry they come while it does; asked for by it they come a
 * whole way to and fro later, which on a slow network is half a second.
 */
export function filesOf(manifest: Manifest, route: CitizenRoute): string[] {
  const source = sourceOf(route);
  if (source === null) return [];
  const wanted = new Set<string>();
  const known = withImports(manifest, ENTRY, new Set());
  for (const key of [...(OWN[source] ?? LATER), source])
    for (const each of withImports(manifest, key, new Set())) if (!known.has(each)) wanted.add(each);
  const files = [...wanted].flatMap((key) => [...(manifest[key]!.css ?? []), manifest[key]!.file]);
  return [...new Set(files)].map((file) => `/${file}`);
}

function withImports(manifest: Manifest, key: string, found: Set<string>): Set<string> {
  const built = manifest[key];
  if (!built || found.has(key)) return found;
  found.add(key);
  for (const each of built.imports ?? []) withImports(manifest, each, found);
  return found;
}

/** Asks for a page's files in the head of its HTML. */
export const withFiles = (template: string, files: readonly string[]): string =>
  files.length === 0
    ? template
    : template.replace(
        /\s*<\/head>/i,
        () =>
          `\n    ${files.map((file) => `<link rel="${file.endsWith('.css') ? 'stylesheet' : 'modulepreload'}" crossorigin href="${file}" />`).join('\n    ')}\n  </head>`,
      );

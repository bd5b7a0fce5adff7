import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesOf, sourceOf, withFiles } from './page-files.ts';
import { routeOf } from './routes.ts';

const MANIFEST = {
  'index.html': { file: 'assets/index.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  '_facts.js': { file: 'assets/facts.js', imports: ['_tag.js', '_shared.js'] },
  '_tag.js': { file: 'assets/tag.js', imports: ['_facts.js'] },
  'src/routes/report.tsx': {
    file: 'assets/report.js',
    css: ['assets/report.css'],
    imports: ['index.html', '_facts.js'],
  },
  'src/routes/filing.ts': { file: 'assets/filing.js', imports: ['_shared.js'] },
  'src/app/later-id.ts': { file: 'assets/later-id.js' },
  'src/app/soon-styles.ts': { file: 'assets/soon.css' },
  'src/app/more-styles.ts': { file: 'assets/more.css' },
};

describe('the files of a page', () => {
  it('are its own, with what they import, its words and its styles, and none that comes with the entry', () => {
    expect(filesOf(MANIFEST, routeOf('/laporan/10245678'))).toEqual([
      '/assets/soon.css',
      '/assets/more.css',
      '/assets/later-id.js',
      '/assets/report.css',
      '/assets/report.js',
      '/assets/facts.js',
      '/assets/tag.js',
    ]);
    expect(filesOf(MANIFEST, routeOf('/lapor/lokasi'))).toEqual(['/assets/filing.js']);
    expect(filesOf(MANIFEST, routeOf('/'))).toEqual([]);
  });

  it('are asked for in the head, after what stands there', () => {
    expect(withFiles('<head><title>a</title>\n</head>', ['/assets/a.js'])).toBe(
      '<head><title>a</title>\n    <link rel="modulepreload" crossorigin href="/assets/a.js" />\n  </head>',
    );
    expect(withFiles('<head></head>', ['/assets/a.css'])).toContain(
      '<link rel="stylesheet" crossorigin href="/assets/a.css" />',
    );
    expect(withFiles('<head></head>', [])).toBe('<head></head>');
  });

  it('are known of every page that the application fetches when it is opened', () => {
    const application = readFileSync(new URL('../src/app/routes.tsx', import.meta.url), 'utf8');
    const fetched = [...application.matchAll(/import\('\.\.\/(routes\/[\w.-]+)'\)/g)].map(
      ([, file]) => `src/${file}`,
    );
    const addresses = [...application.matchAll(/path="([^"]+)"/g)].map(([, path]) =>
      path!
        .replace('/:number', '/10245678')
        .replace('/kinerja/:id', '/kinerja/opd-1')
        .replace(/\/:\w+\?$/, ''),
    );
    const known = [...addresses, '/tidak/ada/di/sini'].map((address) => sourceOf(routeOf(address)));
    expect(fetched.length).toBeGreaterThan(10);
    expect(new Set(known)).toEqual(new Set([null, ...fetched]));
  });
});

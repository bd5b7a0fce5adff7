import { escapeMarkup } from './escape.ts';
import type { ListedReport } from './public-graph.ts';
import { INDEXED_PATHS } from './routes.ts';

/** `sitemap.xml`: the fixed pages and published reports. */
export function renderSitemap(publicUrl: string, reports: readonly ListedReport[]): string {
  const lines = [
    ...INDEXED_PATHS.map((path) => `<url><loc>${escapeMarkup(publicUrl + path)}</loc></url>`),
    ...reports.map(
      ({ number, updatedAt }) =>
        `<url><loc>${escapeMarkup(`${publicUrl}/laporan/${encodeURIComponent(number)}`)}</loc><lastmod>${escapeMarkup(updatedAt)}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`;
}

/** `robots.txt`. */
export const renderRobots = (publicUrl: string): string =>
  [
    'User-agent: *',
    ...['/admin/', '/akun', '/auth/', '/files/', '/graphql', '/instansi/', '/masuk', '/terkirim'].map(
      (path) => `Disallow: ${path}`,
    ),
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');

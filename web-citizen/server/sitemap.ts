import { escapeMarkup } from './escape.ts';
import type { ListedReport } from './public-graph.ts';
import { INDEXED_PATHS } from './routes.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** So many days back have a page of their own; older reports are found over the list and by their links. */
const DAYS = 400;
const DAY = 86_400_000;

const dayBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);

/** `sitemap.xml`: one page for what is always there, one for each day's reports, so that a crawler fetches again what changed only. */
export function renderSitemapIndex(publicUrl: string, now: Date): string {
  const names = ['halaman', ...Array.from({ length: DAYS }, (_unused, days) => dayBefore(now, days))];
  const lines = names.map(
    (name) => `<sitemap><loc>${escapeMarkup(`${publicUrl}/sitemap/${name}.xml`)}</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${lines.join('\n')}\n</sitemapindex>\n`;
}

/** The day that a sitemap's page is about, if it is one of those in the index. */
export function dayOfSitemap(path: string, now: Date): string | null {
  const day = /^\/sitemap\/(\d{4}-\d\d-\d\d)\.xml$/.exec(path)?.[1];
  return day && day <= dayBefore(now, 0) && day >= dayBefore(now, DAYS - 1) ? day : null;
}

const urls = (lines: readonly string[]) =>
  `${HEAD}<urlset xmlns="${NAMESPACE}">\n${lines.join('\n')}\n</urlset>\n`;

/** The fixed pages. */
export const renderFixedSitemap = (publicUrl: string): string =>
  urls(INDEXED_PATHS.map((path) => `<url><loc>${escapeMarkup(publicUrl + path)}</loc></url>`));

/** One day's published reports, with the moment of their last change. */
export const renderReportSitemap = (publicUrl: string, reports: readonly ListedReport[]): string =>
  urls(
    reports.map(
      ({ number, updatedAt }) =>
        `<url><loc>${escapeMarkup(`${publicUrl}/laporan/${encodeURIComponent(number)}`)}</loc><lastmod>${escapeMarkup(updatedAt)}</lastmod></url>`,
    ),
  );

const CLOSED = [
  '/admin/',
  '/akun',
  '/auth/',
  '/files/',
  '/graphql',
  '/instansi/',
  '/masuk',
  '/sederhana/',
  '/terkirim',
];

/** `robots.txt`. */
export const renderRobots = (publicUrl: string): string =>
  [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');

import type { FirstAnswer } from './first-answer.ts';
import { PUBLIC_REPORTS } from './plain/documents.ts';
import { createPlainPages, type PlainPages } from './plain/index.ts';
import { BASE } from './plain/layout.ts';
import { styleSheet } from './plain/styles.ts';
import type { MadeFile } from './made-file.ts';
import { findPreview } from './previews.ts';
import { listReportsOf, type ListedReport, type PublicGraph } from './public-graph.ts';
import { filesOf, readManifest, withFiles } from './page-files.ts';
import { renderCitizenPage } from './render-page.ts';
import { routeOf } from './routes.ts';
import { shareAnswers } from './shared-answers.ts';
import {
  dayOfSitemap,
  renderFixedSitemap,
  renderReportSitemap,
  renderRobots,
  renderSitemapIndex,
} from './sitemap.ts';
import { STATISTICS } from './statistics.ts';

export interface CitizenPagesOptions {
  graph: PublicGraph;
  /** Origin people type into the browser, without a slash at the end. */
  publicUrl: string;
  /** Key of the secrets in the forms of the plain version. */
  formSecret: string;
  /** Where the built application lies; its pages ask for their files at once. */
  directory?: string | undefined;
  clock: { now(): Date };
}

/** A report that is withdrawn from the public leaves the sitemap after this time at most. */
const LISTED_FOR_MILLISECONDS = 5 * 60_000;
const KEPT_DAYS = 40;
/** A report that is taken from the public leaves the list as soon as it leaves the gateway's public answers; figures change by the hour. */
const SHARED_FOR = new Map([
  [PUBLIC_REPORTS, 2_000],
  [STATISTICS, 30_000],
]);

const xml = (body: string): MadeFile => ({ contentType: 'application/xml; charset=utf-8', body });

/** The server-made part of the citizens' application: heads and readable text of pages, previews, sitemap, the plain version. */
export function createCitizenPages({ graph, publicUrl, formSecret, directory, clock }: CitizenPagesOptions) {
  const manifest = directory === undefined ? null : readManifest(directory);
  // Many reads of the graph for one small request: kept, and shared by all who ask meanwhile.
  const listed = new Map<string, { at: number; reports: Promise<ListedReport[] | null> }>();
  let before: Promise<unknown> = Promise.resolve();
  async function reportsOf(day: string): Promise<ListedReport[]> {
    const now = clock.now().getTime();
    const known = listed.get(day);
    if (known && now - known.at < LISTED_FOR_MILLISECONDS) return (await known.reports) ?? [];
    // One day after the other, however many are asked for.
    const reports = before.then(() => listReportsOf(graph, day)).catch(() => null);
    before = reports;
    const fresh = { at: now, reports };
    listed.delete(day);
    listed.set(day, fresh);
    for (const oldest of listed.keys()) {
      if (listed.size <= KEPT_DAYS) break;
      listed.delete(oldest);
    }
    const found = await reports;
    if (!found && listed.get(day) === fresh) listed.delete(day);
    return found ?? [];
  }
  const shared = shareAnswers(graph, SHARED_FOR, () => clock.now().getTime());
  const answer: PlainPages = createPlainPages({ formSecret, clock });
  return {
    page: (
      template: string,
      path: string,
      { query, firstAnswer }: { query?: string; firstAnswer?: FirstAnswer } = {},
    ) =>
      renderCitizenPage({
        template: manifest ? withFiles(template, filesOf(manifest, routeOf(path))) : template,
        path,
        query,
        publicUrl,
        graph: shared,
        firstAnswer,
        now: clock.now(),
      }),
    async file(path: string): Promise<MadeFile | null> {
      if (path === '/robots.txt')
        return { contentType: 'text/plain; charset=utf-8', body: renderRobots(publicUrl) };
      if (path === '/sitemap.xml') return xml(renderSitemapIndex(publicUrl, clock.now()));
      if (path === '/sitemap/halaman.xml') return xml(renderFixedSitemap(publicUrl));
      const day = dayOfSitemap(path, clock.now());
      if (day) return xml(renderReportSitemap(publicUrl, await reportsOf(day)));
      if (path === `${BASE}/gaya-${styleSheet().version}.css`)
        return { contentType: 'text/css; charset=utf-8', body: styleSheet().text, isLasting: true };
      return findPreview(path);
    },
    plain: { base: BASE, answer },
  };
}

import { listPublicReports, type ListedReport, type PublicGraph } from './public-graph.ts';
import { renderCitizenPage } from './render-page.ts';
import { renderRobots, renderSitemap } from './sitemap.ts';

export interface CitizenPagesOptions {
  graph: PublicGraph;
  /** Origin people type into the browser, without a slash at the end. */
  publicUrl: string;
  clock: { now(): Date };
}

/** A report that is withdrawn from the public leaves the sitemap after this time at most. */
const LISTED_FOR_MILLISECONDS = 5 * 60_000;

/** The server-made part of the citizens' application: heads of pages, `robots.txt`, `sitemap.xml`. */
export function createCitizenPages({ graph, publicUrl, clock }: CitizenPagesOptions) {
  // Ten reads of the graph for one small request: kept, and shared by all who ask meanwhile.
  let listed: { at: number; reports: Promise<ListedReport[] | null> } | undefined;
  async function reports(): Promise<ListedReport[]> {
    const now = clock.now().getTime();
    if (!listed || now - listed.at >= LISTED_FOR_MILLISECONDS) {
      const fresh = { at: now, reports: listPublicReports(graph) };
      listed = fresh;
      const forget = () => {
        if (listed === fresh) listed = undefined;
      };
      fresh.reports.then((found) => found ?? forget(), forget);
    }
    return (await listed.reports) ?? [];
  }
  return {
    page: (template: string, path: string) => renderCitizenPage({ template, path, publicUrl, graph }),
    async file(path: string): Promise<{ contentType: string; body: string } | null> {
      if (path === '/robots.txt')
        return { contentType: 'text/plain; charset=utf-8', body: renderRobots(publicUrl) };
      if (path === '/sitemap.xml')
        return {
          contentType: 'application/xml; charset=utf-8',
          body: renderSitemap(publicUrl, await reports()),
        };
      return null;
    },
  };
}

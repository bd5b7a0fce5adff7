import { shorten } from './escape.ts';
import { fillHead, type Head } from './head.ts';
import { findPublicReport, type PublicGraph, type PublicReport } from './public-graph.ts';
import { routeOf } from './routes.ts';

export interface CitizenPage {
  /** The built `index.html` with its nonces set. */
  template: string;
  /** Path of the address, without the query. */
  path: string;
  /** Origin people type into the browser. */
  publicUrl: string;
  graph: PublicGraph;
}

/** What stands over a report that the public may not read, or that does not exist: the same words for both. */
const CLOSED: Head = {
  title: 'Buka laporan – LAPOR!',
  description: 'Buka laporan Anda dengan nomor laporan dan kode akses.',
  canonical: null,
  type: 'website',
  isIndexed: false,
};

const UNKNOWN: Head = {
  title: 'Halaman tidak ditemukan – LAPOR!',
  description: 'Halaman ini tidak ada atau sudah dipindahkan.',
  canonical: null,
  type: 'website',
  isIndexed: false,
};

/**
 * Makes the HTML of an address. A report's words appear only if everybody may read it. Unknown and unpublished numbers
 * get one and the same page with status 200, since their reporter opens it there with the access code.
 */
export async function renderCitizenPage({
  template,
  path,
  publicUrl,
  graph,
}: CitizenPage): Promise<{ status: number; html: string }> {
  const route = routeOf(path);
  switch (route.kind) {
    case 'unknown':
      return { status: 404, html: fillHead(template, UNKNOWN) };
    case 'fixed': {
      const { title, description, isIndexed } = route;
      const canonical = isIndexed ? publicUrl + route.path : null;
      return {
        status: 200,
        html: fillHead(template, { title, description, canonical, type: 'website', isIndexed }),
      };
    }
    case 'report': {
      const report = await findPublicReport(graph, route.number);
      return {
        status: 200,
        html: fillHead(template, report ? headOf(report, publicUrl + route.path) : CLOSED),
      };
    }
  }
}

function headOf({ title, text, placeName, submittedAt }: PublicReport, canonical: string): Head {
  const where = placeName ? `${placeName}. ` : '';
  return {
    title: `${shorten(title, 90)} – LAPOR!`,
    description: shorten(where + text, 200),
    canonical,
    type: 'article',
    isIndexed: true,
    publishedAt: submittedAt,
  };
}

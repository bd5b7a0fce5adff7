import { formatReportNumber } from '@lapor/wording';
import { renderPassages, readPassages } from './catalogue.ts';
import { shorten } from './escape.ts';
import { firstQuestion, withFirstAnswer, type FirstAnswer } from './first-answer.ts';
import { fillHead, type Head } from './head.ts';
import { findOrganisation, renderOrganisation, type ShownOrganisation } from './organisation.ts';
import { html, type Html } from './plain/html.ts';
import { renderClocks, renderFacts, renderJourney } from './plain/following/report-page.ts';
import type { ShownReport } from './plain/following/report.ts';
import { renderReportList } from './plain/public-list.ts';
import { id as words } from './plain/words/id.ts';
import { previewPath } from './previews.ts';
import { findPublicReport, latestReports, type PublicGraph } from './public-graph.ts';
import { routeOf, type CitizenRoute } from './routes.ts';
import { findStatistics, renderStatistics } from './statistics.ts';

export interface CitizenPage {
  /** The built `index.html` with its nonces set. */
  template: string;
  /** Path of the address, without the query. */
  path: string;
  /** The query of the address, without its question mark. */
  query?: string | undefined;
  /** Origin people type into the browser. */
  publicUrl: string;
  graph: PublicGraph;
  /** Without it the application asks for itself. */
  firstAnswer?: FirstAnswer | undefined;
  now: Date;
}

/** A page waits no longer for the graph: it opens, and asks for itself. */
const PATIENCE_MILLISECONDS = 1_500;
/** The application can ask for its first answer itself: the page is not held up for it. */
const FIRST_ANSWER_MILLISECONDS = 300;

const SERVICE_PICTURE = 'LAPOR!, layanan pengaduan nasional';

interface Made {
  status: number;
  head: Omit<Head, 'picture' | 'withoutScript'> & { state?: ShownReport['state'] };
  content: Html;
}

/**
 * Makes the HTML of an address: head, preview, and what is read without script. A report's words appear only if everybody may read
 * it. Unknown and unpublished numbers get one and the same page with status 404, which opens the report for its reporter none the
 * less; while the graph does not answer nothing is said, and nothing is taken from search engines.
 */
export async function renderCitizenPage(page: CitizenPage): Promise<{ status: number; html: string }> {
  const route = routeOf(page.path);
  const question = firstQuestion(route, page.query ?? '');
  const [{ status, head, content }, answer] = await Promise.all([
    make(route, page),
    question !== null && page.firstAnswer
      ? patiently(
          page.firstAnswer(question).catch(() => null),
          FIRST_ANSWER_MILLISECONDS,
        )
      : null,
  ]);
  const { state, ...rest } = head;
  const picture = {
    url: page.publicUrl + previewPath(state ?? null),
    alt: state ? `${SERVICE_PICTURE}. Status laporan: ${words.words.states[state]}` : SERVICE_PICTURE,
  };
  const made = fillHead(page.template, { ...rest, picture, withoutScript: framed(content).markup });
  // Never with a page that says nothing of a report: who may read it is found out by asking.
  const isWhole = status === 200 && question !== null && typeof answer === 'string';
  return { status, html: isWhole ? withFirstAnswer(made, question, answer) : made };
}

async function make(route: CitizenRoute, page: CitizenPage): Promise<Made> {
  switch (route.kind) {
    case 'unknown':
      return UNKNOWN;
    case 'fixed':
      return makeFixed(route, page);
    case 'report': {
      const report = await patiently(findPublicReport(page.graph, route.number));
      if (report === undefined) return SILENT;
      return report ? makeReport(report, page.publicUrl + route.path, page) : CLOSED;
    }
    case 'organisation': {
      const found = await patiently(findOrganisation(page.graph, route.id));
      if (found === undefined) return SILENT;
      return found ? makeOrganisation(found, page.publicUrl + route.path) : UNKNOWN;
    }
  }
}

/** What the graph says in time; `undefined` when it does not. */
function patiently<Found>(
  asked: Promise<Found>,
  milliseconds = PATIENCE_MILLISECONDS,
): Promise<Found | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), milliseconds);
  return Promise.race([asked, late.promise]).finally(() => clearTimeout(timer));
}

const nothing = (title: string, description: string, isIndexed = false): Made['head'] => ({
  title,
  description,
  canonical: null,
  type: 'website',
  isIndexed,
});

const BUTTONS = html`<p>
  <a href="/sederhana/lapor">Buat laporan</a> · <a href="/sederhana/lacak">Lacak laporan</a> ·
  <a href="/sederhana/laporan">Laporan publik</a>
</p>`;

/** Everything without script leads to the plain version. */
const framed = (content: Html): Html =>
  html`<main class="wrap wrap--form stack top-gap">
    <p><a href="/sederhana">LAPOR! tanpa JavaScript: versi sederhana</a></p>
    ${content}
    <p>
      <a href="/cara-kerja">Cara kerja</a> · <a href="/bantuan">Bantuan</a> · <a href="/privasi">Privasi</a> ·
      <a href="/istilah">Istilah</a> · <a href="/aksesibilitas">Aksesibilitas</a>
    </p>
  </main>`;

const told = (heading: string, text: string) =>
  html`<h1>${heading}</h1>
    <p>${text}</p>
    ${BUTTONS}`;

/** What stands over a report that the public may not read, or that does not exist: the same words for both. */
const CLOSED: Made = {
  status: 404,
  head: nothing('Buka laporan – LAPOR!', 'Buka laporan Anda dengan nomor laporan dan kode akses.'),
  content: told(words.notFoundHeading, words.notFoundText),
};

const UNKNOWN: Made = {
  status: 404,
  head: nothing('Halaman tidak ditemukan – LAPOR!', 'Halaman ini tidak ada atau sudah dipindahkan.'),
  content: told(words.lostHeading, words.lostText),
};

/** The graph does not answer: the application tells for itself, and search engines keep what they have. */
const SILENT: Made = {
  status: 200,
  head: nothing('LAPOR!', 'Laporkan masalah layanan publik, dan ikuti setiap langkahnya.', true),
  content: told(words.brokenHeading, words.unreachable),
};

async function makeFixed(route: Extract<CitizenRoute, { kind: 'fixed' }>, page: CitizenPage): Promise<Made> {
  const { publicUrl } = page;
  const { title, description, isIndexed, path, area } = route;
  const canonical = isIndexed ? publicUrl + path : null;
  const heading = title.replace(/ – LAPOR!$/, '');
  return {
    status: 200,
    head: {
      title,
      description,
      canonical,
      type: 'website',
      isIndexed,
      facts: isIndexed ? factsOf(path, area, heading, publicUrl) : undefined,
    },
    content: area ? renderPassages(heading, area) : await readable(path, heading, description, page),
  };
}

/** What of a fixed page is read without script, besides the pages to read. */
async function readable(path: string, heading: string, description: string, { graph, now }: CitizenPage) {
  const headed = (content: Html) =>
    html`<h1>${heading}</h1>
      <p>${description}</p>
      ${content}${BUTTONS}`;
  if (path === '/laporan')
    return headed(renderReportList((await patiently(latestReports(graph))) ?? [], words, '/laporan'));
  if (path === '/statistik') {
    const found = await patiently(findStatistics(graph, now));
    return headed(found ? renderStatistics(found, now) : html`<p>${words.unreachable}</p>`);
  }
  return told(heading, description);
}

const CONTEXT = 'https://schema.org';

function factsOf(path: string, area: string | undefined, heading: string, publicUrl: string): object {
  if (path === '/')
    return {
      '@context': CONTEXT,
      '@type': 'WebSite',
      name: 'LAPOR!',
      url: `${publicUrl}/`,
      inLanguage: ['id', 'en'],
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/laporan?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    };
  if (area === 'help')
    return {
      '@context': CONTEXT,
      '@type': 'FAQPage',
      mainEntity: readPassages(area).passages.map(({ heading: name, paragraphs }) => ({
        '@type': 'Question',
        name,
        acceptedAnswer: { '@type': 'Answer', text: paragraphs.join(' ') },
      })),
    };
  return trail(publicUrl, [[heading, path]]);
}

/** Where a page stands, from the first page on. */
const trail = (publicUrl: string, steps: readonly (readonly [name: string, path: string])[]) => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: [['LAPOR!', '/'] as const, ...steps].map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: publicUrl + path,
  })),
});

function makeReport(report: ShownReport, canonical: string, { publicUrl, now }: CitizenPage): Made {
  const { title, text, region, number, submittedAt, updatedAt, state } = report;
  const where = region ? `${region.fullName}. ` : '';
  return {
    status: 200,
    head: {
      title: `${shorten(title, 90)} – LAPOR!`,
      description: shorten(`${words.words.states[state]}. ${where}${text}`, 200),
      canonical,
      type: 'article',
      isIndexed: true,
      publishedAt: submittedAt,
      changedAt: updatedAt,
      state,
      facts: trail(publicUrl, [
        ['Laporan publik', '/laporan'],
        [shorten(title, 90), `/laporan/${number}`],
      ]),
    },
    content: html` <p>${words.reportNumbered(formatReportNumber(number))}</p>
      <h1>${title}</h1>
      ${renderFacts(report, words)} ${renderClocks(report, words, now)}
      <h2>${words.journey}</h2>
      ${renderJourney(report, words)} ${BUTTONS}`,
  };
}

function makeOrganisation(organisation: ShownOrganisation, canonical: string): Made {
  const { name, status, region, government } = organisation;
  const isGone = status === 'FORMER';
  const where = [government.name === name ? null : government.name, region?.fullName]
    .filter(Boolean)
    .join(', ');
  return {
    status: isGone ? 410 : 200,
    head: {
      title: `${shorten(name, 90)} – LAPOR!`,
      description: shorten(
        `Bagaimana ${name}${where && ` (${where})`} menangani laporan masyarakat: kecepatan, hasil, dan kepuasan.`,
        200,
      ),
      canonical: isGone ? null : canonical,
      type: 'website',
      isIndexed: !isGone,
    },
    content: renderOrganisation(organisation),
  };
}

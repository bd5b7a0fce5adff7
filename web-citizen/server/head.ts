import { escapeData, escapeMarkup } from './escape.ts';
import { PREVIEW_SIZE } from './previews.ts';

/** What the head of a page says of it, to browsers, search engines and link previews. */
export interface Head {
  title: string;
  description: string;
  /** Full address; without it the page has none to be known by. */
  canonical: string | null;
  type: 'website' | 'article';
  isIndexed: boolean;
  /** Full address of the preview's picture, and what it shows. */
  picture: { url: string; alt: string };
  /** Of an article. */
  publishedAt?: string | undefined;
  changedAt?: string | undefined;
  /** Facts for search engines (schema.org). */
  facts?: object | undefined;
  /** What is read without script, in place of the template's own note. Markup. */
  withoutScript?: string | undefined;
}

const meta = (kind: 'name' | 'property', name: string, content: string) =>
  `<meta ${kind}="${name}" content="${escapeMarkup(content)}" />`;

const dataBlock = (facts: object) =>
  `<script type="application/ld+json">${escapeData(JSON.stringify(facts))}</script>`;

/** Puts a head's words into the built page; whatever stands there for them is replaced. */
export function fillHead(template: string, head: Head): string {
  const tags = [
    `<title>${escapeMarkup(head.title)}</title>`,
    meta('name', 'description', head.description),
    ...(head.isIndexed ? [] : [meta('name', 'robots', 'noindex')]),
    ...(head.canonical
      ? [
          `<link rel="canonical" href="${escapeMarkup(head.canonical)}" />`,
          meta('property', 'og:url', head.canonical),
        ]
      : []),
    meta('property', 'og:type', head.type),
    meta('property', 'og:site_name', 'LAPOR!'),
    meta('property', 'og:locale', 'id_ID'),
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', head.description),
    meta('property', 'og:image', head.picture.url),
    meta('property', 'og:image:width', String(PREVIEW_SIZE.width)),
    meta('property', 'og:image:height', String(PREVIEW_SIZE.height)),
    meta('property', 'og:image:alt', head.picture.alt),
    ...(head.publishedAt ? [meta('property', 'article:published_time', head.publishedAt)] : []),
    ...(head.changedAt ? [meta('property', 'article:modified_time', head.changedAt)] : []),
    meta('name', 'twitter:card', 'summary_large_image'),
    ...(head.facts ? [dataBlock(head.facts)] : []),
  ].join('\n    ');
  const { withoutScript } = head;
  const page = template
    .replace(/[ \t]*<title>[^<]*<\/title>\s*/i, '')
    .replace(/[ \t]*<meta\s+name="description"[^>]*>\s*/i, '');
  const body = withoutScript === undefined ? page : replaceNote(page, withoutScript);
  // By a function: a report's text may hold `$&`, which a plain replacement would expand.
  return body.replace(/\s*<\/head>/i, () => `\n    ${tags}\n  </head>`);
}

const NOTE = /<noscript>[\s\S]*?<\/noscript>/i;

/** In the template's note for those without script, or before the end of the page when it has none. */
const replaceNote = (page: string, markup: string): string => {
  const note = `<noscript>${markup}</noscript>`;
  return NOTE.test(page) ? page.replace(NOTE, () => note) : page.replace(/<\/body>/i, () => `${note}</body>`);
};

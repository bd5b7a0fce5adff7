import { escapeMarkup } from './escape.ts';

/** What the head of a page says of it, to browsers, search engines and link previews. */
export interface Head {
  title: string;
  description: string;
  /** Full address; without it the page has none to be known by. */
  canonical: string | null;
  type: 'website' | 'article';
  isIndexed: boolean;
  /** Of an article. */
  publishedAt?: string | undefined;
}

const meta = (kind: 'name' | 'property', name: string, content: string) =>
  `<meta ${kind}="${name}" content="${escapeMarkup(content)}" />`;

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
    ...(head.publishedAt ? [meta('property', 'article:published_time', head.publishedAt)] : []),
    meta('name', 'twitter:card', 'summary'),
  ].join('\n    ');
  return (
    template
      .replace(/[ \t]*<title>[^<]*<\/title>\s*/i, '')
      .replace(/[ \t]*<meta\s+name="description"[^>]*>\s*/i, '')
      // By a function: a report's text may hold `$&`, which a plain replacement would expand.
      .replace(/\s*<\/head>/i, () => `\n    ${tags}\n  </head>`)
  );
}

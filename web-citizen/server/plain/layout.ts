import { html, type Html, type Value } from './html.ts';
import type { PlainWords } from './words/id.ts';

export const BASE = '/sederhana';

/** What every page of the plain version needs to know. */
export interface Frame {
  words: PlainWords;
  /** Where the stylesheet lies; its name changes with its content. */
  styles: string;
  /** Secret of the forms of this visitor. */
  token: string;
  /** Address of this page in the other language; without it the switch is a button of the page's own form. */
  languageHref: string | null;
}

interface Page {
  title: string;
  body: Value;
  /** Where the skip link leads; the body has the only `h1`. */
  hasFaults?: boolean;
}

/** A whole document: readable without styles, in the order in which it is read. */
export function renderDocument(
  { words, styles, languageHref }: Frame,
  { title, body, hasFaults }: Page,
): string {
  const { markup } = html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${hasFaults && `${words.errorPrefix} `}${title} – ${words.product}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${styles}" />
      </head>
      <body>
        <a class="skip" href="#isi">${words.skip}</a>
        <header class="top">
          <div class="in">
            <p class="brand">
              <a href="${BASE}"><strong>${words.product}</strong></a> <span>${words.tagline}</span>
            </p>
            <nav aria-label="${words.nav}">
              <ul>
                <li><a href="${BASE}/lapor">${words.file}</a></li>
                <li><a href="${BASE}/lacak">${words.follow}</a></li>
                <li><a href="${BASE}/laporan">${words.publicReports}</a></li>
                ${
                  languageHref === null
                    ? null
                    : html`<li>
                        <a href="${languageHref}" lang="${words.lang === 'id' ? 'en' : 'id'}"
                          >${words.otherLanguage}</a
                        >
                      </li>`
                }
              </ul>
            </nav>
          </div>
        </header>
        <main id="isi" class="in">${body}</main>
        <footer class="in">
          <ul>
            <li><a href="/cara-kerja">${words.howItWorks}</a></li>
            <li><a href="/privasi">${words.privacy}</a></li>
            <li><a href="/bantuan">${words.help}</a></li>
            <li><a href="/">${words.fullVersion}</a></li>
          </ul>
          <p>${words.keepers}</p>
        </footer>
      </body>
    </html> `;
  return markup;
}

/** A page that says one thing, and where to go on. */
export const renderNotice = (
  frame: Frame,
  { heading, text, more }: { heading: string; text: string; more?: Html },
): string =>
  renderDocument(frame, {
    title: heading,
    body: html`<h1>${heading}</h1>
      <p>${text}</p>
      ${more}
      <p><a href="${BASE}">${frame.words.home}</a></p>`,
  });

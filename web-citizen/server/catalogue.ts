import { readFileSync } from 'node:fs';
import { html, type Html } from './plain/html.ts';

const CATALOGUE = new URL('../src/locales/id.json', import.meta.url);
let read: Readonly<Record<string, string>> | undefined;
const messages = () => (read ??= JSON.parse(readFileSync(CATALOGUE, 'utf8')) as Record<string, string>);

/** Question and answer, or heading and text, as a page to read has them. */
export interface Passage {
  heading: string;
  paragraphs: string[];
}

/**
 * A page to read as the application's own messages have it: `<area>.lead`, then headings with what stands below them
 * (`<area>.x`, `<area>.x.text`, `<area>.x.…`). One source for both, so neither can say something else.
 */
export function readPassages(area: string): { lead: string; passages: Passage[] } {
  const passages = new Map<string, Passage>();
  let lead = '';
  for (const [id, text] of Object.entries(messages())) {
    if (!id.startsWith(`${area}.`) || /[{<]/.test(text)) continue;
    const name = id.slice(area.length + 1);
    if (name === 'lead') lead = text;
    const above = name.includes('.') ? passages.get(name.slice(0, name.lastIndexOf('.'))) : undefined;
    if (above) above.paragraphs.push(text);
    else if (name !== 'title' && name !== 'lead') passages.set(name, { heading: text, paragraphs: [] });
  }
  return { lead, passages: [...passages.values()].filter(({ paragraphs }) => paragraphs.length > 0) };
}

/** The same as markup, under a heading. */
export function renderPassages(title: string, area: string): Html {
  const { lead, passages } = readPassages(area);
  return html`<h1>${title}</h1>
    <p>${lead}</p>
    ${passages.map(
      ({ heading, paragraphs }) =>
        html`<h2>${heading}</h2>
          ${paragraphs.map((text) => html`<p>${text}</p>`)}`,
    )}`;
}

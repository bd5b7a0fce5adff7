import type { FileOwner, PlainAnswer, PlainRequest, SentFile, Uploaded } from './exchange.ts';
import { createPlainPages } from './index.ts';

/** What the graph answers to a document, by the name of its operation. */
export type Answers = Record<string, (variables: any, grant: string | null) => unknown>;

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (markup: string) => markup.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : plain(found);
};

/** What a browser would send of the last form on a page, before anybody typed. */
export function fieldsOf(html: string): Map<string, string> {
  const form = html.slice(html.lastIndexOf('<form'));
  const fields = new Map<string, string>();
  for (const [tag] of form.matchAll(/<input\s[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')];
    if (name === null || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag)) continue;
    if (!fields.has(name)) fields.set(name, attribute(tag, 'value') ?? '');
  }
  for (const [, tag, text] of form.matchAll(/<textarea([^>]*)>\n([^<]*)<\/textarea>/g))
    fields.set(attribute(tag!, 'name')!, plain(text!));
  return fields;
}

/** Somebody with a browser without script, before a graph that answers as told. */
export function aBrowser(answers: Answers, upload?: (owner: FileOwner, name: string) => Uploaded) {
  const cookies = new Map<string, string>();
  const asked: { operation: string; variables: any; grant: string | null }[] = [];
  let now = new Date('2026-11-20T02:40:00Z');
  const pages = createPlainPages({ formSecret: 'k'.repeat(40), clock: { now: () => now } });
  async function ask(request: Partial<PlainRequest> & { path: string }): Promise<PlainAnswer> {
    const [path = '', query = ''] = request.path.split('?');
    const answer = await pages({
      method: 'GET',
      cookies,
      form: new Map(),
      file: null,
      fault: null,
      graph: (grant) => async (document, variables) => {
        const operation = /(?:query|mutation) (\w+)/.exec(document)![1]!;
        asked.push({ operation, variables, grant });
        return (answers[operation]?.(variables, grant) ?? null) as Record<string, unknown> | null;
      },
      upload: async (owner, name) => upload?.(owner, name) ?? { code: 'SERVICE_UNAVAILABLE' },
      ...request,
      path,
      query: new URLSearchParams(query),
    });
    for (const { name, value } of answer.cookies) {
      if (value === null) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  }
  return {
    cookies,
    asked,
    later: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    get: (path: string) => ask({ path }),
    /** Sends a form as it stands on a page, with what is typed into it. */
    send: (
      path: string,
      page: PlainAnswer,
      typed: Record<string, string> = {},
      file: SentFile | null = null,
    ) =>
      ask({ path, method: 'POST', form: new Map([...fieldsOf(page.html), ...Object.entries(typed)]), file }),
    ask,
  };
}

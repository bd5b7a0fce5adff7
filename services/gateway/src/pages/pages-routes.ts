import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compressed } from '../http/compress.ts';
import { pagePolicy } from '../http/security-headers.ts';
import type { FirstAnswer, PageServer, PageTools, Pages, PublicGraph } from './page-server.ts';
import { plainRoutes, sendMade } from './plain-routes.ts';

export interface PagesRoutesOptions {
  pages: readonly Pages[];
  tools: Omit<PageTools, 'directory'>;
  /** The graph as whoever sent a request, with the right to one report. */
  graphOf(request: FastifyRequest, grant: string | null): PublicGraph;
  /** The graph's answer to what an application asks first, for whoever sent a request for its page. */
  firstAnswerOf(request: FastifyRequest): FirstAnswer;
  /** Takes a place among the questions of this network and gives how to leave it; `null`: there is none left. */
  enter(request: FastifyRequest): Promise<(() => void) | null>;
  isSecure: boolean;
  /** First segments of paths that are never pages. */
  reserved: readonly string[];
}

interface Site {
  base: string;
  template: string;
  server: PageServer | null;
}

const PLACEHOLDER = /__CSP_NONCE__/g;
/** Vite puts a hash of the content into these names. */
const HASHED = /\/assets\/[^/]+-[\w-]{8,}\.\w+(\.(br|gz))?$/;

/** Serves the built applications; returns the answer to everything that no route knows. */
export async function pagesRoutes(
  server: FastifyInstance,
  { pages, tools, graphOf, firstAnswerOf, enter, isSecure, reserved }: PagesRoutesOptions,
): Promise<(request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>> {
  const policy = pagePolicy(null, isSecure);
  const sites: Site[] = [];
  for (const { directory, base, createServer } of pages) {
    const template = await readFile(join(directory, 'index.html'), 'utf8').catch((cause: unknown) => {
      throw new Error(`The application for ${base} is not built: ${directory} has no index.html`, { cause });
    });
    const made = createServer?.({ ...tools, directory }) ?? null;
    sites.push({ base, template, server: made });
    if (made?.plain) {
      const { plain } = made;
      await plainRoutes(server, { plain, file: (path) => made.file(path), graphOf, isSecure });
    }
    // Routes for the files that are there now, and for no other path: nothing to climb out of.
    await server.register(fastifyStatic, {
      root: directory,
      prefix: base,
      wildcard: false,
      index: false,
      redirect: false,
      decorateReply: false,
      globIgnore: ['**/*.html', '**/*.br', '**/*.gz', '**/*.map', '**/.*/**'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.headers({
          'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
          // A service worker lives under the policy of its own file.
          'content-security-policy': policy,
          vary: 'accept-encoding',
        });
      },
    });
  }
  sites.sort((a, b) => b.base.length - a.base.length);

  async function sendPage(site: Site, path: string, request: FastifyRequest, reply: FastifyReply) {
    const nonce = randomBytes(16).toString('base64');
    // Before any text of a report comes in: a report that spells the placeholder gets nothing.
    const template = site.template.replace(PLACEHOLDER, nonce);
    const { status, html } = await fill(site, template, path, request, { enter, firstAnswerOf });
    const { body, headers } = await compressed(html, request.headers['accept-encoding']);
    return reply
      .code(status)
      .headers({
        ...headers,
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(nonce, isSecure),
      })
      .type('text/html; charset=utf-8')
      .send(body);
  }

  return async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const site = sites.find(({ base }) => path.startsWith(base));
    if (isRead && site && !reserved.includes(path.split('/')[1]!)) {
      const file = await site.server?.file(path);
      if (file) return sendMade(reply, file);
      if (sites.some(({ base }) => base === `${path}/`)) return reply.redirect(`${path}/`, 308);
      if (wantsPage(request, path)) return sendPage(site, path, request, reply);
    }
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .send({ code: 'NOT_FOUND', message: 'There is nothing here', requestId: request.id });
  };
}

/** A page must not depend on the graph: without it, the application still opens and tells for itself. */
async function fill(
  { server }: Site,
  template: string,
  path: string,
  request: FastifyRequest,
  { enter, firstAnswerOf }: Pick<PagesRoutesOptions, 'enter' | 'firstAnswerOf'>,
) {
  const leave = server && (await enter(request));
  if (!server || !leave) return { status: 200, html: template };
  const ask = firstAnswerOf(request);
  const underWay: Promise<unknown>[] = [];
  try {
    return await server.page(template, path, {
      query: request.url.slice(path.length + 1),
      firstAnswer: (question) => {
        const answer = ask(question);
        underWay.push(answer);
        return answer;
      },
    });
  } catch (error) {
    request.log.error({ err: error }, 'a page was served without its own words');
    return { status: 200, html: template };
  } finally {
    // A page goes out without an answer that takes long; its question keeps the place for as long as it runs.
    void Promise.allSettled(underWay).then(leave);
  }
}

/** Browsers say `text/html`; robots that make link previews often say anything will do. */
function wantsPage({ headers: { accept } }: FastifyRequest, path: string): boolean {
  const isFile = /\/assets\/|\.\w+$/.test(path);
  if (accept?.includes('text/html')) return !path.includes('/assets/');
  return !isFile && (accept === undefined || accept.includes('*/*')) && !accept?.includes('application/json');
}

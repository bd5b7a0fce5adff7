import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasRole, type Viewer } from '@lapor/viewer';
import { compressed } from '../http/compress.ts';
import { pagePolicy } from '../http/security-headers.ts';
import { READY_QUERIES } from './ready-queries.ts';

interface AnalystsOptions {
  viewerOf(request: FastifyRequest): Promise<Viewer>;
  isSecure: boolean;
}

const resolve = createRequire(import.meta.url).resolve;
/** What the page loads, from packages of npm and from our own origin only. */
const FILES: Readonly<Record<string, { package: string; path: string; type: string }>> = {
  'react.js': { package: 'react-18', path: 'umd/react.production.min.js', type: 'text/javascript' },
  'react-dom.js': {
    package: 'react-dom-18',
    path: 'umd/react-dom.production.min.js',
    type: 'text/javascript',
  },
  'graphiql.js': { package: 'graphiql', path: 'graphiql.min.js', type: 'text/javascript' },
  'graphiql.css': { package: 'graphiql', path: 'graphiql.min.css', type: 'text/css' },
};

const STYLE = 'html, body, #graphiql { height: 100%; margin: 0 }';
const START = `
const fetcher = async (request) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lapor-client': 'analysts' },
    body: JSON.stringify(request),
  });
  return response.json();
};
const tabs = JSON.parse(document.getElementById('queries').textContent);
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultTabs: tabs, shouldPersistHeaders: false, isHeadersEditorEnabled: false }),
);`;

/** Signed in, in office, in person: a key asks the graph itself. */
const isAnalyst = (viewer: Viewer): boolean => !viewer.apiKey && hasRole(viewer, 'ANALYST');

/** `GET /analis/`: GraphiQL with the standard tables ready, for signed-in analysts; for everybody else there is no such page. */
export function analystsRoutes(server: FastifyInstance, { viewerOf, isSecure }: AnalystsOptions): void {
  const page = (nonce: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>LAPOR! – analysts</title>
<link rel="stylesheet" href="/analis/graphiql.css"><style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<div id="graphiql"></div>
<script id="queries" type="application/json" nonce="${nonce}">${JSON.stringify(READY_QUERIES.map(({ query }) => ({ query }))).replaceAll('<', '\\u003c')}</script>
<script src="/analis/react.js" nonce="${nonce}"></script>
<script src="/analis/react-dom.js" nonce="${nonce}"></script>
<script src="/analis/graphiql.js" nonce="${nonce}"></script>
<script nonce="${nonce}">${START}</script>
</body>
</html>`;

  server.get('/analis', async (_request, reply) => reply.redirect('/analis/', 308));
  server.get('/analis/', async (request, reply) => {
    if (!isAnalyst(await viewerOf(request))) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    const { body, headers } = await compressed(page(nonce), request.headers['accept-encoding']);
    return reply
      .headers({
        ...headers,
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(nonce, isSecure),
      })
      .type('text/html; charset=utf-8')
      .send(body);
  });
  server.get<{ Params: { file: string } }>('/analis/:file', async (request, reply) => {
    const { file } = request.params;
    if (!Object.hasOwn(FILES, file) || !isAnalyst(await viewerOf(request))) return reply.callNotFound();
    const { package: name, path, type } = FILES[file]!;
    const text = await readFile(join(dirname(resolve(`${name}/package.json`)), path), 'utf8');
    const { body, headers } = await compressed(
      // Fonts within the file are refused by the policy anyway; the system's will do.
      type === 'text/css' ? text.replace(/@font-face\s*\{[^}]*\}/g, '') : text,
      request.headers['accept-encoding'],
    );
    return reply
      .headers({ ...headers, 'cache-control': 'private, max-age=86400' })
      .type(`${type}; charset=utf-8`)
      .send(body);
  });
}

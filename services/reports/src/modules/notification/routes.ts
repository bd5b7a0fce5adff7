import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { limitRate } from '../rate-limit/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { setNews } from './set-news.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

const ATTEMPTS_PER_SOURCE = { count: 60, seconds: 600 };

const STYLE = `:root{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}main{max-width:34rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}`;
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (title: string, text: string, english: string, button = ''): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} – SP4N-LAPOR!</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p lang="en">${english}</p>${button}</main></body></html>
`;

const QUESTION = page(
  'Berhenti menerima kabar?',
  'Anda tidak akan menerima surel lagi tentang langkah-langkah laporan ini. Yang wajib kami sampaikan tetap dikirim: data yang kurang, identitas yang dibuka, laporan yang selesai atau diarsipkan.',
  'Stop the mails about the steps of this report? What we must tell you is sent all the same.',
  '<form method="post"><button>Berhenti / Stop</button></form>',
);
const DONE = page(
  'Sudah berhenti',
  'Kabar tentang laporan ini tidak dikirim lagi. Di halaman laporan Anda bisa menyalakannya kembali.',
  'Done. On the page of the report you can turn them on again.',
);

const answer = (reply: FastifyReply, html: string) =>
  reply
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(html);

/**
 * `/notifications/unsubscribe/:token`: a page without scripts that asks, and the one click of RFC 8058 that does. A token that is
 * none of ours is answered like one that is.
 */
export async function unsubscribeRoutes(server: FastifyInstance, deps: ReportsDependencies): Promise<void> {
  await server.register(async (scope) => {
    // `List-Unsubscribe=One-Click`, or an empty form: nothing in it is read.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'],
      { parseAs: 'string', bodyLimit: 1_000 },
      (_request, _body, done) => done(null, null),
    );
    scope.get('/notifications/unsubscribe/:token', (_request, reply) => answer(reply, QUESTION));
    scope.post<{ Params: { token: string } }>('/notifications/unsubscribe/:token', async (request, reply) => {
      const limited = await limitRate(deps, 'unsubscribe', request.viewer?.source, ATTEMPTS_PER_SOURCE);
      if (limited?.type === 'tooMany')
        return reply.code(429).header('retry-after', limited.retryAfterSeconds).send();
      const id = readUnsubscribeToken(deps, request.params.token);
      if (id) await setNews(deps, id, false);
      return answer(reply, DONE);
    });
  });
}

import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { limitRate } from '../rate-limit/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { unfollowByToken } from './follow.ts';

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
  'Berhenti mengikuti?',
  'Anda tidak akan menerima surel lagi tentang laporan atau wilayah yang Anda ikuti ini.',
  'Stop following? No more mails about this report or area.',
  '<form method="post"><button>Berhenti / Stop</button></form>',
);
const DONE = page('Sudah berhenti', 'Anda tidak mengikutinya lagi.', 'Done. You do not follow it any more.');

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
 * `/notifications/unfollow/:token`: a page without scripts that asks, and the one click of RFC 8058 that does. A token that is none of
 * ours is answered like one that is.
 */
export async function unfollowRoutes(server: FastifyInstance, deps: ReportsDependencies): Promise<void> {
  await server.register(async (scope) => {
    // `List-Unsubscribe=One-Click`, or an empty form: nothing in it is read.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'],
      { parseAs: 'string', bodyLimit: 1_000 },
      (_request, _body, done) => done(null, null),
    );
    scope.get('/notifications/unfollow/:token', (_request, reply) => answer(reply, QUESTION));
    scope.post<{ Params: { token: string } }>('/notifications/unfollow/:token', async (request, reply) => {
      const limited = await limitRate(deps, 'unsubscribe', request.viewer?.source, ATTEMPTS_PER_SOURCE);
      if (limited?.type === 'tooMany')
        return reply.code(429).header('retry-after', limited.retryAfterSeconds).send();
      await unfollowByToken(deps, request.params.token);
      return answer(reply, DONE);
    });
  });
}

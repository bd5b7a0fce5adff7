import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const STYLE = `:root{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}main{max-width:34rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}`;
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a page says, in both languages at once: who opens a mail has chosen none here. */
export interface PageText {
  title: string;
  text: string;
  english: string;
}

const page = ({ title, text, english }: PageText, form: string): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} – SP4N-LAPOR!</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p lang="en">${english}</p>${form}</main></body></html>
`;

/** A page that asks, with the one button that does it. */
export const questionPage = (text: PageText): string =>
  page(text, '<form method="post"><button>Berhenti / Stop</button></form>');

/** A page that tells. */
export const donePage = (text: PageText): string => page(text, '');

/** Answers with a page: no scripts, not kept anywhere, and its address is told to nobody. */
export const sendPage = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(html);

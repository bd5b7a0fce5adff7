import { createHash } from 'node:crypto';
import type { MailboxMessage } from './repository.ts';

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:46rem;margin:2rem auto;padding:0 1rem}
form{display:flex;gap:.5rem;margin:1rem 0 2rem;flex-wrap:wrap;align-items:end}
label{flex:1 1 16rem}
input{display:block;width:100%;box-sizing:border-box;font:inherit;padding:.5rem}
button{font:inherit;padding:.5rem 1rem}
article{border:1px solid;border-radius:.5rem;padding:1rem;margin:1rem 0;overflow-wrap:anywhere}
summary{cursor:pointer}
h2{font-size:1.1rem;margin:0;display:inline}
summary span{display:block}
pre{white-space:pre-wrap;font:inherit;margin:.75rem 0 0}
`;

/** Nothing may load or run on the page but its own style. */
export const MAILBOX_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The mailbox as a page without scripts. Every value is escaped. */
export function mailboxPage(messages: readonly MailboxMessage[], to: string): string {
  // Everybody's messages are a list to look through: only the newest stands open. Those of one address are read.
  const list = messages.map(
    (message, index) => `<article>
<details${to !== '' || index === 0 ? ' open' : ''}>
<summary><h2>${escape(message.subject)}</h2>
<span>${message.kind === 'PHONE' ? 'Pesan telepon kepada' : 'Kepada'}: ${escape(message.to)} · <time datetime="${escape(message.sentAt)}">${escape(message.sentAt)}</time></span></summary>
<pre>${escape(message.body)}</pre>
</details>
</article>`,
  );
  return `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kotak surat lokal</title>
<style>${STYLE}</style></head>
<body>
<main>
<h1>Kotak surat lokal</h1>
<p>Surat dan pesan telepon yang dikirim aplikasi ini, yang terbaru di atas. Halaman ini tidak ada di lingkungan produksi.</p>
<form method="get" action="/mailbox"><label>Alamat surel atau nomor telepon <input type="search" name="to" value="${escape(to)}" autocomplete="off"></label><button>Cari</button></form>
${list.length > 0 ? list.join('\n') : '<p>Belum ada surat.</p>'}
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

import type { FastifyInstance } from 'fastify';
import type { Identity } from '@lapor/service-identity';
import type { DemoAccount } from './accounts.ts';

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** `/demo`: the invented officers with their passwords and current second-factor codes. Never in production. */
export async function demoRoutes(
  server: FastifyInstance,
  accounts: readonly DemoAccount[],
  identity: Identity,
): Promise<void> {
  const codes = () =>
    Promise.all(accounts.map(async (account) => ({ account, code: await identity.currentTotp(account.id) })));
  server.get('/demo', async (_request, reply) => {
    const rows = (await codes()).map(
      ({
        account,
        code,
      }) => `<tr><th scope="row"><a href="${account.application}">${escape(account.description)}</a></th><td data-label="Nama">${escape(account.name)}</td>
        <td data-label="Surel"><code>${escape(account.email)}</code></td><td data-label="Kata sandi"><code>${escape(account.password)}</code></td><td data-label="Kode sekarang"><code>${code ? escape(code.code) : '–'}</code></td></tr>`,
    );
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      .send(`<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Akun contoh – LAPOR!</title>
        <link rel="stylesheet" href="/demo/style.css"></head><body><main><h1>Akun contoh</h1>
        <p>Semua orang di sini rekaan. Kode berganti setiap 30 detik dan berlaku satu kali; muat ulang halaman ini untuk kode terbaru. Surel yang dikirim sistem ada di <a href="/mailbox">kotak surel</a>. Analis yang sudah masuk dapat menanyai data di <a href="/analis/">halaman analis</a>.</p>
        <div role="region" aria-label="Akun contoh" tabindex="0"><table><thead><tr><th scope="col">Peran</th><th scope="col">Nama</th><th scope="col">Surel</th><th scope="col">Kata sandi</th><th scope="col">Kode sekarang</th></tr></thead>
        <tbody>${rows.join('')}</tbody></table></div></main></body></html>`);
  });
  server.get('/demo/accounts.json', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(
      (await codes()).map(({ account, code }) => ({
        ...account,
        code: code?.code ?? null,
        codeValidUntil: code?.validUntil ?? null,
      })),
    ),
  );
  server.get('/demo/style.css', async (_request, reply) =>
    reply.header('content-type', 'text/css').send(STYLE),
  );
}

const STYLE = `body{font:17px/1.5 system-ui,sans-serif;margin:0;color:#1a1f25;background:#f5f6f7}main{max-width:70rem;margin:0 auto;padding:2rem 1rem}
div{overflow-x:auto}table{border-collapse:collapse;background:#fff;width:100%}th,td{padding:.5rem .75rem;border-bottom:1px solid #d6dbe0;text-align:left;font-weight:400}
thead th{font-weight:700}a{color:#184c94}code{font-size:1rem}
@media(max-width:48rem){thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}tr,th,td{display:block}tr{padding:.75rem 1rem;border-bottom:1px solid #d6dbe0}
table,tbody{display:block}tbody th,td{padding:.125rem 0;border:0;overflow-wrap:anywhere}tbody th{font-weight:700}td::before{content:attr(data-label) ": "}td:last-child code{font-size:1.375rem;font-weight:700}}
@media(prefers-color-scheme:dark){body{color:#e9edf1;background:#11151a}table{background:#191f26}tr,th,td{border-color:#333d48}a{color:#96bffa}}`;

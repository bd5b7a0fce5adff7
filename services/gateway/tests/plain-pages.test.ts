import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCitizenPages } from '../../../web-citizen/server/index.ts';
import type { PageTools, Pages } from '../src/index.ts';
import { startTest } from './start.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plain-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
});
afterAll(() => rm(directory, { recursive: true }));

/** A gateway whose graph knows nothing of reports: what a page says then, and how it is sent. */
const start = (more: Parameters<typeof startTest>[0] = {}, make?: Pages['createServer']) =>
  startTest({ pages: [{ directory, base: '/', createServer: make ?? createCitizenPages }], ...more });

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const LAPOR = '/sederhana/lapor';
const TEXT = 'Jalan di depan pasar berlubang sejak dua bulan lalu.';

/** Cookies of an answer as a browser sends them back, and the hidden fields of its form. */
async function opened(request: (path: string, init?: RequestInit) => Promise<Response>, path = LAPOR) {
  const page = await request(path);
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .join('; ');
  const html = await page.text();
  const fields = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input\s[^>]*type="hidden"[^>]*>/g))
    fields.append(/name="([^"]*)"/.exec(tag)![1]!, /value="([^"]*)"/.exec(tag)![1]!);
  return { page, cookie, html, fields };
}

describe('a page that needs no script', () => {
  it('is kept by nobody and lets nothing run', async () => {
    const { request } = await start();
    const { page, html } = await opened(request, '/sederhana/lacak');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    // A form that is being filled in can be gone back to, in this browser alone.
    expect((await request(LAPOR)).headers.get('cache-control')).toBe('private, no-cache');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`form-action 'self'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/script-src|unsafe|nonce/);
    // Browsers that hide where a form comes from could send none.
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(html).not.toMatch(/<script|style="|javascript:|\son\w+="/);
  });

  it('has cookies that no script, no other path and no other site can use', async () => {
    const { request } = await start();
    const lines = (await request(LAPOR)).headers.getSetCookie();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^lapor_formulir=[\w-]{22}; Path=\/sederhana; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it('is styled by one file that is kept for a year', async () => {
    const { request } = await start();
    const { html } = await opened(request);
    const address = /<link rel="stylesheet" href="([^"]+)"/.exec(html)![1]!;
    const styles = await request(address);
    expect(styles.headers.get('content-type')).toContain('text/css');
    expect(styles.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await styles.text()).toContain('prefers-color-scheme:dark'.replace(':', ': '));
    expect((await request(address.replace('.css', 'x.css'))).status).toBe(404);
  });

  it('takes a form of its own and keeps what was typed while the graph does not answer', async () => {
    const { request } = await start();
    const { cookie, fields } = await opened(request);
    fields.set('isi', `${TEXT} <script>x()</script>`);
    fields.set('ke', 'lanjut');
    const next = await request(LAPOR, { method: 'POST', headers: { ...FORM, cookie }, body: fields });
    expect(next.status).toBe(200);
    const html = await next.text();
    expect(html).toContain('Tentang apa laporan Anda?');
    expect(html).toContain('&lt;script&gt;x()&lt;/script&gt;');
    expect(html).not.toContain('<script');
  });

  it('refuses a form without its secret or of another browser', async () => {
    const { request } = await start();
    const mine = await opened(request);
    const other = await opened(request);
    for (const cookie of ['', other.cookie]) {
      const answer = await request(LAPOR, {
        method: 'POST',
        headers: { ...FORM, cookie },
        body: mine.fields,
      });
      expect(answer.status).toBe(403);
    }
    mine.fields.delete('tanda');
    const bare = await request(LAPOR, {
      method: 'POST',
      headers: { ...FORM, cookie: mine.cookie },
      body: mine.fields,
    });
    expect(bare.status).toBe(403);
  });

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('refuses a form of another site: %j', async (headers) => {
    const { request } = await start();
    const { cookie, fields } = await opened(request);
    const answer = await request(LAPOR, {
      method: 'POST',
      headers: { ...FORM, cookie, ...headers },
      body: fields,
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('says so in words when a body is too large, no form, or not readable', async () => {
    const { request } = await start();
    const { cookie } = await opened(request);
    const post = (headers: Record<string, string>, body: string) =>
      request(LAPOR, { method: 'POST', headers: { cookie, ...headers }, body });
    const large = await post(FORM, `isi=${'a'.repeat(200_000)}`);
    expect([large.status, (await large.text()).includes('Kiriman terlalu besar')]).toEqual([413, true]);
    for (const type of ['application/json', 'text/plain', 'application/xml']) {
      const answer = await post({ 'content-type': type }, '{"isi":"x"}');
      expect([type, answer.status]).toEqual([type, 415]);
      expect(await answer.text()).toContain('tidak dapat dibaca');
    }
    const broken = await post({ 'content-type': 'multipart/form-data; boundary=x' }, 'no parts');
    expect(broken.status).toBeLessThan(500);
    const many = await post(FORM, 'a=1&'.repeat(10_000));
    expect(many.status).toBeLessThan(500);
    expect((await request(LAPOR, { method: 'PUT', headers: FORM, body: 'a=1' })).status).toBe(404);
  });

  it('breaks in words, and tells the log what nobody else is told', async () => {
    const { request, lines } = await start({}, (tools: PageTools) => {
      const made = createCitizenPages(tools);
      let times = 0;
      return {
        ...made,
        plain: {
          base: made.plain.base,
          answer: async (asked) => {
            if (times++ === 0) throw new Error('broken at /srv/secret');
            return made.plain.answer(asked);
          },
        },
      };
    });
    const answer = await request('/sederhana');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('Halaman belum dapat dibuat');
    expect(html).not.toContain('secret');
    expect(lines.join('')).toContain('a plain page failed');
  });

  it('writes no word of a form into the log', async () => {
    const { request, lines } = await start();
    const { cookie, fields } = await opened(request);
    fields.set('isi', `${TEXT} KENARI-1`);
    fields.set('nik', 'KENARI-2');
    fields.set('ke', 'kirim');
    await request(LAPOR, { method: 'POST', headers: { ...FORM, cookie }, body: fields });
    await request('/sederhana/lacak', {
      method: 'POST',
      headers: { ...FORM, cookie },
      body: new URLSearchParams({ tanda: fields.get('tanda')!, nomor: '48213097', kode: '4093118755267041' }),
    });
    expect(lines.join('')).not.toMatch(/KENARI|4093118755267041|48213097/);
    expect(lines.join('')).toContain('/sederhana/*');
  });
});

describe('a file with a form', () => {
  /** A service that takes files as reports does. */
  async function startFiles() {
    const received: { key: unknown; length: unknown; name: string; bytes: number }[] = [];
    const server = createServer(async (request, response) => {
      const body: Buffer[] = [];
      for await (const chunk of request) body.push(chunk as Buffer);
      const {
        'submission-key': key,
        'upload-length': length,
        'upload-metadata': metadata = '',
      } = request.headers;
      const name = Buffer.from(String(metadata).replace('filename ', ''), 'base64').toString();
      received.push({ key, length, name, bytes: Buffer.concat(body).length });
      const refused = name.endsWith('.exe');
      response.writeHead(refused ? 415 : 201, {
        'content-type': 'application/json',
        'tus-resumable': '1.0.0',
      });
      response.end(
        JSON.stringify(
          refused ? { code: 'UNSUPPORTED_TYPE' } : { id: '0197f0a0-0000-4000-8000-00000000000a' },
        ),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { received, ...(await start({ routes: [{ kind: 'remote', prefixes: ['/files'], url }] })) };
  }
  async function upload(
    { request }: Awaited<ReturnType<typeof startFiles>>,
    file: Blob,
    name: string,
  ): Promise<{ status: number; html: string; key: string }> {
    const { cookie, fields } = await opened(request);
    const form = new FormData();
    for (const [field, value] of fields) form.set(field, field === 'langkah' ? 'foto' : value);
    form.set('isi', TEXT);
    form.set('ke', 'unggah');
    form.set('unggahan', file, name);
    const answer = await request(LAPOR, { method: 'POST', headers: { cookie }, body: form });
    return { status: answer.status, html: await answer.text(), key: fields.get('kunci')! };
  }

  it('goes the way of all uploads, under the key of its report', async () => {
    const running = await startFiles();
    const { status, html, key } = await upload(
      running,
      new Blob([new Uint8Array(300_000)]),
      'jalan "<b>.jpg',
    );
    expect(status).toBe(200);
    expect(html).toContain('0197f0a0-0000-4000-8000-00000000000a');
    expect(html).not.toContain('<b>');
    expect(running.received).toEqual([expect.objectContaining({ key, length: '300000', bytes: 300_000 })]);
  });

  it('that is refused, or too large, leaves everything typed', async () => {
    const running = await startFiles();
    const refused = await upload(running, new Blob(['MZ']), 'virus.exe');
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Jenis berkas ini tidak dapat diterima');
    expect(refused.html).toContain(TEXT);
    const large = await upload(running, new Blob([new Uint8Array(10_500_000)]), 'besar.jpg');
    expect(large.status).toBe(422);
    expect(large.html).toContain('Paling besar 10 MB');
    expect(large.html).toContain(TEXT);
    expect(running.received).toHaveLength(1);
  });

  it('comes through while others hold connections open and send next to nothing', async () => {
    const running = await startFiles();
    const { request } = await import('node:http');
    const held = Array.from({ length: 12 }, () => {
      const sending = request(running.gateway.address + LAPOR, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '5000000' },
      });
      sending.on('error', () => undefined);
      sending.write('--x\r\ncontent-disposition: form-data; name="unggahan"; filename="a.jpg"\r\n\r\nabc');
      return sending;
    });
    try {
      const { html } = await upload(running, new Blob([new Uint8Array(300_000)]), 'jalan.jpg');
      expect(html).toContain('0197f0a0-0000-4000-8000-00000000000a');
    } finally {
      for (const sending of held) sending.destroy();
    }
  });

  it('that is far too large is not read at all', async () => {
    const { gateway } = await startFiles();
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(
        gateway.address + LAPOR,
        {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '900000000' },
        },
        (response) => {
          resolve(response.statusCode);
          sending.destroy();
        },
      );
      sending.on('error', reject);
      sending.write('--x\r\n');
    });
    expect(status).toBe(413);
  });
});

describe('what works, for people', () => {
  it('is measured when it is asked for, without naming what is inside', async () => {
    const { request } = await startTest({
      readiness: async () => ({
        reports: true,
        sla: false,
        organisations: true,
        identity: true,
        channels: true,
      }),
    });
    const answer = await request('/health/parts');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual({
      checkedAt: '2026-11-20T02:00:00.000Z',
      runningSince: '2026-11-20T02:00:00.000Z',
      parts: [
        { part: 'REPORTS', works: true },
        { part: 'DEADLINES', works: false },
        { part: 'DIRECTORY', works: true },
        { part: 'ACCOUNTS', works: true },
        { part: 'MESSAGES', works: true },
      ],
    });
    expect(text).not.toMatch(/sla|organisations|channels|identity/);
  });

  it('is nothing when nobody answers', async () => {
    const { request } = await startTest({ readiness: () => Promise.reject(new Error('down')) });
    const { parts } = (await (await request('/health/parts')).json()) as { parts: { works: boolean }[] };
    expect(parts.some(({ works }) => works)).toBe(false);
  });
});

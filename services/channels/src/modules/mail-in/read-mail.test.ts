import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from './read-mail.ts';
import { verdictOf } from './trusted-verdict.ts';

const options = {
  domain: 'surat.lapor.example',
  ownDomain: 'lapor.example',
  envelopeFrom: 'siti@contoh.test',
};
const read = (mail: string | Buffer) =>
  readMail(Buffer.isBuffer(mail) ? mail : Buffer.from(mail.replaceAll('\n', '\r\n')), options);
const HEAD = 'From: Siti <Siti@Contoh.test>\nTo: lapor@surat.lapor.example\nMessage-ID: <1@contoh.test>\n';

describe('a mail', () => {
  it('of Gmail, in two forms, is read in its plain one', async () => {
    const mail = await read(`${HEAD}Subject: =?UTF-8?Q?Re:_Laporan_4821_3097_=E2=80=93_dijawab?=
In-Reply-To: <2@lapor.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="0001"

--0001
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

Belum beres, masih ada dua lubang =F0=9F=98=9E

Pada Sab, 21 Nov 2026 pukul 09.12 LAPOR! <lapor@lapor.example> menulis:

> Laporan Anda sudah dijawab.

--0001
Content-Type: text/html; charset="UTF-8"

<div dir="ltr">Belum beres</div>
--0001--
`);
    expect(mail).toMatchObject({
      from: 'siti@contoh.test',
      subject: 'Re: Laporan 4821 3097 – dijawab',
      text: 'Belum beres, masih ada dua lubang 😞',
      isReply: true,
      machine: null,
      isBroken: false,
    });
  });

  it('of HTML alone is read as text, without what runs or loads', async () => {
    const mail = await read(`${HEAD}Subject: Jalan
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<html><head><style>p{x}</style><script>alert(1)</script></head><body><p>Caf=E9 di Jalan Belimbing<br>gelap.</p><img src=3D"http://jejak.test/a.gif"></body></html>
`);
    expect(mail.text).toBe('Café di Jalan Belimbing\ngelap.');
  });

  it('in Base64 and with files is taken apart; pictures of a signature stay away', async () => {
    const mail = await read(`${HEAD}Subject: Lampu
Content-Type: multipart/related; boundary=z

--z
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from('Lampu jalan padam.').toString('base64')}
--z
Content-Type: image/png; name="logo.png"
Content-ID: <logo>
Content-Transfer-Encoding: base64
Content-Disposition: inline; filename="logo.png"

${Buffer.alloc(600, 1).toString('base64')}
--z
Content-Type: application/pdf
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="../../surat.pdf"

${Buffer.from('%PDF-1.4').toString('base64')}
--z--
`);
    expect(mail.text).toBe('Lampu jalan padam.');
    expect(mail.files.map(({ name }) => name)).toEqual(['.._.._surat.pdf']);
  });

  it('with more files than a report takes names those that stay away', async () => {
    const parts = Array.from(
      { length: 7 },
      (_each, index) =>
        `--z\nContent-Type: image/jpeg\nContent-Disposition: attachment; filename="f${index}.jpg"\n\nx\n`,
    );
    const mail = await read(`${HEAD}Content-Type: multipart/mixed; boundary=z\n\n${parts.join('')}--z--\n`);
    expect(mail.files).toHaveLength(5);
    expect(mail.filesLeft).toEqual(['f5.jpg', 'f6.jpg']);
  });

  it('that is broken is read as far as it goes', async () => {
    for (const text of [
      `${HEAD}Content-Type: multipart/mixed; boundary=z\n\n--z\nContent-Type: text/plain\n\nJalan rusak`,
      `${HEAD}Content-Type: text/plain; charset=tidak-ada\nContent-Transfer-Encoding: base64\n\n%%%%Jalan`,
      `${HEAD}Content-Type: multipart/mixed\n\n--z\nJalan rusak`,
    ])
      expect((await read(text)).from, text).toBe('siti@contoh.test');
  });

  it('without a From counts by its envelope, and is not proven by it', async () => {
    const mail = await readMail(
      Buffer.from(
        'Authentication-Results: mx.lapor.example; spf=pass smtp.mailfrom=siti@contoh.test\r\n\r\nhalo',
      ),
      { ...options, trusted: 'mx.lapor.example' },
    );
    expect(mail).toMatchObject({ from: 'siti@contoh.test', verdict: 'UNKNOWN', isAmbiguous: false });
  });

  it.each([
    ['two authors', 'From: a@penipu.test, c@penipu.test'],
    ['an address that is written in no plain way', 'From: "a(b"@penipu.test'],
    ['a group', 'From: Warga: a@penipu.test;'],
    ['two headers', 'From: a@penipu.test\nFrom: siti@contoh.test'],
  ])('of %s has no sender, whatever its envelope and its server say', async (_what, head) => {
    const found =
      'Authentication-Results: mx.lapor.example; dmarc=pass header.from=penipu.test; spf=pass smtp.mailfrom=siti@contoh.test';
    const mail = await readMail(Buffer.from(`${found}\n${head}\n\nhalo`.replaceAll('\n', '\r\n')), {
      ...options,
      trusted: 'mx.lapor.example',
    });
    expect(mail).toMatchObject({ from: null, isAmbiguous: true });
    expect(mail.verdict).not.toBe('PASS');
  });

  it.each([
    ['empty lines', `x${'\n'.repeat(30_000)}y`],
    ['lines of a space', `x${'\n \t'.repeat(15_000)}y`],
    ['pictures that never end', '[cid:'.repeat(200_000)],
    ['dots', `${'.'.repeat(30_000)}x`],
    ['spaces', `tempat${' '.repeat(30_000)}x`],
    ['heads of quotes', 'Pada x menulis:\n'.repeat(3_000)],
    ['quoted lines', '> x\n'.repeat(10_000)],
  ])('of endless %s is read soon, and short', async (_what, body) => {
    for (const head of ['Content-Type: text/plain', 'Content-Type: text/html', 'In-Reply-To: <a@b>']) {
      const began = performance.now();
      const mail = await read(`${HEAD}${head}\n\n${body}`);
      expect(performance.now() - began).toBeLessThan(2_000);
      expect(mail.text.length).toBeLessThanOrEqual(30_000);
      expect(mail.text).not.toMatch(/\n{3}|[.]{41}| {41}/);
    }
  });

  it('that nests deep, has many parts or huge heads is done soon', async () => {
    const deep = Array.from(
      { length: 300 },
      (_each, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    const many = Array.from({ length: 3_000 }, () => '--z\nContent-Type: text/plain\n\nx\n').join('');
    for (const text of [
      `${HEAD}${deep.join('')}Content-Type: text/plain\n\nhalo\n`,
      `${HEAD}Content-Type: multipart/mixed; boundary=z\n\n${many}--z--\n`,
      `${HEAD}${'X-Besar: y\n'.repeat(60_000)}\nhalo`,
      `${HEAD}Content-Type: text/html\n\n${'<div>'.repeat(50_000)}halo`,
    ]) {
      const began = performance.now();
      expect(await read(text)).toMatchObject({ machine: null });
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  }, 60_000);

  it(
    'never fails, whatever bytes it is of',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
            fc
              .array(
                fc.oneof(
                  fc.constantFrom(
                    'Content-Type: multipart/mixed; boundary=a\r\n',
                    '--a\r\n',
                    '--a--\r\n',
                    '\r\n',
                    'Content-Type: message/rfc822\r\n',
                    'Content-Transfer-Encoding: base64\r\n',
                    'From: =?utf-8?b?4pi',
                    'Content-Type: text/html; charset=utf-7\r\n',
                    "Content-Disposition: attachment; filename*=utf-8''%ff\r\n",
                  ),
                  fc.string(),
                ),
                { maxLength: 40 },
              )
              .map((parts) => Buffer.from(parts.join(''))),
          ),
          async (bytes) => {
            const mail = await readMail(bytes, options);
            expect(typeof mail.text).toBe('string');
            expect(mail.key).toMatch(/^[0-9a-f]{64}$/);
          },
        ),
        { numRuns: 300 },
      ),
    60_000,
  );
});

describe('what the own mail server found', () => {
  const trusted = 'mx.lapor.example';
  it.each([
    ['mx.lapor.example; dmarc=pass (p=none) header.from=contoh.test', 'PASS'],
    ['mx.lapor.example; dkim=pass header.d=contoh.test', 'PASS'],
    ['mx.lapor.example; dmarc=pass header.from=penipu.test', 'UNKNOWN'],
    ['mx.lapor.example; dmarc=pass header.from=penipu.test; dkim=pass header.d=contoh.test', 'UNKNOWN'],
    ['mx.lapor.example; dmarc=pass', 'UNKNOWN'],
    [
      'mx.lapor.example; spf=pass smtp.mailfrom="x; dmarc=pass header.from=contoh.test"@penipu.test',
      'UNKNOWN',
    ],
    ['mx.lapor.example; spf=none (x \\) ; dmarc=pass header.from=contoh.test) smtp.mailfrom=a', 'UNKNOWN'],
    ['mx.lapor.example; dkim=pass header.d=penipu.test', 'UNKNOWN'],
    ['mx.lapor.example; spf=pass smtp.mailfrom=siti@contoh.test', 'PASS'],
    ['mx.lapor.example; spf=pass smtp.mailfrom=siti@penipu.test', 'UNKNOWN'],
    ['mx.lapor.example; spf=fail smtp.mailfrom=contoh.test; dkim=none', 'FAIL'],
    ['mx.lapor.example; spf=fail; dmarc=fail', 'FAIL'],
    ['mx.penipu.test; dmarc=pass', 'UNKNOWN'],
    ['mx.lapor.example.penipu.test; dmarc=pass', 'UNKNOWN'],
  ])('%s: %s', (line, verdict) => {
    expect(verdictOf([line], trusted, 'siti@contoh.test')).toBe(verdict);
    expect(verdictOf([line], undefined, 'siti@contoh.test')).toBe('UNKNOWN');
  });

  it('is what it wrote itself, on top, and not what came with the mail', () => {
    const lines = ['mx.lapor.example; dmarc=fail', 'mx.lapor.example; dmarc=pass'];
    expect(verdictOf(lines, trusted, 'siti@contoh.test')).toBe('FAIL');
  });
});

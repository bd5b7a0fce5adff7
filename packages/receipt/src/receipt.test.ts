import { createPublicKey, randomBytes, verify } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { byLibrary } from './by-library.ts';
import { byPlatform } from './check-signature.ts';
import { checkReceipt, textDigest, type ReceiptContent } from './index.ts';
import { createReceiptSigner, derivedKey, readReceiptKeys, type ReceiptKey } from './signing.ts';

const key = derivedKey('kunci-uji');
const signer = createReceiptSigner([key]);
const filing: ReceiptContent = {
  v: 1,
  of: 'REPORT',
  number: '48213097',
  at: '2026-11-20T02:40:00.000Z',
  state: 'SUBMITTED',
  category: 'Infrastruktur > Jalan',
  region: '13.71.01',
};
const answer: ReceiptContent = {
  v: 1,
  of: 'ANSWER',
  number: '48213097',
  entry: 4,
  kind: 'PLANNED',
  at: '2026-11-21T02:40:00.000Z',
  by: { id: 'opd-13-71-dpupr', name: 'Dinas PUPR Kota Padang' },
  promised: '2026-12-01',
  sha256: 'a'.repeat(43),
  text: 'Lubang di Jalan Veteran kami tutup – paling lambat 1 Desember.',
};
const contents = fc.constantFrom(filing, answer);
const check = async (token: string, keys: readonly ReceiptKey[] = [key]) =>
  checkReceipt(token, await createReceiptSigner([...keys]).keySet());

describe('a receipt', () => {
  it.each([filing, answer])('is genuine as it was signed, and says what was signed', async (content) => {
    expect(await check(await signer.sign(content))).toMatchObject({ is: 'GENUINE', content });
  });

  it('is the same each time under one key', async () => {
    expect(await signer.sign({ ...answer })).toBe(await signer.sign(answer));
  });

  it('is found in the address that a camera reads, and in text that was broken into lines', async () => {
    const token = await signer.sign(filing);
    const broken = ` https://lapor.contoh.go.id/periksa#${token.replace(/(.{60})/g, '$1\n')} `;
    expect(await check(broken)).toMatchObject({ is: 'GENUINE' });
  });

  it('is not genuine when any bit of it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.nat(), fc.integer({ min: 0, max: 6 }), async (content, at, bit) => {
        const token = Buffer.from(await signer.sign(content));
        token[at % token.length]! ^= 1 << bit;
        // White space is no part of it: a letter less, and the rest is not what was signed.
        expect((await check(token.toString('latin1'))).is).not.toBe('GENUINE');
      }),
      { numRuns: 400 },
    );
  });

  it('has one spelling: spare bits of the last letter count', async () => {
    const token = await signer.sign(filing);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const others = [...letters]
      .map((letter) => token.slice(0, -1) + letter)
      .filter((other) => other !== token);
    for (const other of others) expect((await check(other)).is).not.toBe('GENUINE');
  });

  it('is altered when other words stand in it', async () => {
    const [head, , signature] = (await signer.sign(answer)).split('.');
    const other = Buffer.from(JSON.stringify({ ...answer, promised: '2027-12-01' })).toString('base64url');
    expect(await check(`${head}.${other}.${signature}`)).toMatchObject({ is: 'ALTERED' });
  });

  it('is altered when the signature of another receipt stands below it', async () => {
    const [head, body] = (await signer.sign(answer)).split('.');
    const [, , signature] = (await signer.sign(filing)).split('.');
    expect(await check(`${head}.${body}.${signature}`)).toMatchObject({ is: 'ALTERED' });
  });

  it('holds a text of any letters', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const said = { ...answer, text, sha256: await textDigest(text) };
        expect(await check(await signer.sign(said))).toMatchObject({ is: 'GENUINE', content: said });
      }),
    );
  });
});

describe('keys', () => {
  const older = derivedKey('kunci-lama');
  const ofOlder = createReceiptSigner([older]).sign(filing);

  it('check what was signed before they were changed', async () => {
    expect(await check(await ofOlder, [key, { ...older, until: '2026-11-20' }])).toMatchObject({
      is: 'GENUINE',
    });
  });

  it('prove nothing that happened after their last day', async () => {
    expect(await check(await ofOlder, [key, { ...older, until: '2026-11-19' }])).toMatchObject({
      is: 'KEY_ENDED',
      endedOn: '2026-11-19',
    });
  });

  it('prove nothing at all once they were withdrawn, whenever it happened', async () => {
    const withdrawn = { ...older, until: '2026-12-31', withdrawn: '2026-12-30' };
    expect(await check(await ofOlder, [key, withdrawn])).toMatchObject({
      is: 'KEY_WITHDRAWN',
      withdrawnOn: '2026-12-30',
    });
  });

  it('that were never ours are unknown', async () => {
    expect(await check(await ofOlder)).toMatchObject({ is: 'UNKNOWN_KEY' });
  });

  it('do not stand in for each other', async () => {
    const { kid } = (await createReceiptSigner([older]).keySet()).keys[0]!;
    const asOlder = await forged({ alg: 'EdDSA', kid, typ: 'lapor-receipt+jws' }, filing);
    expect(await check(asOlder, [key, { ...older, until: '2026-12-31' }])).toMatchObject({ is: 'ALTERED' });
  });

  it('are published without what signs', async () => {
    const published = JSON.stringify(await signer.keySet());
    expect(published).not.toContain('"d"');
    expect(published).not.toContain(key.seed!.toString('base64url'));
  });
});

/** Signed by our key, but by somebody who writes what we never write. */
async function forged(header: Record<string, unknown>, payload: unknown): Promise<string> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: key.seed!.toString('base64url'), x: key.x };
  const bytes = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return new CompactSign(bytes)
    .setProtectedHeader(header as { alg: string })
    .sign(await importJWK(jwk, 'EdDSA'), { crit: { seltsam: true } });
}

describe('what is no receipt', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = randomBytes(64).toString('base64url');
  const header = async () => ({
    alg: 'EdDSA',
    kid: (await signer.keySet()).keys[0]!.kid,
    typ: 'lapor-receipt+jws',
  });

  it.each([
    ['nothing', ''],
    ['words', 'Laporan saya sudah diterima'],
    ['two parts', 'a.b'],
    ['no algorithm', `${part({ alg: 'none' })}.${part(filing)}.`],
    [
      'no algorithm, signed',
      `${part({ alg: 'none', kid: 'x', typ: 'lapor-receipt+jws' })}.${part(filing)}.${signature}`,
    ],
    [
      'a shared secret',
      `${part({ alg: 'HS256', kid: 'x', typ: 'lapor-receipt+jws' })}.${part(filing)}.${signature}`,
    ],
    ['padding', `${part(filing)}=.${part(filing)}.${signature}`],
    ['other letters', `${part(filing)}.@@@.${signature}`],
    ['broken UTF-8', `${part({})}.${Buffer.from([0xff, 0xfe]).toString('base64url')}.${signature}`],
  ])('is named so: %s', async (_what, text) => {
    expect(await check(text)).toEqual({ is: 'NOT_A_RECEIPT' });
  });

  it('is named so, although our key signed it: critical headers, keys of its own, other types, other words', async () => {
    const good = await header();
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x };
    for (const [head, payload] of [
      [{ ...good, crit: ['seltsam'], seltsam: 1 }, filing],
      [{ ...good, jwk }, filing],
      [{ ...good, typ: 'JWT' }, filing],
      [good, { ...filing, name: 'Budi' }],
      [good, { ...filing, number: '1' }],
      [good, { ...filing, v: 2 }],
      [good, 'bukan JSON'],
    ] as const)
      expect(await check(await forged(head, payload))).toEqual({ is: 'NOT_A_RECEIPT' });
  });

  it('is refused before it is read when it is huge', async () => {
    const started = performance.now();
    expect(await check('A'.repeat(20_000_000))).toEqual({ is: 'TOO_LONG' });
    expect(await check(`#${'A'.repeat(4_001)}`)).toEqual({ is: 'TOO_LONG' });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('never throws, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        expect(['NOT_A_RECEIPT', 'TOO_LONG']).toContain((await check(text)).is);
      }),
    );
  });
});

describe('a check by others', () => {
  it('agrees: jose, the browser’s own and the library for old phones', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.boolean(), fc.nat(63), async (content, isChanged, at) => {
        const token = await signer.sign(content);
        const [head, body, tail] = token.split('.') as [string, string, string];
        const signature = new Uint8Array(Buffer.from(tail, 'base64url'));
        if (isChanged) signature[at]! ^= 4;
        const bytes = new Uint8Array(Buffer.from(`${head}.${body}`));
        const publicKey = new Uint8Array(Buffer.from(key.x, 'base64url'));
        expect(await byPlatform(publicKey, bytes, signature)).toBe(!isChanged);
        expect(await byLibrary(publicKey, bytes, signature)).toBe(!isChanged);
        const jwk = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: key.x }, 'EdDSA');
        const changed = `${head}.${body}.${Buffer.from(signature).toString('base64url')}`;
        const byJose = await compactVerify(changed, jwk).then(
          ({ payload }) => JSON.parse(Buffer.from(payload).toString()) as unknown,
          () => null,
        );
        expect(byJose).toEqual(isChanged ? null : content);
      }),
      { numRuns: 40 },
    );
  });

  it('agrees: OpenSSL within Node, with the published key alone', async () => {
    const [published] = (await signer.keySet()).keys;
    const publicKey = createPublicKey({ key: { ...published }, format: 'jwk' });
    const [head, body, tail] = (await signer.sign(answer)).split('.') as [string, string, string];
    const agrees = (signed: string) =>
      verify(null, Buffer.from(signed), publicKey, Buffer.from(tail, 'base64url'));
    expect(agrees(`${head}.${body}`)).toBe(true);
    expect(agrees(`${head}.${body.slice(0, -1)}`)).toBe(false);
  });
});

describe('the setting RECEIPT_KEYS', () => {
  const seed = key.seed!.toString('base64url');
  const older = derivedKey('kunci-lama').x;

  it('names a seed and the public halves of those before', () => {
    const read = readReceiptKeys(`${seed};from=2027-01-01, public:${older};until=2026-12-31`);
    expect(read).toEqual([
      { seed: key.seed, x: key.x, from: '2027-01-01' },
      { x: older, until: '2026-12-31' },
    ]);
  });

  it.each([
    ['', /key 1 is not 32 bytes/],
    ['kata-sandi', /key 1 is not 32 bytes/],
    [`public:${older};until=2026-12-31`, /must be a seed/],
    [`${seed};withdrawn=2026-12-31`, /must not have ended/],
    [`${seed},public:${older}`, /needs the last day/],
    [`${seed},${seed};until=2026-12-31`, /twice/],
    [`${seed};from=2026-13-31`, /day that is none/],
    [`${seed};from=2026-02-30`, /day that is none/],
  ])('says what is wrong, without the key: %s', (setting, expected) => {
    const said = readReceiptKeys(setting);
    expect(said).toMatch(expected);
    expect(said).not.toContain(seed);
  });
});

describe('a browser that does not know the curve', () => {
  it('checks all the same, by the library', async () => {
    const { importKey } = crypto.subtle;
    const keys = await signer.keySet();
    const token = await signer.sign(filing);
    const [head, body, tail] = token.split('.') as [string, string, string];
    const spoilt = `${head}.${body}.${tail.startsWith('A') ? 'B' : 'A'}${tail.slice(1)}`;
    crypto.subtle.importKey = () =>
      Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'));
    try {
      expect(await checkReceipt(token, keys)).toMatchObject({ is: 'GENUINE' });
      expect(await checkReceipt(spoilt, keys)).toMatchObject({ is: 'ALTERED' });
    } finally {
      crypto.subtle.importKey = importKey;
    }
  });
});

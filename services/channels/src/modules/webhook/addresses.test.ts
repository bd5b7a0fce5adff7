import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardedLookup, isAllowed, isPublicAddress, RefusedAddress } from './addresses.ts';
import { readUrl } from './read-url.ts';

const NOT_PUBLIC = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.8.9.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:53aa:64c::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  'not an address',
];

describe('addresses of receivers', () => {
  it.each(NOT_PUBLIC)('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(['1.1.1.1', '103.28.12.9', '2606:4700:4700::1111', '2404:6800:4003::8a'])('lets %s be', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it('refuses every private address, also one that is mapped', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet), fc.constantFrom('10.', '127.', '0.'), (rest, head) => {
        const address = `${head}${rest.join('.')}`;
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });
  it('allows loopback only where it is allowed, and nothing else by that', () => {
    expect(isAllowed('127.0.0.1', { allowLoopback: true })).toBe(true);
    expect(isAllowed('::1', { allowLoopback: true })).toBe(true);
    expect(isAllowed('127.0.0.1', { allowLoopback: false })).toBe(false);
    expect(isAllowed('192.168.0.1', { allowLoopback: true })).toBe(false);
  });

  const looked = (addresses: string[], all: boolean) =>
    new Promise<unknown>((resolve) => {
      const look = guardedLookup({ allowLoopback: false }, (_name, _options, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        ),
      );
      look('penerima.example', { all }, (error, found) => resolve(error ?? found));
    });

  it('connects to what it looked at, and to nothing when one of the addresses is refused', async () => {
    expect(await looked(['1.1.1.1'], false)).toBe('1.1.1.1');
    expect(await looked(['1.1.1.1', '2606:4700:4700::1111'], true)).toHaveLength(2);
    expect(await looked(['1.1.1.1', '10.0.0.1'], true)).toBeInstanceOf(RefusedAddress);
    expect(await looked(['127.0.0.1'], false)).toBeInstanceOf(RefusedAddress);
    expect(await looked([], true)).toBeInstanceOf(RefusedAddress);
  });
});

describe('the URL of a receiver', () => {
  const rules = { production: true, allowLoopback: false };
  it.each([
    'http://kota.example.id/a',
    'ftp://kota.example.id/a',
    'https://user:pass@kota.example.id/',
    'https://kota.example.id/#a',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://gateway/',
    'https://db.internal/',
    'https://printer.local/',
    'not a url',
    `https://kota.example.id/${'a'.repeat(500)}`,
  ])('refuses %s', (url) => expect(readUrl(url, rules)).toHaveProperty('fault'));
  it('takes https to a name of the internet, and where it is tried http and the own machine', () => {
    expect(readUrl('https://kota.example.id:8443/lapor?token=a', rules)).toEqual({
      url: 'https://kota.example.id:8443/lapor?token=a',
    });
    const tried = { production: false, allowLoopback: true };
    expect(readUrl('http://127.0.0.1:9000/', tried)).toEqual({ url: 'http://127.0.0.1:9000/' });
    expect(readUrl('http://192.168.0.1:9000/', tried)).toHaveProperty('fault');
  });
});

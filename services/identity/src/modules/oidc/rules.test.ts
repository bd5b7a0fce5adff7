import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf } from './mail-domain.ts';
import { isPublicAddress } from './public-address.ts';
import { usedSecondFactorThere } from './second-factor-claims.ts';

describe('a public address', () => {
  it.each(['8.8.8.8', '103.10.66.1', '2400:cb00:2048:1::c629:d7a2', '2001:4860:4860::8888'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
    '0x7f000001',
    '127.1',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it('is none inside 10.0.0.0/8, whatever follows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }), (rest) => {
        expect(isPublicAddress(`10.${rest.join('.')}`)).toBe(false);
      }),
    );
  });
});

describe('a second factor at the agency', () => {
  it.each<[object, boolean]>([
    [{ amr: ['mfa'] }, true],
    [{ amr: ['pwd', 'otp'] }, true],
    [{ amr: ['fpt', 'hwk'] }, true],
    [{ amr: ['pin', 'sc'] }, true],
    [{ acr: 'https://refeds.org/profile/mfa' }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: ['otp'] }, false],
    [{ amr: ['pwd', 'pin'] }, false],
    [{ amr: ['otp', 'hwk'] }, false],
    [{ amr: 'mfa' }, false],
    [{ amr: [['mfa']] }, false],
    [{ acr: '0' }, false],
    [{ acr: ['phr'] }, false],
    [{}, false],
  ])('is said by %j: %s', (claims, used) => {
    expect(usedSecondFactorThere(claims)).toBe(used);
  });
});

describe('a mail domain', () => {
  it.each([
    ['a@Contoh.GO.id', 'contoh.go.id'],
    ['a@b@contoh.id', 'contoh.id'],
    ['@contoh.id', 'contoh.id'],
    ['contoh.id', 'contoh.id'],
    ['a@localhost', null],
    ['a@-x.id', null],
    ['a@x..id', null],
    ['a@x.id\n', 'x.id'],
    ['', null],
  ])('of %j is %j', (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });
});

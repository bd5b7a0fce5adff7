import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordFault, type PasswordHolder } from './rule.ts';

const citizen: PasswordHolder = { kind: 'citizen', email: 'siti.rahma@contoh.id', name: 'Siti Rahmawati' };
const staff: PasswordHolder = { ...citizen, kind: 'officer' };

describe('a password', () => {
  it.each([
    ['sepuluhkar', null],
    ['sembilan9', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    // Three times a character beyond sixteen bits.
    ['🌋🌋🌋', 'PASSWORD_TOO_SHORT'],
    ['gunung 🌋 meletus', null],
  ])('%j of a citizen: %s', async (password, fault) => {
    expect(await passwordFault(password, citizen)).toBe(fault);
  });

  it('needs two more characters from officers and analysts', async () => {
    expect(await passwordFault('sebelas kar', staff)).toBe('PASSWORD_TOO_SHORT');
    expect(await passwordFault('sebelas kar', { ...staff, kind: 'analyst' })).toBe('PASSWORD_TOO_SHORT');
    expect(await passwordFault('duabelas kar', staff)).toBeNull();
  });

  it.each([
    'qwertyuiop',
    '1q2w3e4r5t',
    'password123',
    'PASSWORD1234',
    'Password!!!!',
    'bismillah2024',
    'Indonesia1945!',
    '1234567890',
    '123456789012',
    '0987654321',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    '121212121212',
    'rahasiarahasia',
    'rahasiarahasia123',
    'kemerdekaan17',
  ])('%j is one of those that are tried first', async (password) => {
    expect(await passwordFault(password, citizen)).toBe('PASSWORD_COMMON');
  });

  it.each([
    'sitirahma1',
    'siti.rahma@contoh.id',
    'Siti Rahmawati',
    'SITI-RAHMAWATI-12',
    'rahmawatisiti',
    'Síti Ráhmawáti',
  ])('%j is the own name or address alone', async (password) => {
    expect(await passwordFault(password, citizen)).toBe('PASSWORD_LIKE_ADDRESS');
  });

  it.each([
    'lapor-contoh-2026',
    'kata sandi panjang',
    'payung biru di halte',
    'hujan turun di pasar lama',
    'Siti suka durian',
  ])('%j is one', async (password) => {
    expect(await passwordFault(password, staff)).toBeNull();
  });

  it('needs no class of characters: any long one out of many letters will do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), { minLength: 14, maxLength: 20 }),
        async (letters) => {
          const password = letters.join('');
          fc.pre(!/bcdfg|qwert|zxcv/.test(password));
          expect(await passwordFault(password, staff)).toBeNull();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is judged the same in every spelling of Unicode, and however it is written in letters', async () => {
    expect(await passwordFault('ﬁﬁﬁﬁﬁ', citizen)).toBe('PASSWORD_COMMON');
    expect(await passwordFault('ＰＡＳＳＷＯＲＤ１２３', citizen)).toBe('PASSWORD_COMMON');
  });

  it('is judged without being stopped by odd names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        async (name, password) => {
          const fault = await passwordFault(password, { ...citizen, name });
          expect([
            null,
            'PASSWORD_TOO_SHORT',
            'PASSWORD_TOO_LONG',
            'PASSWORD_COMMON',
            'PASSWORD_LIKE_ADDRESS',
          ]).toContain(fault);
        },
      ),
      { numRuns: 100 },
    );
  });
});

import { expect, test } from 'vitest';
import { returnPath, signInPath } from './return-path.ts';

test.each(['/akun', '/akun/keamanan', '/akun/hapus', '/laporan/48213097'])(
  'who had to sign in for %s comes back to it',
  (path) => expect(returnPath(new URL(signInPath(path), 'https://lapor.example').search)).toBe(path),
);

test.each([
  '',
  '?ke=',
  '?daftar',
  '?ke=//evil.example',
  '?ke=https://evil.example/akun',
  '?ke=/akun//evil.example',
  '?ke=/akun/..%2f..%2fauth',
  '?ke=javascript:alert(1)',
  '?ke=/masuk',
  '?ke=/akun?x=1',
  '?ke=/akun%0a/x',
  '?ke=/%5cevil.example',
])('an address that is none of these pages leads to the own reports: %s', (search) =>
  expect(returnPath(search)).toBe('/akun'),
);

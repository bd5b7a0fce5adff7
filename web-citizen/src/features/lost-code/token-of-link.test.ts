import { expect, test } from 'vitest';
import { tokenOfLink } from './token-of-link.ts';

const token = 'abcdefghijklmnopqrstuvwxyz234567abcdefghijklm';

test('the link of the mail gives its token, and nothing else does', () => {
  expect(tokenOfLink(`#kode-${token}`)).toBe(token);
  for (const hash of [
    '',
    '#',
    '#lost',
    `#kode-${token}x`,
    `#kode-${token.slice(1)}`,
    `#kode-${token.toUpperCase()}`,
  ])
    expect(tokenOfLink(hash)).toBeNull();
});

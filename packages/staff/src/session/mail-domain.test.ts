import { expect, it } from 'vitest';
import { mailDomainOf } from './mail-domain.ts';

it('is what stands behind the @ of a whole address', () => {
  expect(mailDomainOf(' Rina@Padang.go.id ')).toBe('padang.go.id');
});

it.each(['', 'rina', 'rina@', 'rina@padang', '@padang.go.id', 'a b@padang.go.id'])(
  'is not there yet in %j',
  (email) => {
    expect(mailDomainOf(email)).toBeNull();
  },
);

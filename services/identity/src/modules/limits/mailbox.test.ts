import { describe, expect, it } from 'vitest';
import { mailboxOf } from './mailbox.ts';

describe('the mailbox behind an address', () => {
  it.each([
    ['budi@contoh.id', 'budi@contoh.id'],
    ['  Budi@Contoh.ID ', 'budi@contoh.id'],
    ['budi+satu@contoh.id', 'budi@contoh.id'],
    ['budi+a+b@contoh.id', 'budi@contoh.id'],
    ['budi@contoh.id.', 'budi@contoh.id'],
    ['b.u.d.i+x@gmail.com', 'budi@gmail.com'],
    ['b.udi@contoh.id', 'b.udi@contoh.id'],
    ['ｂｕｄｉ@contoh.id', 'budi@contoh.id'],
    ['tanpa', 'tanpa'],
    ['@contoh.id', '@contoh.id'],
  ])('of %s is %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});

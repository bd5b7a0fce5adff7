import { expect, it } from 'vitest';
import { shortened } from './shortened.ts';

it('a long text is cut between two words, a short one stays', () => {
  expect(shortened('Jalan berlubang di depan pasar', 16)).toBe('Jalan berlubang …');
  expect(shortened('Jalan berlubang', 16)).toBe('Jalan berlubang');
  expect(shortened('a'.repeat(30), 10)).toBe(`${'a'.repeat(10)} …`);
});

import { expect, it } from 'vitest';
import { isCorrectable } from './correctable.ts';

const answer = {
  kind: 'PLANNED' as const,
  at: '2026-11-20T09:00:00.000Z',
  text: 'Regu datang Senin.',
  organisation: { id: 'dinas-pupr' },
};
const own = ['dinas-pupr'];

it('an answer of the own organisation can be put right until the end of the third day, to the second', () => {
  expect(isCorrectable(answer, own, new Date('2026-11-23T09:00:00.000Z'))).toBe(true);
  expect(isCorrectable(answer, own, new Date('2026-11-23T09:00:00.001Z'))).toBe(false);
});

it('what is no answer, what others wrote, and what one cannot read is left as it is', () => {
  const soon = new Date('2026-11-20T10:00:00.000Z');
  expect(isCorrectable({ ...answer, kind: 'REPLIED' }, own, soon)).toBe(false);
  expect(isCorrectable({ ...answer, organisation: { id: 'dinas-lain' } }, own, soon)).toBe(false);
  expect(isCorrectable({ ...answer, organisation: null }, own, soon)).toBe(false);
  expect(isCorrectable({ ...answer, text: null }, own, soon)).toBe(false);
});

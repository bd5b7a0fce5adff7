import { expect, it } from 'vitest';
import { isOpen, letGoOfAll, noteOpen } from './open-leases.ts';

it('knows what is open for verification in this window, and puts all of it back when the officer goes', async () => {
  const back: string[] = [];
  const open = (id: string) => noteOpen(id, async () => back.push(id));
  const closeFirst = open('a');
  const closeSecond = open('a');
  open('b');
  closeFirst();
  expect([isOpen('a'), isOpen('b'), isOpen('c')]).toEqual([true, true, false]);
  closeSecond();
  expect(isOpen('a')).toBe(false);
  await letGoOfAll();
  expect(back).toEqual(['b']);
});

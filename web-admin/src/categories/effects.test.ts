import { expect, it } from 'vitest';
import { differingBelow, effectsOf, type Needs, type Settings } from './effects.ts';

const asked = (more: Partial<Needs> = {}): Needs => ({
  identityRequirement: 'NONE',
  isSensitive: false,
  needsSupportingData: false,
  ...more,
});
const settings = (more: Partial<Needs> = {}): Settings => ({
  version: 0,
  openReports: 9,
  waitingReports: 4,
  waitingAtAgencies: 2,
  withoutIdentity: 5,
  anonymousReports: 1,
  below: [],
  category: { id: 'jalan', path: 'Jalan', ...asked(more) },
  changes: [],
});

it('says nothing while nothing is another', () => {
  expect(effectsOf(settings(), asked())).toEqual([]);
});

it('names what the form asks, and that what is there stays', () => {
  expect(effectsOf(settings(), asked({ identityRequirement: 'CONTACT' }))).toEqual([
    { kind: 'asks.CONTACT' },
    { kind: 'stay', count: 9 },
  ]);
  expect(effectsOf(settings(), asked({ identityRequirement: 'IDENTITY' }))).toContainEqual({
    kind: 'noAnonymous',
    count: 1,
  });
});

it('counts the reports that wait and will be looked at by the new rule', () => {
  expect(effectsOf(settings(), asked({ isSensitive: true, needsSupportingData: true }))).toEqual([
    { kind: 'waitForDesk', count: 2 },
    { kind: 'waitForData', count: 4 },
    { kind: 'stay', count: 9 },
  ]);
  const sensitive = { isSensitive: true, needsSupportingData: true };
  expect(effectsOf(settings(sensitive), asked()).map(({ kind }) => kind)).toEqual([
    'noMoreSecrecy',
    'noMoreData',
    'stay',
  ]);
});

it('says that the categories below keep their own, and which of them differ from the choice', () => {
  const one = (id: string, more: Partial<Needs>) => ({ id, name: id, path: `Jalan › ${id}`, ...asked(more) });
  const parent = {
    ...settings(),
    below: [one('lubang', {}), one('tol', { identityRequirement: 'IDENTITY' })],
  };
  const choice = asked({ identityRequirement: 'IDENTITY' });
  expect(effectsOf(parent, choice)).toContainEqual({ kind: 'belowStay', count: 2 });
  expect(differingBelow(parent, choice).map(({ id }) => id)).toEqual(['lubang']);
  expect(effectsOf(parent, asked())).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { aCategory, aDraft } from './a-draft.testing.ts';
import {
  changedField,
  changePath,
  checkStep,
  firstOpenStep,
  isNik,
  locateFault,
  stepPath,
} from './check-draft.ts';

const stranger = { signedIn: false };
const member = { signedIn: true };
const today = '2026-11-20';

describe('what happened', () => {
  const check = (fields: Parameters<typeof aDraft>[0]) =>
    checkStep('kejadian', aDraft(fields), stranger, today);
  test('needs a text of some length', () => {
    expect(check({ text: '  ' })).toEqual([{ field: 'text', code: 'REQUIRED' }]);
    expect(check({ text: 'Lampu jalan padam.' })).toEqual([{ field: 'text', code: 'TOO_SHORT' }]);
    expect(check({ text: 'a'.repeat(4001) })[0]).toEqual({ field: 'text', code: 'TOO_LONG' });
    expect(check({})).toEqual([]);
  });
  test('an emptied title is asked for, a proposed one is enough', () => {
    expect(check({ title: ' ' })).toEqual([{ field: 'title', code: 'REQUIRED' }]);
    expect(check({ title: null })).toEqual([]);
    expect(check({ title: 'abcd' })).toEqual([{ field: 'title', code: 'TOO_SHORT' }]);
  });
});

test('the day may be today, never tomorrow', () => {
  const check = (occurredOn: string) => checkStep('tempat', aDraft({ occurredOn }), stranger, today);
  expect(check('2026-11-20')).toEqual([]);
  expect(check('2026-11-21')).toEqual([{ field: 'occurredOn', code: 'IN_THE_FUTURE' }]);
  expect(check('0026-11-20')).toEqual([{ field: 'occurredOn', code: 'INVALID' }]);
});

describe('contact', () => {
  const check = (fields: Parameters<typeof aDraft>[0], who = stranger) =>
    checkStep('kontak', aDraft(fields), who, today).map(({ field, code }) => `${field} ${code}`);

  test('nothing is asked for a damaged road', () =>
    expect(check({ category: aCategory('NONE') })).toEqual([]));
  test('phone or mail is enough where contact is needed', () => {
    const category = aCategory('CONTACT');
    expect(check({ category })).toEqual(['phone CONTACT_NEEDED']);
    expect(check({ category, phone: '0812 0000 0012' })).toEqual([]);
    expect(check({ category, email: 'rina@contoh.id' })).toEqual([]);
    expect(check({ category }, member)).toEqual([]);
  });
  test('whoever is anonymous is asked nothing, and wrong leftovers do not stop them', () =>
    expect(check({ category: aCategory('CONTACT'), isAnonymous: true, phone: '12' })).toEqual([]));
  test('a personal case needs name and NIK, and the anonymous switch does not count', () => {
    const category = aCategory('IDENTITY');
    expect(check({ category, isAnonymous: true })).toEqual([
      'name REQUIRED',
      'phone CONTACT_NEEDED',
      'nik REQUIRED',
    ]);
    expect(check({ category, name: 'Rina', nik: '1371' }, member)).toEqual(['nik INVALID']);
    expect(check({ category, name: 'Rina', nik: '1371 0000 0000 0000' }, member)).toEqual([]);
  });
});

test('people land on the first step that is not in order', () => {
  expect(firstOpenStep(aDraft({ text: '' }), stranger, today)).toBe('kejadian');
  expect(firstOpenStep(aDraft({ category: aCategory('CONTACT') }), stranger, today)).toBe('kontak');
  expect(firstOpenStep(aDraft(), stranger, today)).toBe('periksa');
});

test('phone numbers are taken as people write them', () => {
  const check = (phone: string) =>
    checkStep('kontak', aDraft({ category: aCategory('CONTACT'), phone }), stranger, today);
  for (const phone of ['081200000012', '+62 812-0000-0012', '62812.0000.0012'])
    expect(check(phone)).toEqual([]);
  for (const phone of ['0812', '021 555 0000', '+60 12 000 0000'])
    expect(check(phone)).toEqual([{ field: 'phone', code: 'INVALID' }]);
});

test('a NIK begins with a province and has 16 digits', () => {
  expect(isNik('1371-0000-0000-0000')).toBe(true);
  expect(isNik('0071000000000000')).toBe(false);
  expect(isNik('137100000000000')).toBe(false);
});

test('faults of the server find their step and field', () => {
  expect(locateFault('input.reporter.phone')).toEqual({ step: 'kontak', field: 'phone' });
  expect(locateFault('input.reporter')).toEqual({ step: 'kontak', field: 'phone' });
  expect(locateFault('input.point.latitude')).toEqual({ step: 'tempat', field: 'region' });
  expect(locateFault('input.attachmentIds.0')).toEqual({ step: 'kontak', field: 'photos' });
  expect(locateFault('input.somethingNew')).toEqual({ step: 'kejadian', field: 'text' });
});

test('an answer is changed where it stands, and its address says which one', () => {
  expect(changePath('category')).toBe('/lapor?ubah=category');
  expect(changePath('occurredOn')).toBe('/lapor/tempat?ubah=occurredOn');
  expect(changedField('?ubah=occurredOn')).toBe('occurredOn');
  for (const query of ['', 'ubah=', 'ubah=toString', 'ubah=__proto__', 'langkah=text'])
    expect(changedField(query), query).toBeNull();
  // Back at the last step nothing is being changed any more.
  expect(stepPath('periksa', 'category')).toBe('/lapor/periksa');
  expect(stepPath('kontak', 'category')).toBe('/lapor/kontak?ubah=category');
});

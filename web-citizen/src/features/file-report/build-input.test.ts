import { expect, test } from 'vitest';
import { aCategory, aDraft } from './a-draft.testing.ts';
import { buildInput } from './build-input.ts';
import type { Draft } from './draft.ts';

const person = {
  name: 'Rina',
  phone: '0812 0000 0012',
  email: 'rina@contoh.id',
  nik: '1371 0000 0000 0000',
  address: 'Kuranji',
};

test('whoever is anonymous sends nothing about themselves', () =>
  expect(buildInput(aDraft({ ...person, isAnonymous: true }))).toMatchObject({
    isAnonymous: true,
    reporter: null,
  }));

test('where a name is needed the anonymous switch does not count', () =>
  expect(buildInput(aDraft({ ...person, isAnonymous: true, category: aCategory('IDENTITY') }))).toMatchObject(
    {
      isAnonymous: false,
      reporter: { name: 'Rina', nik: '1371000000000000' },
    },
  ));

test('NIK and address stay at home where they are not needed', () =>
  expect(buildInput(aDraft({ ...person, category: aCategory('CONTACT') })).reporter).toMatchObject({
    phone: '0812 0000 0012',
    nik: null,
    address: null,
  }));

test('a name is public only if asked for, and never on a confidential report', () => {
  const shown = (fields: object) => buildInput(aDraft({ ...person, ...fields })).reporter?.showNamePublicly;
  expect(shown({})).toBe(false);
  expect(shown({ showNamePublicly: true })).toBe(true);
  expect(shown({ showNamePublicly: true, isConfidential: true })).toBe(false);
});

test('an empty form about the person sends none, and only uploaded files are named', () =>
  expect(
    buildInput(
      aDraft({
        photos: [
          { key: 'a', fileName: 'a.jpg', sizeBytes: 1, isImage: true, fileId: 'f1' },
          { key: 'b', fileName: 'b.jpg', sizeBytes: 1, isImage: true, fileId: null },
        ],
      }),
    ),
  ).toMatchObject({ reporter: null, attachmentIds: ['f1'], title: expect.stringMatching(/^Lampu jalan/) }));

test('a report that was begun on an agency’s page says so, as long as it is still for that agency', () => {
  const organisation = { id: 'pemkot-13-71', name: 'Pemerintah Kota Padang' };
  const page = (fields: Partial<Draft>) => buildInput(aDraft(fields)).filedOnPageOf;
  expect(page({ organisation, begunAt: organisation.id })).toBe(organisation.id);
  expect(page({ organisation, begunAt: null })).toBeNull();
  expect(
    buildInput(aDraft({ organisation, begunAt: organisation.id, isAboutOfficers: true })).isAboutOfficers,
  ).toBe(true);
  expect(buildInput(aDraft({ organisation, isAboutOfficers: true })).isAboutOfficers).toBe(false);
  expect(page({ organisation: null, begunAt: organisation.id })).toBeNull();
  expect(page({ organisation: { ...organisation, id: 'pln' }, begunAt: organisation.id })).toBeNull();
});

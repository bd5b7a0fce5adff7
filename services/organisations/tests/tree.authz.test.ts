import type { Viewer } from '@lapor/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, citizen, officer, somebody, withReferenceData } from './harness.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());

/** A government with a unit and a unit below it, its neighbour, its province, and K/L. */
const places = [
  'pemkot-13-71',
  'opd-13-71-disdik',
  'opd-13-71-kec-09',
  'pemkot-13-77',
  'opd-13-77-diskominfo',
  'pemprov-13',
  'kemenpu',
  'ditjen-bina-marga',
] as const;
type Place = (typeof places)[number];

const none: Place[] = [];
const padang: Place[] = ['pemkot-13-71', 'opd-13-71-disdik', 'opd-13-71-kec-09'];
const padangUnits: Place[] = ['opd-13-71-disdik', 'opd-13-71-kec-09'];

type Verdicts = {
  /** Rename, move, merge, retire, restore. */
  restructure: readonly Place[];
  /** Units below it, by hand or by file; its file. */
  addUnits: readonly Place[];
  /** Details, contacts, closing days (at roots). */
  edit: readonly Place[];
  /** History and what is scheduled. */
  history: readonly Place[];
  /** Address and mail of the head. */
  headContact: readonly Place[];
  /** Own units for categories (roots). */
  route: readonly Place[];
  directVerification: readonly Place[];
  addRoot: boolean;
  routeNationally: boolean;
};

const nothing: Verdicts = {
  restructure: none,
  addUnits: none,
  edit: none,
  history: none,
  headContact: none,
  route: none,
  directVerification: none,
  addRoot: false,
  routeNationally: false,
};
const everything: Verdicts = {
  restructure: places,
  addUnits: places,
  edit: places,
  history: places,
  headContact: places,
  route: places,
  directVerification: places,
  addRoot: true,
  routeNationally: true,
};
const colleague = (own: readonly Place[]): Verdicts => ({ ...nothing, history: own, headContact: own });

/** Written from the contract's table, not from the policy. */
const oracle: Record<string, { viewer: Viewer; verdicts: Verdicts; csvOfKey?: readonly Place[] }> = {
  'national admin at KemenPANRB': {
    viewer: officer('n', ['NATIONAL_ADMIN', 'kemenpanrb']),
    verdicts: everything,
  },
  'national admin at KSP': { viewer: officer('n', ['NATIONAL_ADMIN', 'ksp']), verdicts: everything },
  'admin of the city': {
    viewer: officer('a', ['AGENCY_ADMIN', 'pemkot-13-71']),
    verdicts: {
      ...nothing,
      restructure: padangUnits,
      addUnits: padang,
      edit: padang,
      history: padang,
      headContact: padang,
      route: padang,
    },
  },
  'admin of a dinas': {
    viewer: officer('a', ['AGENCY_ADMIN', 'opd-13-71-disdik']),
    verdicts: {
      ...nothing,
      addUnits: ['opd-13-71-disdik'],
      edit: ['opd-13-71-disdik'],
      history: padang,
      headContact: padang,
      route: ['opd-13-71-disdik'],
    },
  },
  'admin of the province': {
    viewer: officer('a', ['AGENCY_ADMIN', 'pemprov-13']),
    verdicts: {
      ...nothing,
      addUnits: ['pemprov-13'],
      edit: ['pemprov-13'],
      history: ['pemprov-13'],
      headContact: ['pemprov-13'],
      route: ['pemprov-13'],
    },
  },
  'admin of a ministry': {
    viewer: officer('a', ['AGENCY_ADMIN', 'kemenpu']),
    verdicts: {
      ...nothing,
      restructure: ['ditjen-bina-marga'],
      addUnits: ['kemenpu', 'ditjen-bina-marga'],
      edit: ['kemenpu', 'ditjen-bina-marga'],
      history: ['kemenpu', 'ditjen-bina-marga'],
      headContact: ['kemenpu', 'ditjen-bina-marga'],
      route: ['kemenpu', 'ditjen-bina-marga'],
    },
  },
  'head of the city': { viewer: officer('h', ['AGENCY_HEAD', 'pemkot-13-71']), verdicts: colleague(padang) },
  'liaison officer': {
    viewer: officer('l', ['LIAISON_OFFICER', 'opd-13-71-disdik']),
    verdicts: colleague(padang),
  },
  'field officer': {
    viewer: officer('f', ['FIELD_OFFICER', 'opd-13-71-disdik']),
    verdicts: colleague(padang),
  },
  ombudsman: { viewer: officer('o', ['OMBUDSMAN', 'ombudsman']), verdicts: { ...nothing, history: places } },
  'regional office of the Ombudsman': {
    viewer: officer('o', ['OMBUDSMAN', 'ombudsman-13']),
    verdicts: { ...nothing, history: places },
  },
  'KSP monitor': { viewer: officer('k', ['KSP_MONITOR', 'ksp']), verdicts: { ...nothing, history: places } },
  analyst: { viewer: officer('y', ['ANALYST', 'kemendagri']), verdicts: nothing },
  'officer without a post': { viewer: officer('x'), verdicts: nothing },
  'officer whose place is gone': {
    viewer: officer('x', ['AGENCY_ADMIN', 'nowhere']),
    verdicts: nothing,
  },
  'key of the city’s system': {
    viewer: {
      ...officer('a', ['AGENCY_ADMIN', 'pemkot-13-71']),
      apiKey: { id: 'key', scopes: ['graph:read', 'graph:write'] },
    },
    verdicts: nothing,
    csvOfKey: padang,
  },
  'key of the national desk': {
    viewer: {
      ...officer('n', ['NATIONAL_ADMIN', 'ksp']),
      apiKey: { id: 'key', scopes: ['graph:read', 'graph:write'] },
    },
    verdicts: nothing,
    csvOfKey: places,
  },
  citizen: { viewer: citizen(), verdicts: nothing },
  public: { viewer: somebody(), verdicts: nothing },
};

const reason = 'Percobaan hak';

async function codeOf(name: string, input: object, viewer: Viewer): Promise<string> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await service.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on UserError { code } } }`,
    { input },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data![name].code ?? 'DONE';
}

/**
 * Requests that are refused on their own ground (INVALID_INPUT, WOULD_CYCLE …) for those who may, and look like nothing for those who may not:
 * nothing is changed, so that all see the same forest.
 */
const attempts: Record<string, (id: string) => [string, object]> = {
  rename: (id) => [
    'renameOrganisation',
    { organisationId: id, name: 'Nama Baru', reason, effectiveOn: '2099-01-01' },
  ],
  move: (id) => ['moveOrganisation', { organisationId: id, newParentId: id, reason }],
  merge: (id) => ['mergeOrganisations', { organisationIds: [id], intoId: id, reason }],
  retire: (id) => ['retireOrganisation', { organisationId: id, successorId: id, reason }],
  restore: (id) => ['restoreOrganisation', { organisationId: id, reason }],
  create: (id) => [
    'createOrganisation',
    { parentId: id, kind: 'OPD', name: 'Unit Baru', unitKeys: ['sihir'], reason },
  ],
  update: (id) => ['updateOrganisation', { organisationId: id, unitKeys: ['sihir'] }],
  closingDays: (id) => ['setClosingDays', { organisationId: id, year: 1999, days: [] }],
  directVerification: (id) => ['setDirectVerification', { organisationId: id, isEnabled: false }],
  importUnits: (id) => ['importUnits', { organisationId: id, csv: 'name\n', contentHash: 'other', reason }],
  route: (id) => ['setCategoryRoute', { categoryId: 'nowhere', governmentId: id, unitId: id, reason }],
};
const grounds: Record<string, (verdicts: Verdicts) => readonly Place[]> = {
  rename: ({ restructure }) => restructure,
  restore: ({ restructure }) => restructure,
  // These also add to what receives.
  move: ({ restructure, addUnits }) => restructure.filter((place) => addUnits.includes(place)),
  merge: ({ restructure, addUnits }) => restructure.filter((place) => addUnits.includes(place)),
  retire: ({ restructure, addUnits }) => restructure.filter((place) => addUnits.includes(place)),
  create: ({ addUnits }) => addUnits,
  importUnits: ({ addUnits }) => addUnits,
  update: ({ edit }) => edit,
  closingDays: ({ edit }) => edit,
  directVerification: ({ directVerification }) => directVerification,
  route: ({ route }) => route,
};

describe.each(Object.keys(oracle))('%s', (name) => {
  const { viewer, verdicts, csvOfKey = [] } = oracle[name]!;

  test.each(Object.keys(attempts))('%s only where the table says', async (action) => {
    for (const place of places) {
      const [mutation, input] = attempts[action]!(place);
      const isAllowed = (await codeOf(mutation, input, viewer)) !== 'NOT_FOUND';
      expect([action, place, isAllowed]).toEqual([action, place, grounds[action]!(verdicts).includes(place)]);
    }
  });

  test('sees what may be done and read, and no more', async () => {
    const { data, errors } = await service.ask(
      `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Organisation {
        id changes { edges { cursor } } scheduledChanges { id } unitsCsv
        viewerCanEdit viewerCanRestructure viewerCanAddUnits viewerCanRouteCategories
      } } }`,
      { ids: places.map((id) => ({ __typename: 'Organisation', id })) },
      viewer,
    );
    expect(errors).toBeUndefined();
    for (const place of data!._entities) {
      const isRoot = !['opd-', 'ditj'].includes(place.id.slice(0, 4));
      expect([place.id, place.changes !== null, place.scheduledChanges !== null]).toEqual([
        place.id,
        verdicts.history.includes(place.id),
        verdicts.history.includes(place.id),
      ]);
      expect({ ...place, changes: 0, scheduledChanges: 0, unitsCsv: place.unitsCsv !== null }).toEqual({
        id: place.id,
        changes: 0,
        scheduledChanges: 0,
        // A key reads the file of its own units.
        unitsCsv:
          viewer.apiKey === undefined ? verdicts.addUnits.includes(place.id) : csvOfKey.includes(place.id),
        viewerCanEdit: verdicts.edit.includes(place.id),
        viewerCanRestructure: verdicts.restructure.includes(place.id),
        viewerCanAddUnits: verdicts.addUnits.includes(place.id),
        viewerCanRouteCategories: isRoot && verdicts.route.includes(place.id),
      });
    }
  });

  test('reads the head’s contact, previews files and acts for the nation as the table says', async () => {
    await service.database.query(
      'test-contacts',
      `update organisation set head_email = 'kepala@contoh.go.id', head_address = 'Jl. Contoh 1' where id = any($1)`,
      [places],
    );
    for (const place of places) {
      const { data, errors } = await service.ask(
        `query ($id: ID!) { organisation(id: $id) { head { title email address } }
          previewUnits(input: { organisationId: $id, csv: "name" }) { unchangedCount } }`,
        { id: place },
        viewer,
      );
      expect(errors).toBeUndefined();
      const { email, address } = data!.organisation.head;
      expect([place, email !== null, address !== null]).toEqual([
        place,
        verdicts.headContact.includes(place),
        verdicts.headContact.includes(place),
      ]);
      expect([place, data!.previewUnits !== null]).toEqual([place, verdicts.addUnits.includes(place)]);
    }
    const agency = { kind: 'AGENCY', name: 'Badan Uji', unitKeys: ['disdik'], reason };
    expect((await codeOf('createOrganisation', agency, viewer)) !== 'NOT_FOUND').toBe(verdicts.addRoot);
    const city = { kind: 'CITY', parentId: 'pemprov-13', name: 'Kota Uji', regionCode: '99', reason };
    expect((await codeOf('createOrganisation', city, viewer)) !== 'NOT_FOUND').toBe(verdicts.addRoot);
    const route = { categoryId: 'nowhere', usualLevel: 'MIXED', reason };
    expect((await codeOf('setCategoryRoute', route, viewer)) !== 'NOT_FOUND').toBe(verdicts.routeNationally);
  });
});

test('not allowed and not found look alike', async () => {
  const viewer = officer('a', ['AGENCY_ADMIN', 'pemkot-13-77']);
  for (const attempt of Object.values(attempts)) {
    const answers = await Promise.all(
      ['pemkot-13-71', 'does-not-exist'].map(async (id) => {
        const [name, input] = attempt(id);
        const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
        const { data } = await service.ask(
          `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on UserError { code message } } }`,
          { input },
          viewer,
        );
        return data![name];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0].code).toBe('NOT_FOUND');
  }
});

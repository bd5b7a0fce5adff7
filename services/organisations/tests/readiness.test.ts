import { randomUUID } from 'node:crypto';
import type { Viewer } from '@lapor/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeViewer, may, type Place } from '../src/modules/authority/index.ts';
import { type Harness, citizen, officer, somebody, withReferenceData } from './harness.ts';
import {
  account,
  auditOf,
  change,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  forgetPeople,
  otherCity,
  province,
  receive,
  roads,
  settled,
} from './people.ts';
import { transition } from './transitions.ts';

let service: Harness;
beforeAll(async () => {
  service = await withReferenceData();
});
afterAll(() => service[Symbol.asyncDispose]());
beforeEach(async () => {
  service.clock.set('2026-11-20T02:40:00Z');
  await forgetPeople(service);
});

/** An upload of an organisation that no declaration names yet. */
async function upload(organisationId: string): Promise<string> {
  const id = randomUUID();
  await service.database.query(
    'test-upload',
    `insert into evidence_file (id, organisation_id, uploaded_by, uploaded_at, file_name, media_type, size_bytes, storage_key)
     values ($1, $2, 'city-admin', $3, 'SK.pdf', 'application/pdf', 1000, 'x')`,
    [id, organisationId, service.clock.now()],
  );
  return id;
}

const declareDecree = async (organisationId: string, viewer: Viewer, more: object = {}) =>
  change(
    service,
    'declareReadiness',
    {
      organisationId,
      kind: 'DECREE',
      number: '114 Tahun 2025',
      date: '2025-03-10',
      evidenceIds: [await upload(organisationId)],
      ...more,
    },
    viewer,
  );

const question = `query ($id: ID!) { organisation(id: $id) { isConnected isUsed lastUsedOn readiness {
  metCount totalCount isComplete obstacle unitsComplete unitsTotal
  items { kind isMet isComputed finding declaration { number date note validUntil evidence { fileName url } by { id } } }
  visits { visitedOn topics agreement office { id } by { id } }
} } }`;
const look = async (id: string, viewer = desk()) =>
  (await service.ask(question, { id }, viewer)).data?.organisation;
const findings = async (id: string): Promise<Record<string, string>> =>
  Object.fromEntries((await look(id)).readiness.items.map((item: any) => [item.kind, item.finding]));

/** Lets a unit with the whole city's wish to take reports be the only one: all others are from a template again. */
const onlyUnits = (...ids: string[]) =>
  service.database.query(
    'test-only-units',
    `update organisation set is_template = not (id = any($1)) where government_id = $2 and id <> $2`,
    [ids, city],
  );

describe('the checklist', () => {
  beforeEach(() => onlyUnits(roads, environment));

  test('of an organisation without anybody says what is missing, in the order of the enum', async () => {
    const { readiness } = await look(city);
    expect(readiness).toMatchObject({
      metCount: 0,
      totalCount: 6,
      isComplete: false,
      obstacle: null,
      visits: [],
      unitsComplete: 0,
      unitsTotal: 2,
    });
    expect(readiness.items.map(({ kind, isComputed, finding }: any) => [kind, isComputed, finding])).toEqual([
      ['ACTIVE_ADMIN', true, 'NO_ACCOUNT'],
      ['LIAISON_OFFICER', true, 'NO_OFFICER'],
      ['DECREE', false, 'NOT_DECLARED'],
      ['PROCEDURE', false, 'NOT_DECLARED'],
      ['FACILITIES', false, 'NOT_DECLARED'],
      ['STAFF_TRAINED', false, 'NOT_DECLARED'],
    ]);
  });

  test('follows the way of the first admin from invitation to second factor', async () => {
    const admin = async () => (await findings(city)).ACTIVE_ADMIN;
    const { id } = await changed(
      service,
      'inviteOfficer',
      { name: 'Yusra', email: 'yusra@padang.go.id', organisationId: city, role: 'AGENCY_ADMIN' },
      desk(),
    );
    expect(await admin()).toBe('INVITED_NOT_ACCEPTED');
    await account(service, id, { hasSecondFactor: false });
    expect(await admin()).toBe('NO_SECOND_FACTOR');
    service.clock.advance(1_000);
    await account(service, id);
    expect(await admin()).toBe('MET');
    await changed(service, 'suspendOfficer', { officerId: id, reason: 'Alasan apa pun' }, desk());
    expect(await admin()).toBe('NO_ACCOUNT');
  });

  test('wants a liaison officer in every unit that takes reports', async () => {
    const liaison = async (id = city) => (await findings(id)).LIAISON_OFFICER;
    await settled(service, ['lina', 'LIAISON_OFFICER', roads]);
    expect(await liaison()).toBe('UNITS_WITHOUT_OFFICER');
    expect([await liaison(roads), await liaison(environment)]).toEqual(['MET', 'NO_OFFICER']);
    await settled(service, ['dina', 'LIAISON_OFFICER', environment]);
    expect(await liaison()).toBe('MET');
    // A unit of the template takes reports from the first one that it is given.
    await receive(service, 'report.transitioned', transition({ handledBy: ['opd-13-71-dishub'] }));
    expect(await liaison()).toBe('UNITS_WITHOUT_OFFICER');
    expect((await look(city)).readiness.unitsTotal).toBe(3);
    await settled(service, ['dewi', 'LIAISON_OFFICER', 'opd-13-71-dishub']);
    expect(await liaison()).toBe('MET');
  });

  test('turns complete: admin, officers in every unit, and everything declared', async () => {
    await settled(
      service,
      ['city-admin', 'AGENCY_ADMIN', city],
      ['lina', 'LIAISON_OFFICER', roads],
      ['dina', 'LIAISON_OFFICER', environment],
    );
    await declareDecree(city, cityAdmin());
    for (const kind of ['PROCEDURE', 'FACILITIES', 'STAFF_TRAINED'])
      await changed(
        service,
        'declareReadiness',
        { organisationId: city, kind, note: 'Ada, lengkap.' },
        cityAdmin(),
      );
    expect((await look(city)).readiness).toMatchObject({
      metCount: 6,
      isComplete: true,
      unitsComplete: 0,
      unitsTotal: 2,
    });
    // The city's admin and decree hold for its units; the rest they declare themselves.
    const lina = officer('lina', ['LIAISON_OFFICER', roads]);
    expect((await look(roads)).readiness).toMatchObject({ metCount: 3 });
    for (const kind of ['PROCEDURE', 'FACILITIES', 'STAFF_TRAINED'])
      await changed(
        service,
        'declareReadiness',
        { organisationId: roads, kind, note: 'Ada, lengkap.' },
        lina,
      );
    expect((await look(roads)).readiness).toMatchObject({ metCount: 6, isComplete: true });
    expect((await look(city)).readiness).toMatchObject({ unitsComplete: 1, unitsTotal: 2 });
  });
});

describe('declaring', () => {
  beforeEach(() => settled(service, ['city-admin', 'AGENCY_ADMIN', city]));

  test('the decree needs number, date and a file', async () => {
    const declare = (input: object) =>
      change(service, 'declareReadiness', { organisationId: city, kind: 'DECREE', ...input }, cityAdmin());
    expect(await declare({})).toMatchObject({
      fields: [
        { path: 'input.number', code: 'REQUIRED' },
        { path: 'input.date', code: 'REQUIRED' },
        { path: 'input.evidenceIds', code: 'REQUIRED' },
      ],
    });
    expect(await declareDecree(city, cityAdmin(), { date: '2026-11-21' })).toMatchObject({
      fields: [{ path: 'input.date', code: 'INVALID' }],
    });
    expect(await declareDecree(city, cityAdmin(), { validUntil: '2026-11-19' })).toMatchObject({
      fields: [{ path: 'input.validUntil', code: 'INVALID' }],
    });
    expect(await declare({ kind: 'PROCEDURE' })).toMatchObject({
      fields: [{ path: 'input.evidenceIds', code: 'REQUIRED' }],
    });
    expect(await declare({ kind: 'ACTIVE_ADMIN', note: 'Ada.' })).toMatchObject({
      fields: [{ path: 'input.kind' }],
    });
  });

  test('shows what was declared, by whom, with an address of the file', async () => {
    await declareDecree(city, cityAdmin(), { note: ' Lihat halaman 3. ' });
    const { items } = (await look(city)).readiness;
    expect(items[2]).toEqual({
      kind: 'DECREE',
      isMet: true,
      isComputed: false,
      finding: 'MET',
      declaration: {
        number: '114 Tahun 2025',
        date: '2025-03-10',
        note: 'Lihat halaman 3.',
        validUntil: null,
        evidence: [{ fileName: 'SK.pdf', url: expect.stringContaining('/files/evidence/') }],
        by: { id: 'city-admin' },
      },
    });
    expect(await auditOf(service, 'READINESS_DECLARED')).toMatchObject({
      actor_id: 'city-admin',
      organisation_id: city,
      facts: { kind: 'DECREE', files: 1 },
    });
  });

  test('again takes the place of what was declared, keeps it, and may name its files again', async () => {
    await declareDecree(city, cityAdmin());
    const [{ id: fileId }] = (await service.database.query<{ id: string }>(
      'test-file',
      'select id from evidence_file',
    )) as [{ id: string }];
    const again = { number: '115 Tahun 2026', date: '2026-01-10', evidenceIds: [fileId] };
    expect(await declareDecree(city, cityAdmin(), again)).toMatchObject({ __typename: 'ReadinessChanged' });
    expect((await look(city)).readiness.items[2].declaration).toMatchObject({
      number: '115 Tahun 2026',
      evidence: [{ fileName: 'SK.pdf' }],
    });
    const kept = await service.database.query(
      'test-kept',
      'select d.number, count(f.id)::int as files from readiness_declaration d left join evidence_file f on f.declaration_id = d.id group by d.id order by d.declared_at, d.number',
    );
    expect(kept).toEqual([
      { number: '114 Tahun 2025', files: 1 },
      { number: '115 Tahun 2026', files: 1 },
    ]);
  });

  test('refuses files of others, of another item and unknown ones, and keeps nothing then', async () => {
    const foreign = await upload(otherCity);
    for (const evidenceIds of [[foreign], [randomUUID()]])
      expect(await declareDecree(city, cityAdmin(), { evidenceIds })).toMatchObject({
        fields: [{ path: 'input.evidenceIds', code: 'NOT_FOUND' }],
      });
    expect(await findings(city)).toMatchObject({ DECREE: 'NOT_DECLARED' });
    await declareDecree(city, cityAdmin());
    const [file] = await service.database.query<{ id: string }>(
      'test-decree-file',
      'select id from evidence_file where declaration_id is not null',
    );
    expect(
      await change(
        service,
        'declareReadiness',
        { organisationId: city, kind: 'PROCEDURE', evidenceIds: [file!.id] },
        cityAdmin(),
      ),
    ).toMatchObject({ fields: [{ code: 'NOT_FOUND' }] });
  });

  test('runs out with its last day', async () => {
    await declareDecree(city, cityAdmin(), { validUntil: '2026-11-21' });
    service.clock.set('2026-11-21T16:59:59Z');
    expect(await findings(city)).toMatchObject({ DECREE: 'MET' });
    service.clock.set('2026-11-21T17:00:00Z');
    expect(await findings(city)).toMatchObject({ DECREE: 'EXPIRED' });
  });

  test('can be taken back', async () => {
    await declareDecree(city, cityAdmin());
    const withdraw = () =>
      change(
        service,
        'withdrawDeclaration',
        { organisationId: city, kind: 'DECREE', reason: 'Surat keputusan dicabut.' },
        cityAdmin(),
      );
    expect(await withdraw()).toMatchObject({ __typename: 'ReadinessChanged' });
    expect(await findings(city)).toMatchObject({ DECREE: 'NOT_DECLARED' });
    expect(await withdraw()).toMatchObject({ __typename: 'NotFound' });
    expect(await auditOf(service, 'DECLARATION_WITHDRAWN')).toMatchObject({ facts: { kind: 'DECREE' } });
  });

  test('is for admins on the path and the liaison officer of exactly that unit', async () => {
    const declare = (viewer: Viewer, organisationId = roads) =>
      change(
        service,
        'declareReadiness',
        { organisationId, kind: 'PROCEDURE', note: 'Ada, lengkap.' },
        viewer,
      );
    const lina = officer('lina', ['LIAISON_OFFICER', roads]);
    expect(await declare(lina)).toMatchObject({ __typename: 'ReadinessChanged' });
    expect(await declare(cityAdmin())).toMatchObject({ __typename: 'ReadinessChanged' });
    for (const [viewer, id] of [
      [lina, city],
      [lina, environment],
      [officer('h', ['AGENCY_HEAD', city]), city],
      [officer('p', ['AGENCY_ADMIN', province]), city],
      [desk(), city],
      [citizen(), city],
      [somebody(), city],
    ] as const)
      expect(await declare(viewer, id)).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('obstacles and visits', () => {
  test('an obstacle is said in the agency’s words, replaced and taken away', async () => {
    const note = (obstacle: string | null) =>
      changed(service, 'noteObstacle', { organisationId: city, obstacle }, cityAdmin());
    await note('Surat keputusan menunggu tanda tangan.');
    expect((await look(city)).readiness.obstacle).toBe('Surat keputusan menunggu tanda tangan.');
    await note('Menunggu anggaran.');
    expect((await look(city)).readiness.obstacle).toBe('Menunggu anggaran.');
    await note('  ');
    expect((await look(city)).readiness.obstacle).toBeNull();
    expect(await auditOf(service, 'OBSTACLE_NOTED')).toMatchObject({ facts: { isPresent: false } });
  });

  test('a visit is recorded by the office that looks after the province', async () => {
    const record = (viewer: Viewer, visitedOn = '2026-11-10', organisationId = city) =>
      change(
        service,
        'recordGuidanceVisit',
        { organisationId, visitedOn, topics: 'Pejabat penghubung di tiap OPD', agreement: null },
        viewer,
      );
    const regional = officer('o', ['OMBUDSMAN', 'ombudsman-13'], ['OMBUDSMAN', 'ombudsman']);
    expect(await record(regional)).toMatchObject({ __typename: 'ReadinessChanged' });
    expect(await record(officer('o', ['OMBUDSMAN', 'ombudsman']), '2026-11-12')).toMatchObject({
      __typename: 'ReadinessChanged',
    });
    expect((await look(city)).readiness.visits).toMatchObject([
      { visitedOn: '2026-11-12', office: { id: 'ombudsman' } },
      { visitedOn: '2026-11-10', office: { id: 'ombudsman-13' } },
    ]);
    expect(await record(regional, '2026-11-21')).toMatchObject({ fields: [{ path: 'input.visitedOn' }] });
    for (const viewer of [officer('o', ['OMBUDSMAN', 'ombudsman-14']), desk(), cityAdmin()])
      expect(await record(viewer)).toMatchObject({ __typename: 'NotFound' });
    // The provinces of 2022 are looked after from Papua and Papua Barat.
    const papua = officer('o', ['OMBUDSMAN', 'ombudsman-91']);
    expect(await record(papua, '2026-11-10', 'pemprov-94')).toMatchObject({ __typename: 'ReadinessChanged' });
    expect(await record(papua, '2026-11-10', 'pemprov-96')).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('who reads readiness', () => {
  const viewers: [string, Viewer][] = [
    ['the national desk', desk()],
    ['KSP', officer('k', ['KSP_MONITOR', 'ksp'])],
    ['the Ombudsman', officer('o', ['OMBUDSMAN', 'ombudsman'])],
    ['its office in Sumatera Barat', officer('o', ['OMBUDSMAN', 'ombudsman-13'])],
    ['its office in Papua Barat', officer('o', ['OMBUDSMAN', 'ombudsman-92'])],
    ['the admin of a province', officer('p', ['AGENCY_ADMIN', province])],
    ['the head of a unit of the province', officer('p', ['AGENCY_HEAD', 'opd-13-dinkes'])],
    ['a liaison officer of the city', officer('l', ['LIAISON_OFFICER', roads])],
    ['a field officer of the city', officer('f', ['FIELD_OFFICER', roads])],
    ['the head of a ministry', officer('m', ['AGENCY_HEAD', 'kemensos'])],
    ['an analyst', officer('a', ['ANALYST', 'ksp'])],
    [
      'somebody with two posts',
      officer('t', ['LIAISON_OFFICER', 'opd-13-77-diskominfo'], ['AGENCY_ADMIN', 'pemprov-31']),
    ],
    ['an officer without a post', officer('x')],
    ['a citizen', citizen()],
    ['the public', somebody()],
  ];

  test.each(viewers)(
    '%s: the list and the field say the same of every organisation',
    async (_name, viewer) => {
      const rows = await service.database.query<Place & { id: string }>(
        'test-places',
        `select id, path, kind, region_code as "regionCode" from organisation where status = 'ACTIVE' and (cardinality(path) = 1 or not is_template)`,
      );
      const places = new Map(rows.map((row) => [row.id, row]));
      const posts = await service.database.query<Place & { id: string }>(
        'test-post-places',
        `select id, path, kind, region_code as "regionCode" from organisation where id = any($1)`,
        [viewer.posts.map((post) => post.organisationId)],
      );
      const placed = placeViewer(viewer, new Map(posts.map((row) => [row.id, row])));
      const expected = [...places.values()]
        .filter((place) => may(placed, 'readReadiness', place))
        .map(({ id }) => id)
        .toSorted();

      const listed: string[] = [];
      for (let after: string | null = null; ;) {
        const { data, errors } = await service.ask(
          `query ($after: String) { readinessList(filter: { rootsOnly: false }, first: 100, after: $after) { edges { node { id readiness { metCount } } } pageInfo { hasNextPage endCursor } } }`,
          { after },
          viewer,
        );
        expect(errors).toBeUndefined();
        const { edges, pageInfo } = data!.readinessList;
        for (const { node } of edges) {
          expect([node.id, node.readiness !== null]).toEqual([node.id, true]);
          listed.push(node.id);
        }
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(listed.toSorted()).toEqual(expected);
    },
  );
});

describe('the list by readiness', () => {
  const list = async (filter: object | null, first = 20) => {
    const { data, statements } = await service.ask(
      `query ($filter: ReadinessFilter, $first: Int!) { readinessList(filter: $filter, first: $first) {
         edges { node { id name isConnected isUsed viewerCanRecordVisit readiness { metCount obstacle unitsComplete unitsTotal items { finding declaration { number evidence { url } by { id } } } visits { id } } } }
       } }`,
      { filter, first },
      desk(),
    );
    return {
      ids: data!.readinessList.edges.map(({ node }: any) => node.id),
      edges: data!.readinessList.edges,
      statements,
    };
  };

  test('begins with those that lack most, and can be narrowed', async () => {
    await settled(service, ['city-admin', 'AGENCY_ADMIN', city], ['p', 'AGENCY_ADMIN', otherCity]);
    await declareDecree(city, cityAdmin());
    const filter = { kinds: ['CITY'], provinceCode: '13' };
    const { ids, edges } = await list(filter);
    expect(edges.map(({ node }: any) => node.readiness.metCount)).toEqual([0, 0, 0, 0, 0, 1, 2]);
    expect(ids.slice(-2)).toEqual([otherCity, city]);
    expect((await list({ ...filter, missing: 'DECREE' })).ids).not.toContain(city);
    expect((await list({ ...filter, missing: 'PROCEDURE' })).ids).toContain(city);
    expect((await list({ withinId: city })).ids).toEqual([city]);
    expect((await list({ withinId: city, rootsOnly: false })).ids).toContain(roads);
  });

  test('takes as many statements for a hundred as for one', async () => {
    await settled(service, ['city-admin', 'AGENCY_ADMIN', city]);
    await declareDecree(city, cityAdmin());
    const one = await list({ withinId: city }, 1);
    const many = await list({ kinds: ['CITY', 'REGENCY'] }, 100);
    expect(many.ids).toHaveLength(100);
    // Evidence and officers are asked for where there are declarations.
    expect(many.statements).toBeLessThanOrEqual(one.statements);
    expect(one.statements).toBeLessThanOrEqual(12);
  });
});

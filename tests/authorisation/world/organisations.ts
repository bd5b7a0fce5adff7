import type { OfficerName } from '../oracle/officers.ts';
import { OFFICERS } from '../oracle/officers.ts';
import { isRoot, PLACE_SUBJECTS, type PlaceSubject } from '../oracle/places.ts';
import { must, type Acts } from './acts.ts';
import type { Browser } from './browser.ts';
import { pdf } from './files.ts';
import { accountId, mailOf, type AccountName } from './people.ts';
import type { PlaceIds, Target } from './places.ts';
import { CATEGORY, HEAD_OF_UNSTAFFED_UNIT } from './reports.ts';

/** The desk gives it to the ministry while the world is made. */
export const CATEGORY_OF_THE_MINISTRY = 'sosial-dan-kesejahteraan.kartu-keluarga-sejahtera-kks';

/** Another organisation of the same kind for each: where it could move, into what it could merge. */
export const NEIGHBOUR: Record<PlaceSubject, PlaceSubject | Target | 'ministry of the desk'> = {
  city: 'other city',
  unit: 'sibling unit',
  'unit below': 'second unit below',
  'sibling unit': 'unit',
  'other city': 'city',
  "other city's unit": "other city's second unit",
  province: 'city',
  ministry: 'ministry of the desk',
};

/** Who stands in for an officer: an active one of the same government. */
export const SUBSTITUTES: Record<OfficerName, AccountName> = {
  'liaison officer of the unit': 'second admin of the unit',
  'field officer below the unit': 'field officer of the unit',
  'second admin of the city': 'liaison officer of the sibling unit',
  'second admin of the unit': 'field officer of the unit',
  "liaison officer of the other city's unit": 'head of the other city',
  'head of the ministry': 'second admin of the ministry',
  'officer of two cities': 'field officer of the unit',
  'national admin': 'analyst of the desk',
  'suspended liaison officer': 'field officer of the unit',
};

/** What attempts need of an organisation or an officer. */
export interface OrganisationFacts {
  scheduledChange: Record<PlaceSubject, string>;
  unitsFile: Record<PlaceSubject, { csv: string; contentHash: string }>;
  firstPost: Record<OfficerName, string>;
  delegation: Partial<Record<OfficerName, string>>;
}

export interface OrganisationActors {
  desk: Browser;
  ombudsman: Browser;
  /** By subject somebody who may speak for it. */
  speaker: Record<PlaceSubject, Browser>;
}

/** Gives each organisation something to hide: changes, a head with an address, a checklist, visits, a map, closing days. */
export async function furnishOrganisations(
  { desk, ombudsman, speaker }: OrganisationActors,
  places: PlaceIds,
): Promise<OrganisationFacts> {
  const facts: OrganisationFacts = {
    scheduledChange: {},
    unitsFile: {},
    firstPost: {},
    delegation: {},
  } as OrganisationFacts;
  for (const place of [...PLACE_SUBJECTS, 'unstaffed unit'] as const) {
    await must(desk, 'updateOrganisation', {
      organisationId: places[place],
      phone: '0751 123456',
      headName: `Kepala ${place}`,
      headEmail:
        place === 'unstaffed unit' ? HEAD_OF_UNSTAFFED_UNIT : mailOf(`kepala ${place}` as AccountName),
      headAddress: `Jalan ${place} 1`,
    });
  }
  for (const place of PLACE_SUBJECTS) {
    const organisationId = places[place];
    const scheduled = await must(
      desk,
      'renameOrganisation',
      { organisationId, name: `Nama baru ${place}`, effectiveOn: '2027-02-01', reason: 'Peraturan baru.' },
      'change { id }',
    );
    facts.scheduledChange[place] = scheduled.change.id;
    await must(speaker[place], 'declareReadiness', {
      organisationId,
      kind: 'PROCEDURE',
      number: '1/2026',
      note: 'Ada.',
    });
    await must(speaker[place], 'noteObstacle', { organisationId, obstacle: 'Belum ada anggaran.' });
    await must(ombudsman, 'recordGuidanceVisit', {
      organisationId,
      visitedOn: '2026-11-10',
      topics: 'Kesiapan unit.',
    });
    if (isRoot(place))
      await must(desk, 'setClosingDays', {
        organisationId,
        year: 2027,
        days: [{ date: '2027-03-01', name: 'Hari jadi', decree: '1/2026' }],
      });
  }
  await declareDecree(speaker.unit, places.unit);
  await must(speaker.city, 'setCategoryRoute', {
    categoryId: CATEGORY,
    governmentId: places.city,
    unitId: places.unit,
    reason: 'Pilihan kota.',
  });
  await must(desk, 'setCategoryRoute', {
    categoryId: CATEGORY,
    usualLevel: 'REGENCY',
    unitKey: 'dpupr',
    reason: 'Peta nasional.',
  });
  await must(desk, 'setCategoryRoute', {
    categoryId: CATEGORY_OF_THE_MINISTRY,
    usualLevel: 'NATIONAL',
    nationalOrganisationId: places.ministry,
    reason: 'Peta nasional.',
  });
  for (const place of PLACE_SUBJECTS) facts.unitsFile[place] = await previewUnits(desk, places[place]);
  return facts;
}

async function declareDecree(by: Browser, organisationId: string) {
  const { status, body } = await by.upload(`/files/evidence/${organisationId}`, {
    name: 'sk.pdf',
    content: pdf(),
  });
  if (status !== 201) throw new Error(`No evidence: ${status} ${JSON.stringify(body)}`);
  await must(by, 'declareReadiness', {
    organisationId,
    kind: 'DECREE',
    number: '7/2026',
    date: '2026-01-07',
    evidenceIds: [body.id],
  });
}

/** The units as they are and one more. */
async function previewUnits(desk: Acts, organisationId: string) {
  const asked = await desk.graph('query ($id: ID!) { organisation(id: $id) { unitsCsv } }', {
    id: organisationId,
  });
  const text: string = asked.data!.organisation.unitsCsv;
  const columns = text
    .split(/\r?\n/)[0]!
    .split(',')
    .map((name) => name.replaceAll(/["\uFEFF]/g, ''));
  const row = columns.map((name) => ({ name: 'Satuan dari berkas', kind: 'OPD' })[name] ?? '');
  const csv = `${text.trimEnd()}\r\n${row.join(',')}\r\n`;
  const previewed = await desk.graph(
    'query ($input: UnitsInput!) { previewUnits(input: $input) { contentHash faults { line field code message } } }',
    { input: { organisationId, csv } },
  );
  const preview = previewed.data?.previewUnits;
  if (!preview || preview.faults.length > 0)
    throw new Error(
      `The file of ${organisationId} cannot be imported: ${JSON.stringify(preview ?? previewed.errors)}`,
    );
  return { csv, contentHash: preview.contentHash as string };
}

/** Something to hide about officers: a post that will be, a link that nobody has used yet. */
async function giveThemSomethingToHide(desk: Acts, places: PlaceIds): Promise<void> {
  await must(desk, 'grantPost', {
    officerId: accountId('field officer below the unit'),
    organisationId: places['unit below'],
    role: 'LIAISON_OFFICER',
    from: '2027-02-01',
  });
  await must(desk, 'inviteOfficerAgain', { officerId: accountId('second admin of the unit') });
}

/** Ids of the posts, and a delegation that is still to come for each officer who can have one. */
export async function furnishOfficers(desk: Acts, facts: OrganisationFacts, places: PlaceIds): Promise<void> {
  await giveThemSomethingToHide(desk, places);
  for (const name of Object.keys(OFFICERS) as OfficerName[]) {
    const asked = await desk.graph(
      'query ($id: ID!) { officer(id: $id) { posts { id role organisation { id } } } }',
      { id: accountId(name) },
    );
    const { role } = OFFICERS[name].posts[0]!;
    const post = asked.data?.officer?.posts.find((held: { role: string }) => held.role === role);
    if (!post) throw new Error(`${name} has no post: ${JSON.stringify(asked)}`);
    facts.firstPost[name] = post.id;
    if (OFFICERS[name].isSuspended) continue;
    const { officer } = await must(
      desk,
      'delegatePost',
      {
        postId: post.id,
        substituteId: accountId(SUBSTITUTES[name]),
        from: '2027-03-01',
        until: '2027-03-10',
      },
      'officer { delegations { id from } }',
    );
    facts.delegation[name] = officer.delegations.find(
      ({ from }: { from: string }) => from === '2027-03-01',
    ).id;
  }
}

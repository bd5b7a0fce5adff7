import { expect } from 'vitest';
import { type Harness, eventsOf, officer, withOfficers, withReferenceData } from './harness.ts';

/** The city whose tree the tests change. */
export const padang = 'pemkot-13-71';
export const admin = officer('admin', ['AGENCY_ADMIN', padang]);
export const desk = officer('desk', ['NATIONAL_ADMIN', 'kemenpanrb']);
/** Why, as every change says it. */
export const reason = 'Perda 5/2026';

const change = `change { id kind state effectiveOn recordedAt reason decree failure by { id } facts { field before after } }`;
const result = `__typename
  ... on OrganisationChanged { organisation { id name acronym status path: ancestors { id } parent { id } retiredOn unitKeys successors { id } } ${change} }
  ... on UserError { code message } ... on InvalidInput { fields { path code } }`;

/** The whole tree with the officers who may change it; nothing is told yet. */
export async function withTreeOfficers(): Promise<Harness> {
  const service = await withReferenceData();
  await withOfficers(
    service,
    ['admin', 'AGENCY_ADMIN', padang],
    ['desk', 'NATIONAL_ADMIN', 'kemenpanrb'],
    ['liaison', 'LIAISON_OFFICER', 'opd-13-71-damkar'],
    ['disdik', 'LIAISON_OFFICER', 'opd-13-71-disdik'],
  );
  await service.database.query('no-events', 'truncate event, event_delivery');
  return service;
}

/** What tests of the tree do and look at. */
export function treeOf(service: Harness) {
  async function mutate(name: string, input: object, viewer = admin) {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await service.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${result} } }`,
      { input },
      viewer,
    );
    expect(errors).toBeUndefined();
    return data![name];
  }

  return {
    mutate,
    async create(name: string, parentId = padang, more: object = {}) {
      const made = await mutate('createOrganisation', { parentId, kind: 'OPD', name, reason, ...more });
      expect(made).toMatchObject({ __typename: 'OrganisationChanged' });
      return made.organisation.id as string;
    },
    async row(id: string) {
      const [found] = await service.database.query<Record<string, any>>(
        'test-row',
        `select name, acronym, status, parent_id, path, government_id, unit_keys, successor_ids, retired_on, version, origin, name_words
         from organisation where id = $1`,
        [id],
      );
      return found!;
    },
    async historyOf(id: string, viewer = admin) {
      const { data } = await service.ask(
        `query ($id: ID!) { organisation(id: $id) { changes(first: 100) { edges { node { kind state reason decree effectiveOn by { id } facts { field before after } } } } } }`,
        { id },
        viewer,
      );
      return (data?.organisation.changes?.edges ?? null)?.map(({ node }: any) => node);
    },
    auditOf: (organisationId: string) =>
      service.database.query<Record<string, any>>(
        'test-audit-of',
        'select action, actor_kind, actor_id, facts from audit_entry where organisation_id = $1 order by id desc',
        [organisationId],
      ),
    toldOf: async (id: string) =>
      (await eventsOf(service.database, 'organisation.changed')).filter(({ stream }) => stream === id),
  };
}

import { PERSON_NAMES, type PersonName } from '../../authorisation/oracle/people.ts';
import { each } from '../../authorisation/matrix/each.ts';
import { api } from '../../authorisation/schema/read-api.ts';
import { selectAll, selectParts } from '../../authorisation/schema/select.ts';
import type { World } from '../../authorisation/world/start.ts';
import type { As } from './listening.ts';
import type { Subject } from './subject.ts';

const AT_A_TIME = 8;
const NODES =
  '{ edges { node { id number title text placeText reporterLabel attachments { fileName url thumbnailUrl } } } }';
const BUCKETS = ['TO_VERIFY', 'NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN', 'DONE', 'OVERDUE'];

/** Every list in which a report or a trace of it may stand, searched by its words too. */
export const lists = (subject: Subject, inbox: string): readonly string[] => [
  `{ publicReports(first: 20) ${NODES} myReports(first: 20) ${NODES} heldReports(first: 20) ${NODES} verificationQueue(first: 20) ${NODES} }`,
  `{ stoodInReports(first: 20) ${NODES} similarReports(categoryId: "kependudukan.ktp-kartu-tanda-penduduk", regionCode: "13.71.09", first: 20) { number title }
     publicStatistics { ${selectAll(api, 'PublicStatistics')} } nationalOverview { ${selectAll(api, 'NationalOverview')} } }`,
  `{ publicReports(first: 10, filter: { search: "${subject.content.narrative}" }) ${NODES} reportFacets(filter: { search: "${subject.person.name}" }) { ${selectAll(api, 'ReportFacets')} } }`,
  `{ ${BUCKETS.map((bucket) => `${bucket}: inbox(bucket: ${bucket}, organisationId: "${inbox}", first: 20) { edges { node { number title text } } }`).join(' ')} }`,
  `{ reportAuditEntries(filter: { reportNumber: "${subject.number}" }, first: 100) { ${selectAll(api, 'ReportAuditEntryConnection')} } }`,
  `{ auditEntries(first: 50) { ${selectAll(api, 'AuditEntryConnection')} } mentions(first: 20) { edges { node { note { text } } } } myWorkOrders(first: 20) { edges { node { ${selectAll(api, 'WorkOrder')} } } } }`,
  `{ organisation(id: "${inbox}") { unitsCsv } moderationLog(first: 20) { ${selectAll(api, 'ModerationLogEntryConnection')} } }`,
];

/** Grants by which somebody without a post comes to a report. */
export type Grants = (name: PersonName, subject: Subject) => Record<string, string>;

/** Everybody asks for every field of every report and of every list, and for every file. */
export async function everybodyLooks(
  world: World,
  as: As,
  subjects: readonly Subject[],
  grants: Grants,
): Promise<void> {
  const parts = selectParts(api, 'Report');
  const files = await world.sql<{ id: string; report_id: string }>(
    'select id, report_id from reports.attachment where report_id = any($1)',
    [subjects.map(({ id }) => id)],
  );
  const turns = new Map<PersonName, number>();
  const pairs = PERSON_NAMES.flatMap((name) => subjects.map((subject) => ({ name, subject })));
  await each(pairs, AT_A_TIME, async ({ name, subject }) => {
    const browsers = world.credentials.get(name) ?? [world.open()];
    const next = () => {
      const turn = (turns.get(name) ?? 0) + 1;
      turns.set(name, turn);
      return browsers[turn % browsers.length]!;
    };
    const grant = grants(name, subject);
    const ask = async (query: string) => {
      const { status, errors } = await as(name, () => next().graph(query, {}, grant));
      // A question that nobody may ask would show nothing.
      if (status === 400) throw new Error(`${name} may not ask ${query.slice(0, 80)}: ${errors[0]?.message}`);
    };
    for (const part of parts) await ask(`{ report(number: "${subject.number}") { ${part} } }`);
    for (const query of lists(subject, world.places.unit)) await ask(query);
    for (const { id } of files.filter(({ report_id: of }) => of === subject.id)) {
      const visitor = next().copy();
      Object.assign(visitor.credentials, grant);
      await as(name, () => visitor.send('GET', `/files/${id}`));
    }
  });
}

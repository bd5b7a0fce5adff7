import type { DeliveredEvent } from '@lapor/events';
import { receiveEvents } from '@lapor/events';
import type { PostRole, Viewer } from '@lapor/viewer';
import { receiveAccounts, seedOfficers } from '../src/modules/officer/index.ts';
import { receiveUse } from '../src/modules/adoption/index.ts';
import { type Harness, eventsOf, officer } from './harness.ts';

/** The demo's neighbourhood: a city with two units, another city, a province, a ministry. */
export const city = 'pemkot-13-71';
export const roads = 'opd-13-71-dpupr';
export const environment = 'opd-13-71-dlh';
export const otherCity = 'pemkot-13-77';
export const otherUnit = 'opd-13-77-diskominfo';
export const province = 'pemprov-13';
export const ministry = 'kemensos';

export const cityAdmin = (): Viewer => officer('city-admin', ['AGENCY_ADMIN', city]);
export const desk = (): Viewer => officer('desk', ['NATIONAL_ADMIN', 'kemenpanrb']);

/** Lets nobody be there, and nothing be declared. The audit log stays: it cannot be emptied. */
export async function forgetPeople({ database }: Pick<Harness, 'database'>): Promise<void> {
  await database.query(
    'test-forget-people',
    'truncate officer, post, invitation, delegation, readiness_declaration, evidence_file, obstacle, guidance_visit, last_used, adoption_snapshot, remembered_request, event, event_delivery, inbox',
  );
  await database.query('test-forget-boundary', `update post_boundary set applied_until = '1970-01-01'`);
  await database.query(
    'test-forget-flags',
    `update organisation set is_staffed = false, has_admin = false, has_liaison = false, has_admin_within = false, has_liaison_within = false,
       has_received_reports = false
     where is_staffed or has_admin or has_liaison or has_admin_within or has_liaison_within or has_received_reports`,
  );
}

/** Officers with accounts, each at one post. */
export async function settled(
  service: Pick<Harness, 'database' | 'clock'>,
  ...posts: [id: string, role: PostRole, organisationId: string][]
): Promise<void> {
  await seedOfficers(
    service,
    posts.map(([id, role, organisationId]) => ({
      id,
      name: `Name of ${id}`,
      email: `${id}@contoh.go.id`,
      posts: [{ role, organisationId }],
    })),
  );
}

/** 09.40 WIB. */
export const MORNING = '2026-11-20T02:40:00Z';

/** Somebody to invite: an officer of the road unit. */
export const rina = {
  name: 'Rina Oktavia',
  email: 'Rina@Padang.go.id ',
  organisationId: roads,
  role: 'LIAISON_OFFICER',
};

/** What `identity` was told of invitations. */
export const invitationsTold = async ({ database }: Pick<Harness, 'database'>) =>
  (await eventsOf(database, 'officer.invited')).map(({ payload }) => payload);

/** Begins a test on the morning of 20 November 2026: the city has its admin, and nobody else is there. */
export async function beginMorning(service: Harness): Promise<void> {
  service.clock.set(MORNING);
  await forgetPeople(service);
  await settled(service, ['city-admin', 'AGENCY_ADMIN', city]);
}

const ofOfficers =
  '... on OfficerChanged { officer { id name email accountState posts { id role from until organisation { id } } comingPosts { id role from until organisation { id } } } }';
const ofReadiness = '... on ReadinessChanged { organisation { id } }';
const ofReadinessMutations = [
  'declareReadiness',
  'withdrawDeclaration',
  'noteObstacle',
  'recordGuidanceVisit',
];

/** Runs a mutation; answers the member of its result. */
export async function change(
  service: Pick<Harness, 'ask'>,
  mutation: string,
  input: Record<string, unknown>,
  viewer: Viewer,
): Promise<Record<string, any>> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const inputType = ['InviteOfficerAgainInput', 'ReinstateOfficerInput'].includes(type)
    ? 'OfficerInput'
    : type;
  const done = ofReadinessMutations.includes(mutation) ? ofReadiness : ofOfficers;
  const { data, errors } = await service.ask(
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) {
       __typename ${done} ... on InvalidInput { fields { path code } } ... on UserError { code }
     } }`,
    { input },
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data![mutation];
}

/** The same, where it must succeed. */
export async function changed(...args: Parameters<typeof change>): Promise<Record<string, any>> {
  const result = await change(...args);
  if (!result.__typename.endsWith('Changed')) throw new Error(`${args[1]}: ${JSON.stringify(result)}`);
  return result.officer ?? result.organisation;
}

/** Id of the one running or coming post of an officer at a place. */
export async function postIdOf(
  { database }: Pick<Harness, 'database'>,
  officerId: string,
  organisationId: string,
): Promise<string> {
  const rows = await database.query<{ id: string }>(
    'test-post-id',
    'select id from post where officer_id = $1 and organisation_id = $2 and (ends_at is null or ends_at > starts_at) order by starts_at desc limit 1',
    [officerId, organisationId],
  );
  return rows[0]!.id;
}

let eventId = 0;

/** Events of another service, as delivery brings them; answers what became of them. */
export function receive(
  { database, clock }: Pick<Harness, 'database' | 'clock'>,
  type: 'account.changed' | 'report.transitioned',
  ...payloads: Record<string, unknown>[]
) {
  const events = payloads.map((payload): DeliveredEvent => ({
    id: (eventId += 1),
    type,
    stream: String(payload.officerId ?? payload.reportId),
    payload,
    occurredAt: clock.now().toISOString(),
  }));
  return receiveEvents(
    database,
    type === 'account.changed' ? 'identity' : 'reports',
    events,
    {
      'account.changed': (em, changes) => receiveAccounts(em, changes, clock.now()),
      'report.transitioned': receiveUse,
    },
    () => clock.now(),
  );
}

/** Identity tells how an account stands. */
export const account = (
  service: Pick<Harness, 'database' | 'clock'>,
  officerId: string,
  told: {
    state?: 'INVITED' | 'ACTIVE' | 'SUSPENDED';
    hasSecondFactor?: boolean;
    lastSignedInOn?: string | null;
  } = {},
) =>
  receive(service, 'account.changed', {
    officerId,
    state: 'ACTIVE',
    hasSecondFactor: true,
    lastSignedInOn: null,
    at: service.clock.now().toISOString(),
    ...told,
  });

export async function staffed({ database }: Pick<Harness, 'database'>, ...ids: string[]): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'test-staffed',
    'select id from organisation where id = any($1) and is_staffed order by id',
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** What identity was told of an officer last. */
export async function toldPosts({ database }: Pick<Harness, 'database'>, officerId: string) {
  const events = await eventsOf(database, 'officer.posts-changed');
  return events.findLast(({ stream }) => stream === officerId)?.payload;
}

/** The newest entry of the audit log for an action. */
export async function auditOf({ database }: Pick<Harness, 'database'>, action: string) {
  const [row] = await database.query<Record<string, any>>(
    'test-audit',
    'select at, actor_kind, actor_id, officer_id, organisation_id, facts, places from audit_entry where action = $1 order by id desc limit 1',
    [action],
  );
  return row;
}

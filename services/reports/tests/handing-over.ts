import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { startHttp, type Http } from './files.ts';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { growTree, type Tree } from './organisations.ts';
import { must, REPORTER } from './situations.ts';

export const text = 'Alasan yang cukup panjang.';
export const desk = actor.nationalAdmin();
const OPEN = `mutation ($input: OpenHandOverInput!) { openHandOver(input: $input) { __typename
  ... on HandOverOpened { grant report { id text number viewerCanAnswer viewerCanDispose viewerCanRevealIdentity viewerIsReporter viewerAnswersByHandOver } handOver { id state organisation { id } } }
  ... on UserError { code } } }`;

/**
 * A service whose reports go to a unit that nobody staffs; for each test a city of its own, in which somebody works, with the unit
 * below it.
 */
export function handingOver() {
  let harness: Harness;
  let http: Http;
  let tree: Tree;
  let city: string;
  let unit: string;
  let count = 0;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
    tree = growTree(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    city = `gugus-${++count}`;
    unit = `${city}-unit`;
    await tree.add(city, null);
    await tree.add(unit, city, { isStaffed: false });
  });
  const settle = async () => {
    while ((await harness.service.settle()) > 0);
  };
  async function disposed(lead = unit, overrides: Record<string, unknown> = {}, filed = {}) {
    const report = await file(harness, actor.citizen(REPORTER), filed);
    await must(
      harness,
      desk,
      'verifyReport',
      verification(report.id, { leadOrganisationId: lead, ...overrides }),
    );
    return report;
  }
  const ask = (viewer: Viewer, number: string) =>
    harness
      .ask(
        viewer,
        `{ report(number: "${number}") { state viewerCanAnswer viewerCanDispose viewerCanReturn viewerCanHandOver
           assignments { organisation { id } isHandedOver standIn { id } }
           handOvers { id state organisation { id } standIn { id } sentAt openedAt answeredAt endedAt letterNeeded isOpen expiresAt }
           history { kind actorKind organisation { id } toOrganisation { id } reasonCode text } } }`,
      )
      .then(({ report }) => report);
  const handOverOf = async (reportId: string, organisationId = unit) =>
    harness.row<{ id: string; assignment_id: string; end_reason: string | null }>(
      'select * from hand_over where report_id = $1 and organisation_id = $2 order by handed_over_at desc, id desc limit 1',
      reportId,
      organisationId,
    );
  const linkOf = async (reportId: string, organisationId = unit) => {
    const { id } = await handOverOf(reportId, organisationId);
    const link = await harness.service.linkOfHandOver(id);
    return link?.path.split('#')[1] ?? null;
  };
  const open = async (token: string, viewer: Viewer = actor.public) =>
    (await harness.ask(viewer, OPEN, { input: { token } })).openHandOver;
  /** Who opened the link, as the gateway would build the viewer. */
  const holderOf = async (reportId: string, organisationId = unit): Promise<Viewer> => {
    const { grant } = await open((await linkOf(reportId, organisationId))!);
    const verified = await harness.deps.tokens.verifyHandOverGrant(grant);
    return { ...actor.public, handOverGrants: [verified!] };
  };
  const answer = (viewer: Viewer, reportId: string, kind = 'ACKNOWLEDGEMENT', more = {}) =>
    change(harness, viewer, 'answerReport', { reportId, kind, text, ...more });
  const notifications = async () =>
    (await harness.events('notification.requested')).map(({ payload }) => payload);
  let noted = 5_000;
  const carried = (outcome: string, handOverId: string) =>
    harness.service.receiveEvents('channels', [
      {
        id: ++noted,
        stream: handOverId,
        type: 'notification.ended',
        occurredAt: harness.clock.now().toISOString(),
        payload: {
          notificationId: 'n',
          handOverId,
          outcome,
          at: harness.clock.now().toISOString(),
        },
      },
    ]);

  return {
    get harness() {
      return harness;
    },
    get http() {
      return http;
    },
    get tree() {
      return tree;
    },
    get city() {
      return city;
    },
    get unit() {
      return unit;
    },
    settle,
    disposed,
    ask,
    handOverOf,
    linkOf,
    open,
    holderOf,
    answer,
    notifications,
    carried,
  };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, submission, type Harness } from './harness.ts';
import { answer, dispose, LEAD, REPORTER } from './situations.ts';

/** What the lists and the page of a report ask for, and more. */
const CARD = `id number kind state title text placeText submittedAt isAnonymous reporterLabel supportCount viewerHasSupported viewerCanSupport
  category { id name path parent { id name } } region { code } handler { id } attachments { id thumbnailUrl width height }`;
const PAGE = `id number title text state kind class submittedAt isAnonymous isConfidential isPublished reporterLabel placeText occurredOn supportCount
  viewerIsReporter viewerCanRate viewerCanAppeal viewerCanCompleteData viewerCanConfirm viewerCanDispute viewerCanReply missingData archiveCode rating
  region { code } category { id path } handler { id } closesAutomaticallyAt viewerHasSupported viewerCanSupport
  assignments { role organisation { id } } attachments { id fileName url thumbnailUrl }
  history { id kind at actorKind text reasonCode promisedOn organisation { id } toOrganisation { id } attachments { id url } } identityReveals { at reason }`;

describe('statements sent to the database', () => {
  let harness: Harness;
  let sent: string[] = [];
  let original: unknown;
  let Client: { prototype: { query: (...args: unknown[]) => unknown } };
  let ids: { id: string; number: string }[];

  beforeAll(async () => {
    harness = await startHarness();
    ids = [];
    for (let index = 0; index < 30; index++) {
      const report = await file(harness, actor.citizen(REPORTER), { title: `Jalan rusak nomor ${index}` });
      await dispose(harness, report.id);
      if (index % 2) await answer(harness, report.id, 'PLAN');
      ids.push(report);
    }
    // Every statement of this process goes through the driver's client, the ORM's too.
    ({ Client } = harness.deps.database.pool as unknown as { Client: typeof Client });
    original = Client.prototype.query;
    const query = Client.prototype.query;
    Client.prototype.query = function (this: unknown, ...args: unknown[]) {
      const [first] = args as [string | { text?: string }];
      sent.push((typeof first === 'string' ? first : (first.text ?? '')).replace(/\s+/g, ' ').slice(0, 70));
      return query.apply(this, args);
    };
  });
  afterAll(async () => {
    Client.prototype.query = original as typeof Client.prototype.query;
    await harness[Symbol.asyncDispose]();
  });

  async function count(viewer: Viewer, document: string, variables?: Record<string, unknown>) {
    // The first time a connection is made and a session prepared.
    await harness.ask(viewer, document, variables);
    sent = [];
    await harness.ask(viewer, document, variables);
    return sent.length;
  }
  const citizen = { ...actor.citizen(REPORTER), source: 's' };

  it('sees the ORM’s statements and the named ones', async () => {
    sent = [];
    await file(harness);
    await answer(harness, ids[0]!.id, 'OBSTACLE');
    expect(
      sent.some((text) => /^begin/i.test(text)) && sent.some((text) => text.startsWith('with earlier')),
    ).toBe(true);
  });

  it.each([
    [
      'the feed',
      actor.public,
      (first: number) =>
        `{ publicReports(first: ${first}) { edges { cursor node { ${CARD} } } pageInfo { hasNextPage endCursor } } }`,
      4,
    ],
    [
      'a search with every filter and facets',
      actor.public,
      (first: number) =>
        `{ publicReports(first: ${first}, sort: RELEVANCE, filter: { search: "jalan rusak nomor", categoryId: "pekerjaan-umum-dan-penataan-ruang",
             regionCode: "13", organisationId: "pemkot-13-71", states: [DISPOSED, IN_PROGRESS], kinds: [COMPLAINT], from: "2026-01-01" })
             { edges { node { ${CARD} } } }
           reportFacets(filter: { search: "jalan" }) { states { count } categories { category { name } } regions { region { code } } } }`,
      9,
    ],
    [
      'the feed of somebody who supports',
      citizen,
      (first: number) => `{ publicReports(first: ${first}) { edges { node { ${CARD} } } } }`,
      5,
    ],
    [
      'the feed of somebody who follows',
      citizen,
      (first: number) => `{ publicReports(first: ${first}) { edges { node { id title viewerFollows } } } }`,
      2,
    ],
    [
      'what an officer sent and can take back',
      actor.officer('LIAISON_OFFICER', LEAD),
      () => `{ viewerPendingChanges { requestKey operation state text report { ${CARD} } } }`,
      5,
    ],
    [
      'answers that wait for approval',
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      (first: number) =>
        `{ answersToApprove(organisationId: "pemkot-13-71", first: ${first}) { edges { node { id text report { ${CARD} } } } } }`,
      5,
    ],
    [
      'the own reports',
      citizen,
      (first: number) => `{ myReports(first: ${first}) { edges { node { ${CARD} } } } }`,
      5,
    ],
    [
      'an inbox',
      actor.officer('LIAISON_OFFICER', LEAD),
      (first: number) =>
        `{ inbox(bucket: NEW, first: ${first}) { edges { node { ${CARD} } } } inboxCounters { new overdue } }`,
      6,
    ],
    [
      'the queue',
      actor.nationalAdmin(),
      (first: number) =>
        `{ verificationQueueCount verificationQueue(first: ${first}) { edges { node { ${CARD} } } } }`,
      6,
    ],
  ])('are as many for %s of 2 as of 20 reports', async (_what, viewer, document, most) => {
    const [few, many] = [await count(viewer, document(2)), await count(viewer, document(20))];
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(most);
  });

  it.each([
    ['anybody', { ...actor.public, source: 's' }],
    ['its reporter', citizen],
    ['an officer', actor.officer('LIAISON_OFFICER', LEAD)],
  ])('are at most 5 for a report as %s reads it', async (_who, viewer) => {
    expect(await count(viewer, `{ report(number: "${ids[1]!.number}") { ${PAGE} } }`)).toBeLessThanOrEqual(5);
  });

  it('are two for a submission', async () => {
    const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }`;
    await harness.ask(citizen, SUBMIT, { input: submission() });
    sent = [];
    await harness.ask(citizen, SUBMIT, { input: submission() });
    // What is known before, and the report with all that belongs to it: the promise is two round trips (promises.md).
    expect(sent.map((text) => text.slice(0, 13))).toEqual(['with earlier ', 'with filed as']);
  });

  it('are a fixed number for each change, however long the history', async () => {
    const { id } = ids[0]!;
    const change = async () => {
      sent = [];
      await answer(harness, id, 'OBSTACLE');
      return sent.length;
    };
    await change();
    const short = await change();
    for (let entry = 0; entry < 20; entry++) await change();
    expect(await change()).toBe(short);
    // An answer asks whether it has to be approved, and takes its draft away.
    expect(short).toBeLessThanOrEqual(12);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, must, reportIn, REPORTER } from './situations.ts';

const DAY = 86_400_000;
const citizen = actor.citizen('pengikut-rahasia');

describe('following', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    harness.service.connect({
      sla: async () => ({ failed: [] }),
      channels: async () => ({ failed: [] }),
      organisations: async () => ({ failed: [] }),
    });
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const ask = async (viewer: Viewer, mutation: string, input: Record<string, unknown>) => {
    const type = /^unfollowReport$/.test(mutation)
      ? 'FollowReportInput'
      : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { result } = await harness.ask(
      viewer,
      `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ${
        mutation.startsWith('un')
          ? '... on Unfollowed { id }'
          : '... on Followed { follow { id report { id } region { code } category { id } } } ... on InvalidInput { fields { path code } }'
      } } }`,
      { input },
    );
    return result;
  };
  const list = async (viewer: Viewer) =>
    (await harness.ask(viewer, `{ myFollowing { id report { id } region { code } category { id } } }`))
      .myFollowing;
  const told = async (template: string) =>
    (await harness.events('notification.requested'))
      .map(({ payload }) => payload)
      .filter((payload) => payload.template === template);

  it('is told of each report, and to nobody but who follows', async () => {
    const { id, number } = await reportIn(harness, 'DISPOSED', 'open');
    const follows = async (viewer: Viewer): Promise<boolean> =>
      (await harness.ask(viewer, `{ report(number: "${number}") { viewerFollows } }`)).report.viewerFollows;
    const who = actor.citizen('akun-yang-mengikuti');
    expect(await follows(who)).toBe(false);
    await ask(who, 'followReport', { reportId: id });
    expect(await follows(who)).toBe(true);
    for (const viewer of [
      actor.public,
      actor.citizen('akun-lain-lagi'),
      actor.citizen(REPORTER),
      actor.withGrant(id),
      actor.nationalAdmin(),
      { ...who, apiKey: { id: 'kunci', scopes: ['graph:read' as const] } },
    ])
      expect(await follows(viewer)).toBe(false);
    await ask(who, 'unfollowReport', { reportId: id });
    expect(await follows(who)).toBe(false);
  });

  it('is for citizens with an account, of what everybody reads, and not of the own report', async () => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open');
    for (const viewer of [actor.public, actor.withGrant(id), actor.nationalAdmin(), actor.citizen(REPORTER)])
      expect(await ask(viewer, 'followReport', { reportId: id })).toEqual({ __typename: 'NotFound' });
    for (const viewer of [actor.public, actor.nationalAdmin()])
      expect(await ask(viewer, 'followArea', { regionCode: '13.71' })).toEqual({ __typename: 'NotFound' });
    for (const [situation, visibility] of [
      ['SUBMITTED', 'open'],
      ['WITHHELD', 'open'],
      ['DISPOSED', 'confidential'],
    ] as const) {
      const hidden = await reportIn(harness, situation, visibility);
      expect(await ask(citizen, 'followReport', { reportId: hidden.id })).toEqual({ __typename: 'NotFound' });
    }
    expect(await ask(citizen, 'followReport', { reportId: 'bukan' })).toMatchObject({
      __typename: 'InvalidInput',
    });
    expect(await list(actor.public)).toEqual([]);
  });

  it('counts once, is listed for its own account alone, and ends', async () => {
    const { id } = await reportIn(harness, 'DISPOSED', 'open');
    const first = await ask(citizen, 'followReport', { reportId: id });
    expect(await ask(citizen, 'followReport', { reportId: id })).toEqual(first);
    const area = await ask(citizen, 'followArea', { regionCode: '13.71' });
    expect(await ask(citizen, 'followArea', { regionCode: '13.71' })).toEqual(area);
    expect(await list(citizen)).toEqual(expect.arrayContaining([first.follow, area.follow]));
    expect(await list(citizen)).toHaveLength(2);
    expect(await list(actor.citizen('lain'))).toEqual([]);
    expect(await ask(actor.citizen('lain'), 'unfollow', { followId: area.follow.id })).toEqual({
      __typename: 'NotFound',
    });
    expect(await ask(citizen, 'unfollow', { followId: area.follow.id })).toEqual({
      __typename: 'Unfollowed',
      id: area.follow.id,
    });
    expect(await ask(citizen, 'unfollowReport', { reportId: id })).toMatchObject({
      __typename: 'Unfollowed',
    });
    expect(await ask(citizen, 'unfollowReport', { reportId: id })).toEqual({ __typename: 'NotFound' });
    expect(await list(citizen)).toEqual([]);
  });

  it.each([{ regionCode: '%' }, { regionCode: '13.7' }, { regionCode: '13', categoryId: 'tidak-ada' }])(
    'takes no area that is none (%#)',
    async (input) => {
      expect(await ask(citizen, 'followArea', input)).toMatchObject({ __typename: 'InvalidInput' });
    },
  );

  it('tells the public news of a report, each once, and nothing once it is not public', async () => {
    const { id, number } = await reportIn(harness, 'DISPOSED', 'open');
    const { follow } = await ask(citizen, 'followReport', { reportId: id });
    harness.clock.advance(1_000);
    await answer(harness, id, 'ACKNOWLEDGEMENT');
    await answer(harness, id, 'PLAN');
    await answer(harness, id, 'RESULT');
    await harness.service.settle();
    await harness.service.settle();
    expect(
      (await told('followed-report-changed')).map(({ recipient, facts }) => [
        recipient,
        facts.number,
        facts.kind,
      ]),
    ).toEqual(['PLANNED', 'RESULT'].map((kind) => [{ kind: 'FOLLOWER', followId: follow.id }, number, kind]));
    await must(harness, actor.nationalAdmin(), 'flagReport', {
      reportId: id,
      confidential: true,
      reason: 'Ada ancaman kepada pelapor.',
    });
    await answer(harness, id, 'OBSTACLE');
    await harness.service.settle();
    expect(await told('followed-report-changed')).toHaveLength(2);
    // Neither is it told who follows, nor shown any more.
    expect(await harness.service.contactOfFollower(follow.id)).toBeNull();
    expect((await list(citizen)).find(({ id: known }: any) => known === follow.id)).toMatchObject({
      report: null,
    });
    await ask(citizen, 'unfollow', { followId: follow.id });
  });

  it('tells of an area once a day, only when something was published, and how many', async () => {
    const { follow } = await ask(citizen, 'followArea', {
      regionCode: '13.71',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang',
    });
    const publish = async (
      overrides: Record<string, unknown> = {},
      decision: Record<string, unknown> = {},
    ) => {
      const { id } = await file(harness, actor.public, overrides);
      await dispose(harness, id, decision);
    };
    await harness.service.settle();
    expect(await told('followed-area-news')).toEqual([]);
    harness.clock.advance(DAY / 2);
    await publish();
    await publish();
    await publish({ regionCode: '13.77.01' });
    await publish({}, { categoryId: 'agama' });
    await reportIn(harness, 'DISPOSED', 'confidential');
    await harness.service.settle();
    expect(await told('followed-area-news')).toEqual([]);
    harness.clock.advance(DAY / 2);
    await harness.service.settle();
    const news = await told('followed-area-news');
    expect(news).toHaveLength(1);
    expect(news[0]).toMatchObject({
      recipient: { kind: 'FOLLOWER', followId: follow.id },
      facts: { count: '2', regionCode: '13.71', categoryName: expect.any(String) },
    });
    harness.clock.advance(DAY);
    await harness.service.settle();
    harness.clock.advance(DAY);
    await harness.service.settle();
    expect(await told('followed-area-news')).toHaveLength(1);
  });

  it('keeps the account sealed, gives it for sending alone, and lets it go with the account', async () => {
    const { follow } = await ask(citizen, 'followArea', { regionCode: '13' });
    const contact = await harness.service.contactOfFollower(follow.id);
    expect(contact).toEqual({
      accountId: 'pengikut-rahasia',
      facts: { unfollowToken: expect.stringMatching(/^[a-z2-7]{45}$/) },
    });
    for (const table of ['follow', 'event', 'audit'])
      expect(
        await harness.row(
          `select count(*)::int as found from ${table} t where t::text like '%pengikut-rahasia%' or t::text like '%' || encode('pengikut-rahasia', 'hex') || '%'`,
        ),
      ).toEqual({ found: 0 });
    expect(
      await harness.row(
        `select count(*)::int as read from audit where action = 'CONTACT_READ' and subject_id = $1`,
        follow.id,
      ),
    ).toEqual({ read: 1 });
    await harness.service.receiveEvents('identity', [
      {
        id: 1,
        stream: 'pengikut-rahasia',
        type: 'account.deleted',
        occurredAt: harness.clock.now().toISOString(),
        payload: { accountId: 'pengikut-rahasia', at: harness.clock.now().toISOString() },
      },
    ]);
    expect(await harness.row(`select count(*)::int as left_over from follow`)).toEqual({ left_over: 0 });
    expect(await harness.service.contactOfFollower(follow.id)).toBeNull();
  });
});

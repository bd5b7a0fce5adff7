import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { growTree } from './organisations.ts';
import { dispose, LEAD, must, REPORTER } from './situations.ts';

const desk = actor.nationalAdmin();
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const reporter = actor.citizen(REPORTER);
const BELOW = 'unit-bina-marga';

describe('an organisation that the reporter keeps out', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const filed = (excludedOrganisationIds: string[], overrides: Record<string, unknown> = {}) =>
    file(harness, reporter, { excludedOrganisationIds, ...overrides });
  const codes = (result: { fields?: { path: string; code: string }[] }) =>
    (result.fields ?? []).map(({ path, code }) => `${path} ${code}`);
  const reads = async (viewer: Viewer, number: string) =>
    (await harness.ask(viewer, 'query ($number: String!) { report(number: $number) { id } }', { number }))
      .report !== null;

  it('is given nothing, nor is what stands below it', async () => {
    const { id } = await filed([LEAD]);
    for (const [fields, path] of [
      [{ leadOrganisationId: LEAD }, 'input.leadOrganisationId'],
      [{ leadOrganisationId: BELOW }, 'input.leadOrganisationId'],
      [{ coHandlerIds: [BELOW] }, 'input.coHandlerIds.0'],
    ] as const)
      expect(codes(await change(harness, desk, 'verifyReport', verification(id, fields)))).toEqual([
        `${path} EXCLUDED`,
      ]);
    await must(harness, desk, 'verifyReport', verification(id));
    // Whom the reporter distrusts is not told to the city.
    const outside = ['input.organisationId OUTSIDE_AUTHORITY'];
    expect(
      codes(await change(harness, cityAdmin, 'disposeReport', { reportId: id, organisationId: LEAD })),
    ).toEqual(outside);
    expect(
      codes(await change(harness, cityAdmin, 'changeLead', { reportId: id, organisationId: BELOW })),
    ).toEqual(outside);
    expect(
      codes(await change(harness, cityAdmin, 'assignCoHandlers', { reportId: id, organisationIds: [LEAD] })),
    ).toEqual(['input.organisationIds.0 OUTSIDE_AUTHORITY']);
    await must(harness, cityAdmin, 'disposeReport', { reportId: id, organisationId: 'opd-13-71-dishub' });
  });

  it('has no eyes elsewhere: whoever holds a post there has none in this matter', async () => {
    const { id, number } = await filed([LEAD], { isConfidential: true });
    await must(harness, desk, 'verifyReport', verification(id));
    const both: Viewer = {
      ...cityAdmin,
      posts: [...cityAdmin.posts, { role: 'LIAISON_OFFICER', organisationId: LEAD }],
    };
    expect(await reads(cityAdmin, number)).toBe(true);
    expect(await reads(both, number)).toBe(false);
    expect(
      await change(harness, both, 'answerReport', {
        reportId: id,
        kind: 'RESULT',
        text: 'Sudah kami kerjakan.',
      }),
    ).toMatchObject({ __typename: 'NotFound' });
    expect(await reads(desk, number)).toBe(true);
  });

  it('inherits nothing when the unit that handles it is merged into it or moved below it', async () => {
    const tree = growTree(harness);
    await tree.add('kota', null);
    for (const id of ['lawan', 'satu', 'dua', 'tiga']) await tree.add(id, 'kota');
    const reports = [];
    for (const leadOrganisationId of ['satu', 'dua']) {
      const { id } = await filed(['lawan'], { isConfidential: true });
      await dispose(harness, id, { leadOrganisationId, coHandlerIds: ['tiga'] });
      reports.push(id);
    }
    await tree.merge(['satu'], 'lawan');
    await tree.move('dua', 'lawan');
    await harness.service.settle!();
    for (const id of reports)
      expect(
        await harness.row(
          `select state, desk_organisation_id as desk, (select count(*)::int from assignment where report_id = r.id and ended_at is null) as handlers,
             (select count(*)::int from inbox_entry where report_id = r.id) as inboxes from report r where id = $1`,
          id,
        ),
      ).toEqual({ state: 'SUBMITTED', desk: null, handlers: 0, inboxes: 0 });
  });
});

describe('a sensitive category', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it('goes to an agency only when the verifier says that the data support it', async () => {
    const { id: categoryId } = await harness.row(
      `select id from category where is_sensitive and status <> 'retired' and identity_requirement = 'NONE' order by id limit 1`,
    );
    const { category } = await harness.ask(
      actor.public,
      `{ category(id: "${categoryId}") { isSensitive needsSupportingData } }`,
    );
    expect(category).toEqual({ isSensitive: true, needsSupportingData: true });
    const { id } = await file(harness, reporter);
    const verify = (fields: Record<string, unknown>) =>
      change(harness, desk, 'verifyReport', verification(id, { categoryId, ...fields }));
    for (const supportingDataChecked of [undefined, null, false])
      expect((await verify({ supportingDataChecked })).fields).toEqual([
        { path: 'input.supportingDataChecked', code: 'SUPPORTING_DATA_MISSING' },
      ]);
    expect(await verify({ supportingDataChecked: true })).toMatchObject({ report: { state: 'DISPOSED' } });
  });
});

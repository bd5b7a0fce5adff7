import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyHistory } from '../src/index.ts';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { growTree, type Tree } from './organisations.ts';
import { must, REPORTER } from './situations.ts';

const text = 'Alasan yang cukup panjang.';
const desk = actor.nationalAdmin();
const SENSITIVE = 'politik-dan-hukum.penyalahgunaan-wewenang';

describe('a report whose organisation is changed', () => {
  let harness: Harness;
  let tree: Tree;
  /** Each test has a city of its own. */
  let city: string;
  let count = 0;
  beforeAll(async () => {
    harness = await startHarness();
    tree = growTree(harness);
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  beforeEach(async () => {
    city = `kota-${++count}`;
    await tree.add(city, null);
    for (const unit of ['a', 'b', 'c']) await tree.add(`${city}-${unit}`, city);
    await tree.add(`${city}-a-1`, `${city}-a`);
  });
  const unit = (name: string) => `${city}-${name}`;
  const settle = async () => {
    while ((await harness.service.settle()) > 0);
  };

  async function disposed(lead: string, overrides: Record<string, unknown> = {}, filed = {}) {
    const { id } = await file(harness, actor.citizen(REPORTER), filed);
    await must(harness, desk, 'verifyReport', verification(id, { leadOrganisationId: lead, ...overrides }));
    return id;
  }
  const standing = (id: string) =>
    harness.row(
      `select r.state, r.desk_organisation_id as desk, r.lead_organisation_id as lead, r.lead_path as path, r.return_count as returns, r.waits_for as waits,
         (select coalesce(jsonb_object_agg(organisation_id, role), '{}') from assignment where report_id = r.id and ended_at is null) as handlers,
         (select coalesce(array_agg(organisation_id || ' ' || bucket order by organisation_id), '{}') from inbox_entry where report_id = r.id) as inboxes
       from report r where id = $1`,
      id,
    );
  const entries = async (id: string, kind: string) =>
    harness.test.database.query<{ from: string; to: string; reason: string; actor: string }>(
      'entries',
      `select organisation_id as "from", to_organisation_id as "to", reason_code as reason, actor_kind as actor from history
       where report_id = $1 and kind = $2 order by sequence`,
      [id, kind],
    );

  it('goes to the successor of a merged unit, with its inboxes, its words and its clocks’ event', async () => {
    const id = await disposed(unit('a'));
    await must(harness, actor.officer('LIAISON_OFFICER', unit('a')), 'answerReport', {
      reportId: id,
      kind: 'PLAN',
      text,
      promisedOn: '2027-01-31',
    });
    await tree.merge([unit('a')], unit('b'));
    await settle();
    expect(await standing(id)).toEqual({
      state: 'IN_PROGRESS',
      desk: null,
      lead: unit('b'),
      path: [city, unit('b')],
      returns: 0,
      waits: 'AGENCY',
      handlers: { [unit('b')]: 'LEAD' },
      inboxes: [`${city} WAITING_FOR_US`, `${unit('b')} WAITING_FOR_US`],
    });
    expect(await entries(id, 'REASSIGNED')).toEqual([
      { from: unit('a'), to: unit('b'), reason: 'MERGED', actor: 'SYSTEM' },
    ]);
    const told = (await harness.events('report.transitioned')).filter(
      ({ payload }) => payload.reportId === id,
    );
    expect(told.at(-1)!.payload).toMatchObject({
      kind: 'REASSIGNED',
      actorKind: 'SYSTEM',
      actorOrganisationId: unit('a'),
      toOrganisationId: unit('b'),
      state: 'IN_PROGRESS',
      assignments: [{ organisationId: unit('b'), role: 'LEAD', path: [city, unit('b')] }],
    });
    expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
    // Who worked there before reaches nothing any more; who works for the successor does.
    const answered = (who: string) =>
      change(harness, actor.officer('LIAISON_OFFICER', who), 'answerReport', {
        reportId: id,
        kind: 'RESULT',
        text,
      });
    expect((await answered(unit('a'))).__typename).toBe('NotFound');
    expect((await answered(unit('b'))).__typename).toBe('ReportChanged');
  });

  it('goes to the end of a chain of mergers, once and whenever they are told', async () => {
    const id = await disposed(unit('a'));
    await tree.merge([unit('b')], unit('c'));
    await tree.merge([unit('a')], unit('b'));
    await settle();
    await settle();
    expect((await standing(id)).handlers).toEqual({ [unit('c')]: 'LEAD' });
    expect(await entries(id, 'REASSIGNED')).toHaveLength(1);
  });

  it('stays where it is in a circle of successors, and comes to a desk instead', async () => {
    const id = await disposed(unit('a'));
    await tree.change(unit('b'), { status: 'FORMER', successorIds: [unit('a')] });
    await tree.change(unit('a'), { status: 'FORMER', successorIds: [unit('b')] });
    await settle();
    expect(await standing(id)).toMatchObject({ state: 'SUBMITTED', desk: city, handlers: {} });
  });

  it('waits for a successor of which nothing was told yet', async () => {
    const id = await disposed(unit('a'));
    await tree.change(unit('a'), { status: 'FORMER', successorIds: [unit('new')] });
    await settle();
    expect((await standing(id)).handlers).toEqual({ [unit('a')]: 'LEAD' });
    await tree.add(unit('new'), city);
    await settle();
    expect((await standing(id)).handlers).toEqual({ [unit('new')]: 'LEAD' });
  });

  it('keeps one lead when lead and helper become one, whichever took the other in', async () => {
    const both = { coHandlerIds: [unit('b'), unit('c')] };
    const leadGoes = await disposed(unit('a'), both);
    await tree.merge([unit('a')], unit('b'));
    await settle();
    expect((await standing(leadGoes)).handlers).toEqual({ [unit('b')]: 'LEAD', [unit('c')]: 'CO_HANDLER' });
    await tree.merge([unit('c')], unit('b'));
    await settle();
    expect((await standing(leadGoes)).handlers).toEqual({ [unit('b')]: 'LEAD' });
  });

  it('goes back to a desk when a unit ends without one heir, and that is no return', async () => {
    const open = await disposed(unit('a'), { coHandlerIds: [unit('b')] });
    const hidden = await disposed(unit('a'), {}, { isConfidential: true });
    await tree.retire(unit('a'), [unit('b'), unit('c')]);
    await settle();
    expect(await standing(open)).toEqual({
      state: 'SUBMITTED',
      desk: city,
      lead: null,
      path: null,
      returns: 0,
      waits: 'VERIFIER',
      handlers: {},
      inboxes: [`${city} TO_VERIFY`],
    });
    expect(await entries(open, 'REASSIGNED')).toEqual([
      { from: unit('a'), to: city, reason: 'RETIRED', actor: 'SYSTEM' },
    ]);
    // Nobody in between learns of a confidential one.
    expect(await standing(hidden)).toMatchObject({ state: 'SUBMITTED', desk: null, inboxes: [] });
    const again = await change(
      harness,
      actor.officer('AGENCY_ADMIN', city),
      'verifyReport',
      verification(open, { leadOrganisationId: unit('b') }),
    );
    expect(again.__typename).toBe('ReportChanged');
  });

  it('loses a helper that ended, and nothing else', async () => {
    const id = await disposed(unit('a'), { coHandlerIds: [unit('b')] });
    await tree.retire(unit('b'));
    await settle();
    expect(await standing(id)).toMatchObject({ state: 'DISPOSED', handlers: { [unit('a')]: 'LEAD' } });
    expect(await entries(id, 'REASSIGNED')).toEqual([
      { from: unit('b'), to: unit('a'), reason: 'RETIRED', actor: 'SYSTEM' },
    ]);
  });

  it('follows a move inside the government without a word, and into another government with one', async () => {
    const id = await disposed(unit('a-1'));
    await tree.move(unit('a'), unit('b'));
    await settle();
    expect(await standing(id)).toMatchObject({
      path: [city, unit('b'), unit('a'), unit('a-1')],
      inboxes: [city, unit('a'), unit('a-1'), unit('b')].map((one) => `${one} NEW`),
    });
    expect(await entries(id, 'REASSIGNED')).toEqual([]);
    await tree.add(`${city}-lain`, null);
    await tree.move(unit('b'), `${city}-lain`);
    await settle();
    expect((await standing(id)).inboxes).toContain(`${city}-lain NEW`);
    expect((await standing(id)).inboxes).not.toContain(`${city} NEW`);
    expect(await entries(id, 'REASSIGNED')).toEqual([
      { from: unit('a-1'), to: unit('a-1'), reason: 'MOVED', actor: 'SYSTEM' },
    ]);
  });

  it('waits at the successor’s desk when the one at which it waited was merged, and above where nobody works there', async () => {
    const id = await disposed(unit('a-1'));
    const back = () =>
      change(harness, actor.officer('LIAISON_OFFICER', unit('a-1')), 'returnReport', {
        reportId: id,
        reason: 'OTHER',
        text,
      });
    await back();
    expect(await standing(id)).toMatchObject({ state: 'SUBMITTED', desk: unit('a') });
    await tree.merge([unit('a')], unit('b'));
    await settle();
    expect(await standing(id)).toMatchObject({
      desk: unit('b'),
      inboxes: [`${city} TO_VERIFY`, `${unit('b')} TO_VERIFY`],
    });
    await tree.move(unit('b'), unit('c'));
    await settle();
    expect((await standing(id)).inboxes).toEqual(
      [city, unit('b'), unit('c')].map((one) => `${one} TO_VERIFY`),
    );
    await tree.change(unit('b'), { isStaffed: false });
    await settle();
    expect((await standing(id)).desk).toBe(unit('c'));
    await tree.change(unit('c'), { isStaffed: false });
    await tree.change(city, { isStaffed: false });
    await settle();
    expect(await standing(id)).toMatchObject({ desk: null, inboxes: [] });
  });

  it.each([
    ['about officers', { isAboutOfficers: true }, {}],
    ['of a sensitive category', {}, { categoryId: SENSITIVE, supportingDataChecked: true }],
    ['neither', {}, {}],
  ])(
    'waits at the national desk alone when it is %s: returned, or when its unit or its desk ended',
    async (what, filed, overrides) => {
      const above = (id: string) => (what === 'neither' ? id : null);
      const returned = await disposed(unit('a'), overrides, filed);
      await must(harness, actor.officer('LIAISON_OFFICER', unit('a')), 'returnReport', {
        reportId: returned,
        reason: 'OTHER',
        text,
      });
      expect(await standing(returned)).toMatchObject({ state: 'SUBMITTED', desk: above(city) });

      const left = await disposed(unit('b'), overrides, filed);
      await tree.retire(unit('b'));
      await settle();
      expect(await standing(left)).toMatchObject({ state: 'SUBMITTED', desk: above(city) });

      // As an earlier release left it: at a desk that ends now.
      const waiting = await disposed(unit('c'), overrides, filed);
      await harness.test.database.query(
        'waits-there',
        `update report set state = 'SUBMITTED', desk_organisation_id = $2, lead_organisation_id = null, lead_path = null where id = $1`,
        [waiting, unit('c')],
      );
      await harness.test.database.query(
        'nobody',
        'update assignment set ended_at = assigned_at where report_id = $1',
        [waiting],
      );
      await tree.merge([unit('c')], unit('a'));
      await settle();
      expect(await standing(waiting)).toMatchObject({ desk: above(unit('a')) });
    },
  );

  it('is looked at again when it is opened after its unit ended', async () => {
    const id = await disposed(unit('a'));
    const officer = actor.officer('LIAISON_OFFICER', unit('a'));
    await must(harness, officer, 'answerReport', { reportId: id, kind: 'RESULT', text });
    await must(harness, actor.citizen(REPORTER), 'confirmReport', { reportId: id });
    await tree.retire(unit('a'), [unit('b'), unit('c')]);
    await settle();
    // A closed report is left where it was: there is nothing to route.
    expect(await standing(id)).toMatchObject({ state: 'COMPLETED', handlers: { [unit('a')]: 'LEAD' } });
    await must(harness, actor.citizen(REPORTER), 'disputeReport', { reportId: id, text });
    await settle();
    expect(await standing(id)).toMatchObject({ state: 'SUBMITTED', desk: city, handlers: {} });
  });

  it('arrives at the successor when it is disposed to a merged unit, at verification and further down', async () => {
    await tree.merge([unit('a')], unit('b'));
    const id = await disposed(unit('a'), { coHandlerIds: [unit('b'), unit('c')] });
    expect((await standing(id)).handlers).toEqual({ [unit('b')]: 'LEAD', [unit('c')]: 'CO_HANDLER' });
    const [entry] = await entries(id, 'DISPOSED');
    expect(entry!.to).toBe(unit('b'));
    const down = await change(harness, actor.officer('AGENCY_ADMIN', city), 'disposeReport', {
      reportId: id,
      organisationId: unit('a'),
    });
    expect(down).toMatchObject({ fields: [{ code: 'SAME' }] });
    await tree.retire(unit('c'), []);
    expect(
      await change(harness, actor.officer('AGENCY_ADMIN', city), 'disposeReport', {
        reportId: id,
        organisationId: unit('c'),
      }),
    ).toMatchObject({ fields: [{ code: 'NOT_ACTIVE' }] });
  });

  it('is not lost by a disposition that races a merger', async () => {
    const reports = await Promise.all(Array.from({ length: 12 }, () => file(harness)));
    const verify = ({ id }: { id: string }) =>
      change(harness, desk, 'verifyReport', verification(id, { leadOrganisationId: unit('a') }));
    const racing = Promise.all([
      ...reports.slice(0, 6).map(verify),
      tree.merge([unit('a')], unit('b')),
      ...reports.slice(6).map(verify),
    ]);
    await Promise.all([racing, harness.service.settle(), harness.service.settle()]);
    await settle();
    for (const { id } of reports)
      expect(await standing(id)).toMatchObject({ state: 'DISPOSED', handlers: { [unit('b')]: 'LEAD' } });
  });

  it('is not overlooked when the merger and its work come between a disposition and its commit', async () => {
    const { id } = await file(harness);
    const { transaction } = harness.deps.database;
    const isHeldUp = async () =>
      (
        await harness.row(
          `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).waiting > 0;
    let merged: Promise<void> | undefined;
    harness.deps.database.transaction = (work) =>
      transaction(async (em) => {
        const result = await work(em);
        if (merged) return result;
        await em.flush();
        let isDone = false;
        merged = tree.merge([unit('a')], unit('b')).then(() => void (isDone = true));
        // The merger is either held up by this transaction, or through, and then so is the work that it made.
        while (!isDone && !(await isHeldUp()));
        if (isDone) await settle();
        return result;
      });
    await must(harness, desk, 'verifyReport', verification(id, { leadOrganisationId: unit('a') }));
    harness.deps.database.transaction = transaction;
    await merged;
    await settle();
    expect((await standing(id)).handlers).toEqual({ [unit('b')]: 'LEAD' });
  });

  it('goes on where a stopped job left it, and twice at a time does no harm', async () => {
    const ids = [];
    for (let index = 0; index < 5; index++) ids.push(await disposed(unit('a')));
    await tree.merge([unit('a')], unit('b'));
    const { transaction } = harness.deps.database;
    let left = 3;
    harness.deps.database.transaction = (work) =>
      left-- > 0 ? transaction(work) : Promise.reject(new Error('killed'));
    await expect(settle()).rejects.toThrow('killed');
    harness.deps.database.transaction = transaction;
    const moved = await Promise.all(ids.map(async (id) => (await standing(id)).lead));
    expect(new Set(moved)).toEqual(new Set([unit('a'), unit('b')]));
    // What could not be done is tried again a minute later.
    harness.clock.advance(60_000);
    await Promise.all([settle(), settle()]);
    for (const id of ids) {
      expect((await standing(id)).handlers).toEqual({ [unit('b')]: 'LEAD' });
      expect(await entries(id, 'REASSIGNED')).toHaveLength(1);
      expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
    }
    expect(
      await harness.row('select count(*)::int as work from organisation_work where tried_at is null'),
    ).toEqual({
      work: 0,
    });
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHistory } from '../src/index.ts';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { growTree, type Tree } from './organisations.ts';
import { REPORTER } from './situations.ts';

const text = 'Alasan yang cukup panjang.';
const desk = actor.nationalAdmin();

/** What happens to the tree or to a report; numbers choose among what there is at that moment. */
const step = fc.record({
  kind: fc.constantFrom(
    'verify',
    'verify',
    'verify',
    'dispose',
    'return',
    'return',
    'answer',
    'result',
    'result',
    'confirm',
    'dispute',
    'postpone',
    'flag',
    'merge',
    'merge',
    'move',
    'retire',
    'split',
    'staff',
    'restore',
    'settle',
  ),
  report: fc.nat(100),
  one: fc.nat(1_000),
  other: fc.nat(1_000),
});

interface Row {
  id: string;
  state: string;
  waits: string;
  confidential: boolean;
  desk: string | null;
  lead: string | null;
  path: string[] | null;
  handlers: {
    id: string;
    role: string;
    path: string[];
    handedOver: boolean;
    standIn: string | null;
    link: string | null;
  }[];
  inboxes: Record<string, string>;
  links: { id: string; organisation: string }[];
}

describe('any sequence of dispositions, merges, moves and retirements', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const rows = (ids: readonly string[]) =>
    harness.test.database.query<Row & Record<string, unknown>>(
      'standing',
      `select r.id, r.state, r.waits_for as waits, r.is_confidential as confidential, r.desk_organisation_id as desk, r.lead_organisation_id as lead, r.lead_path as path,
         (select coalesce(jsonb_agg(jsonb_build_object('id', a.organisation_id, 'role', a.role, 'path', a.path, 'handedOver', a.is_handed_over,
            'standIn', a.stand_in_organisation_id, 'link', a.hand_over_id)), '[]') from assignment a where a.report_id = r.id and a.ended_at is null) as handlers,
         (select coalesce(jsonb_object_agg(organisation_id, bucket), '{}') from inbox_entry where report_id = r.id) as inboxes,
         (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'organisation', h.organisation_id)), '[]') from hand_over h where h.report_id = r.id and h.ended_at is null) as links
       from report r where r.id = any($1::uuid[])`,
      [ids],
    );

  /** The lists in which domain.md has a report stand, worked out from the tree of the test. */
  function inboxesOf(row: Row, tree: Tree): Record<string, string> {
    const reach = (path: readonly string[]) => (row.confidential ? path.slice(-1) : path);
    if (row.state === 'POSTPONED' || (row.state === 'SUBMITTED' && row.desk === null)) return {};
    const paths =
      row.state === 'SUBMITTED'
        ? [tree.all.get(row.desk!)!.path]
        : row.handlers.map(({ id }) => tree.all.get(id)!.path);
    const bucket =
      row.state === 'SUBMITTED'
        ? 'TO_VERIFY'
        : row.state === 'COMPLETED' || row.state === 'ARCHIVED'
          ? 'DONE'
          : row.waits === 'CITIZEN'
            ? 'WAITING_FOR_CITIZEN'
            : row.state === 'DISPOSED'
              ? 'NEW'
              : 'WAITING_FOR_US';
    return Object.fromEntries(paths.flatMap(reach).map((id) => [id, bucket]));
  }

  function check(row: Row, tree: Tree) {
    const isOpen = row.state === 'DISPOSED' || row.state === 'IN_PROGRESS';
    const waits = row.state === 'SUBMITTED' || row.state === 'POSTPONED';
    const of = (id: string) => tree.all.get(id)!;
    const leads = row.handlers.filter(({ role }) => role === 'LEAD');
    expect(leads).toHaveLength(waits ? 0 : 1);
    expect(new Set(row.handlers.map(({ id }) => id)).size).toBe(row.handlers.length);
    expect({ lead: row.lead, path: row.path }).toEqual({
      lead: leads[0]?.id ?? null,
      path: leads[0]?.path ?? null,
    });
    if (waits && row.desk !== null) expect(of(row.desk)).toMatchObject({ status: 'ACTIVE', isStaffed: true });
    for (const handler of row.handlers) {
      const { status, path, isStaffed } = of(handler.id);
      if (status === 'FORMER') expect(isOpen).toBe(false);
      if (status === 'FORMER') continue;
      expect(handler.path).toEqual(path);
      expect(handler.handedOver).toBe(!isStaffed);
      const standIn = path.slice(0, -1).findLast((id) => of(id).isStaffed && of(id).status === 'ACTIVE');
      expect(handler.standIn).toBe(isStaffed ? null : (standIn ?? null));
    }
    expect(row.inboxes).toEqual(inboxesOf(row, tree));
    // A link leads to a unit that has to act and that nobody staffs, and to each at most once.
    const linked = row.handlers.filter(({ link }) => link !== null);
    expect(row.links.map(({ id }) => id).toSorted()).toEqual(linked.map(({ link }) => link!).toSorted());
    if (!isOpen) expect(row.links).toEqual([]);
    for (const { handedOver } of linked) expect(handedOver).toBe(true);
  }

  it('leaves each open report with one lead at an organisation that exists, or at a desk, and the inboxes right', async () => {
    const seen: Record<string, number> = {};
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        const tree = growTree(harness);
        const name = `prop-${++round}`;
        for (const city of ['x', 'y']) {
          await tree.add(`${name}-${city}`, null);
          for (const unit of ['a', 'b', 'c'])
            await tree.add(`${name}-${city}-${unit}`, `${name}-${city}`, { isStaffed: unit !== 'c' });
          await tree.add(`${name}-${city}-a-1`, `${name}-${city}-a`);
        }
        const ids: string[] = [];
        for (const isConfidential of [false, false, true])
          ids.push((await file(harness, actor.citizen(REPORTER), { isConfidential })).id);
        const settle = async () => {
          while ((await harness.service.settle()) > 0);
        };
        for (const { kind, report, one, other } of steps) {
          const reportId = ids[report % ids.length]!;
          const pick = <Value>(values: readonly Value[], index: number): Value =>
            values[index % values.length]!;
          const units = tree.active().filter(({ parentId }) => parentId !== null);
          const all = [...tree.all.keys()];
          const unit = units.length > 0 ? pick(units, one) : null;
          const [row] = await rows([reportId]);
          const lead = row!.lead ?? all[0]!;
          const act = (mutation: string, who: string | null, input: Record<string, unknown> = {}) =>
            change(
              harness,
              who === null
                ? desk
                : who === 'reporter'
                  ? actor.citizen(REPORTER)
                  : actor.officer('AGENCY_ADMIN', who),
              mutation,
              { reportId, ...input },
            );
          const result = await (async () => {
            switch (kind) {
              case 'verify':
                return act('verifyReport', null, {
                  ...verification(reportId, { leadOrganisationId: pick(all, one) }),
                  coHandlerIds: [pick(all, other)].filter((id) => id !== pick(all, one)),
                });
              case 'dispose': {
                const root = tree.all.get(lead)!.path[0]!;
                const own = [...tree.all.values()].filter(({ path }) => path[0] === root);
                return act('disposeReport', root, { organisationId: pick(own, one).organisationId });
              }
              case 'return':
                return act('returnReport', lead, { reason: 'OTHER', text });
              case 'answer':
                return act('answerReport', lead, { kind: 'PLAN', text, promisedOn: '2027-06-30' });
              case 'result':
                return act('answerReport', lead, { kind: 'RESULT', text });
              case 'confirm':
                return act('confirmReport', 'reporter');
              case 'dispute':
                return act('disputeReport', 'reporter', { text });
              case 'postpone':
                return act('postponeReport', null, { missingData: text });
              case 'flag':
                return act('flagReport', null, { confidential: true, reason: text });
              case 'merge': {
                const into = units.length > 1 ? pick(units, one + 1 + (other % (units.length - 1))) : null;
                if (unit && into && !into.path.includes(unit.organisationId))
                  await tree.merge([unit.organisationId], into.organisationId);
                return null;
              }
              case 'move': {
                const under = pick(tree.active(), other);
                if (unit && !under.path.includes(unit.organisationId))
                  await tree.move(unit.organisationId, under.organisationId);
                return null;
              }
              case 'retire':
                if (unit) await tree.retire(unit.organisationId);
                return null;
              case 'split':
                if (unit && units.length > 2)
                  await tree.retire(
                    unit.organisationId,
                    units
                      .filter((each) => each !== unit)
                      .slice(0, 2)
                      .map(({ organisationId }) => organisationId),
                  );
                return null;
              case 'staff': {
                const { organisationId, isStaffed } = pick(tree.active(), one);
                await tree.change(organisationId, { isStaffed: !isStaffed });
                return null;
              }
              case 'restore': {
                const former = [...tree.all.values()].filter(({ status }) => status === 'FORMER');
                if (former.length > 0)
                  await tree.change(pick(former, one).organisationId, { status: 'ACTIVE', successorIds: [] });
                return null;
              }
              case 'settle':
                await settle();
                return null;
            }
          })();
          if (result) seen[`${kind} ${result.__typename}`] = (seen[`${kind} ${result.__typename}`] ?? 0) + 1;
        }
        await settle();
        for (const row of await rows(ids)) check(row, tree);
        for (const id of ids)
          expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
      }),
      { numRuns: 40, seed: 20261122 },
    );
    // The sequences have done something.
    for (const done of [
      'verify ReportChanged',
      'dispose ReportChanged',
      'return ReportChanged',
      'result ReportChanged',
    ])
      expect(seen[done]).toBeGreaterThan(5);
    const kinds = await harness.test.database.query<{ kind: string; count: number }>(
      'kinds',
      `select kind || coalesce(' ' || reason_code, '') as kind, count(*)::int as count from history where kind in ('REASSIGNED', 'HANDED_OVER', 'HAND_OVER_ENDED') group by 1 order by 1`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['HANDED_OVER', 'REASSIGNED MERGED', 'REASSIGNED RETIRED']),
    );
  }, 120_000);
});

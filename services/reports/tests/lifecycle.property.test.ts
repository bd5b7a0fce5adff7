import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { followMasters } from '../src/modules/duplicate/index.ts';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { REPORTER } from './situations.ts';

const text = 'Alasan yang cukup panjang.';
const ORGANISATIONS = [
  'pemkot-13-71',
  'opd-13-71-dpupr',
  'opd-13-71-dishub',
  'unit-bina-marga',
  'pemkot-13-77',
] as const;
const organisation = fc.constantFrom(...ORGANISATIONS);
const viewer: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(actor.nationalAdmin()),
  fc.constant(actor.citizen(REPORTER)),
  fc
    .tuple(fc.constantFrom('AGENCY_ADMIN' as const, 'LIAISON_OFFICER' as const), organisation)
    .map(([role, id]) => actor.officer(role, id)),
);

const BY_REPORTER = [
  'completeReportData',
  'appealArchive',
  'withdrawReport',
  'replyToReport',
  'confirmReport',
  'disputeReport',
  'rateReport',
  'removeFlag',
];
const BY_DESK = [
  'verifyReport',
  'postponeReport',
  'archiveReport',
  'closeReport',
  'reclassifyReport',
  'flagReport',
  'withholdReport',
  'releaseReport',
  'redactReport',
  'markDuplicate',
  'unmarkDuplicate',
];

/** Who would usually do this: the reporter, the desk, or the unit that leads now. */
const usual = (mutation: string, lead: string | null): Viewer =>
  BY_REPORTER.includes(mutation)
    ? actor.citizen(REPORTER)
    : BY_DESK.includes(mutation)
      ? actor.nationalAdmin()
      : actor.officer('LIAISON_OFFICER', lead ?? 'opd-13-71-dpupr');

/** Who does what: three times in four somebody who usually does; what is refused or not allowed must change nothing. */
const step = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: viewer }),
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        mutation: fc.constant('verifyReport'),
        input: fc.record({
          class: fc.constantFrom('GRIEVANCE', 'ASPIRATION'),
          categoryId: fc.constant(verification('').categoryId),
          leadOrganisationId: organisation,
          coHandlerIds: fc.uniqueArray(organisation, { maxLength: 2 }),
          safeToPublish: fc.boolean(),
          withholdReason: fc.constant(text),
          mustTakeReason: fc.constant(text),
        }),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        { mutation: 'postponeReport', input: { missingData: text } },
        { mutation: 'completeReportData', input: { text } },
        { mutation: 'archiveReport', input: { code: 'SPAM', text } },
        { mutation: 'appealArchive', input: { text } },
        { mutation: 'withdrawReport', input: {} },
        { mutation: 'returnReport', input: { reason: 'OTHER', text } },
        { mutation: 'answerReport', input: { kind: 'PLAN', text, promisedOn: '2027-01-31' } },
        { mutation: 'answerReport', input: { kind: 'RESULT', text } },
        { mutation: 'requestInformation', input: { text } },
        { mutation: 'replyToReport', input: { text } },
        { mutation: 'confirmReport', input: {} },
        { mutation: 'closeReport', input: { reason: text } },
        { mutation: 'disputeReport', input: { text } },
        { mutation: 'rateReport', input: { score: 1 } },
        { mutation: 'rateReport', input: { score: 5 } },
        { mutation: 'flagReport', input: { confidential: true, reason: text } },
        { mutation: 'flagReport', input: { anonymous: true, reason: text } },
        { mutation: 'removeFlag', input: { confidential: true, anonymous: true } },
        { mutation: 'withholdReport', input: { rule: 'HATE', reason: text } },
        { mutation: 'releaseReport', input: {} },
        { mutation: 'redactReport', input: { title: 'Judul yang disamarkan', rule: 'OTHER', reason: text } },
        { mutation: 'unmarkDuplicate', input: { reason: text } },
        { mutation: 'reclassifyReport', input: { class: 'DISPUTE_WITH_INSPECTION', reason: text } },
      ),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        { mutation: 'answerReport', input: { kind: 'PLAN', text, promisedOn: '2027-01-31' } },
        { mutation: 'answerReport', input: { kind: 'RESULT', text } },
        { mutation: 'confirmReport', input: {} },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        { mutation: 'withholdReport', input: { rule: 'HATE', reason: text } },
        { mutation: 'releaseReport', input: {} },
      ),
    },
    {
      weight: 1,
      arbitrary: organisation.map((organisationId) => ({
        mutation: 'disposeReport',
        input: { organisationId },
      })),
    },
    {
      weight: 1,
      arbitrary: organisation.map((organisationId) => ({
        mutation: 'changeLead',
        input: { organisationId },
      })),
    },
    {
      weight: 1,
      arbitrary: fc
        .uniqueArray(organisation, { maxLength: 2 })
        .map((organisationIds) => ({ mutation: 'assignCoHandlers', input: { organisationIds } })),
    },
    // Which of the three is put in when it is known.
    {
      weight: 2,
      arbitrary: fc.nat(2).map((master) => ({ mutation: 'markDuplicate', input: { master, reason: text } })),
    },
  ),
  fc.integer({ min: 0, max: 5 }),
  /** Which of the three reports. */
  fc.nat(2),
);

/** Of everything that people tell, this unit is to know nothing. */
const KEPT_OUT = 'unit-bina-marga';

describe('any sequence of what people may try', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  async function check(id: string) {
    const facts = await harness.row(
      `select r.number, r.state, r.ended_at, r.is_published, r.is_confidential, r.is_anonymous, r.public_name, r.return_count, r.sequence, r.lead_organisation_id,
         r.desk_organisation_id, r.waits_for,
         (select array_agg(sequence order by sequence) from history where report_id = r.id) as sequences,
         (select state_after from history where report_id = r.id order by sequence desc limit 1) as last,
         (select bool_and(h.state_before is not distinct from p.state_after) from history h left join history p on p.report_id = h.report_id and p.sequence = h.sequence - 1 where h.report_id = r.id) as joined,
         (select count(*)::int from assignment where report_id = r.id and role = 'LEAD' and ended_at is null) as leads,
         (select max(organisation_id) from assignment where report_id = r.id and role = 'LEAD' and ended_at is null) as lead,
         (select count(*)::int from event where stream = r.id::text and type = 'report.transitioned') as events,
         (select count(*)::int from history where report_id = r.id and kind = 'RETURNED') as returns,
         r.withhold_reason, r.master_id, r.excluded_organisation_ids, m.master_id as master_of_master, m.is_confidential as master_is_confidential, m.state as master_state,
         (select coalesce(array_agg(distinct p), '{}') from assignment a, unnest(a.path) p where a.report_id = r.id and a.ended_at is null) as places,
         (select coalesce(array_agg(organisation_id), '{}') from inbox_entry where report_id = r.id) as inboxes,
         (select coalesce(array_agg(a.organisation_id), '{}') from assignment a where a.report_id = r.id and a.ended_at is null) as handlers
       from report r left join report m on m.id = r.master_id where r.id = $1`,
      id,
    );
    const ended = facts.state === 'COMPLETED' || facts.state === 'ARCHIVED';
    expect(facts.sequences).toEqual(Array.from({ length: facts.sequence }, (_, index) => index + 1));
    expect(facts).toMatchObject({
      last: facts.state,
      joined: true,
      events: facts.sequence,
      returns: facts.return_count,
    });
    expect(facts.leads).toBeLessThanOrEqual(1);
    expect(facts.lead).toBe(facts.lead_organisation_id);
    if (facts.state === 'DISPOSED' || facts.state === 'IN_PROGRESS') expect(facts.leads).toBe(1);
    if (facts.state === 'SUBMITTED' || facts.state === 'POSTPONED') expect(facts.leads).toBe(0);
    else expect(facts.desk_organisation_id === null || ended).toBe(true);
    expect(facts.ended_at !== null).toBe(ended);
    expect(facts.waits_for === 'NOBODY').toBe(ended);
    expect(facts.return_count).toBeLessThanOrEqual(3);
    if (facts.is_published) expect(facts.is_confidential).toBe(false);
    if (facts.withhold_reason !== null) expect(facts.is_published).toBe(false);
    // No chain of duplicates, ever.
    expect(facts.master_of_master).toBeNull();
    for (const keptOut of facts.excluded_organisation_ids) {
      expect(facts.places).not.toContain(keptOut);
      const seen = await harness.ask(
        actor.officer('AGENCY_ADMIN', keptOut),
        'query ($number: String!) { report(number: $number) { id } }',
        { number: facts.number },
      );
      expect(seen.report !== null).toBe(facts.is_published);
    }
    if (facts.is_confidential || facts.is_anonymous) expect(facts.public_name).toBeNull();
    if (facts.is_confidential && facts.state !== 'SUBMITTED')
      expect(facts.inboxes.toSorted()).toEqual(facts.state === 'POSTPONED' ? [] : facts.handlers.toSorted());
    expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
  }

  it('keeps the invariants of a report', async () => {
    const reached = new Set<string>();
    const made = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 16, maxLength: 40 }),
        fc.boolean(),
        async (steps, isConfidential) => {
          const reports: Awaited<ReturnType<typeof file>>[] = [];
          for (const excludedOrganisationIds of [[], [KEPT_OUT], []])
            reports.push(
              await file(harness, actor.citizen(REPORTER), {
                isConfidential,
                excludedOrganisationIds,
                reporter: { name: 'Fulan', showNamePublicly: true },
              }),
            );
          const settle = async () => {
            await followMasters(harness.deps);
            for (const { id } of reports) {
              await check(id);
              const { mismatched } = await harness.row(
                `select exists (select from report d join report m on m.id = d.master_id
                 where d.id = $1 and d.is_confidential <> m.is_confidential and d.state <> 'COMPLETED' and d.archive_code is distinct from 'WITHDRAWN') as mismatched`,
                id,
              );
              expect(mismatched).toBe(false);
            }
          };
          for (const [index, [somebody, { mutation, input: asked }, days, which]] of steps.entries()) {
            const { id } = reports[which]!;
            const input =
              'master' in asked ? { masterNumber: reports[asked.master]!.number, reason: text } : asked;
            if (index % 4 === 3) await settle();
            harness.clock.advance(days * 86_400_000);
            const before = await harness.row(
              'select sequence, state, lead_organisation_id as lead from report where id = $1',
              id,
            );
            const who = somebody ?? usual(mutation, before.lead);
            const result = await change(harness, who, mutation, { reportId: id, ...input });
            const after = await harness.row(
              'select sequence, state, lead_organisation_id as lead from report where id = $1',
              id,
            );
            // A change may take the report out of its maker's sight; what was refused changes nothing.
            const isMade = result.__typename === 'ReportChanged' || result.__typename === 'ReportOutOfSight';
            if (isMade) expect(after.sequence).toBe(before.sequence + 1);
            else expect(after).toEqual(before);
            reached.add(after.state);
            if (isMade) made.add(mutation);
            if (after.sequence !== before.sequence) await check(id);
          }
          await settle();
        },
      ),
      { numRuns: 30, seed: 20261120 },
    );
    expect([...reached].toSorted()).toEqual([
      'ARCHIVED',
      'COMPLETED',
      'DISPOSED',
      'IN_PROGRESS',
      'POSTPONED',
      'SUBMITTED',
    ]);
    // Lives in which nothing of it ever happens would show nothing of it.
    for (const mutation of [
      'changeLead',
      'assignCoHandlers',
      'markDuplicate',
      'withholdReport',
      'releaseReport',
    ])
      expect(made).toContain(mutation);
  }, 120_000);

  it('lets one of many changes at a time through where only one is possible', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        change(harness, actor.nationalAdmin(), 'verifyReport', verification(id)),
      ),
    );
    expect(results.filter(({ __typename }) => __typename === 'ReportChanged')).toHaveLength(1);
    expect(results.filter(({ code }) => code === 'WRONG_STATE')).toHaveLength(9);
    await check(id);
  });
});

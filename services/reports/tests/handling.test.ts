import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must, reportIn } from './situations.ts';

const text = 'Alasan yang cukup panjang.';
const agency = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const unit = actor.officer('LIAISON_OFFICER', LEAD);

describe('handling a report', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const give = (id: string, viewer: Viewer = unit) =>
    change(harness, viewer, 'returnReport', { reportId: id, reason: 'OTHER', text });

  describe('a hold from publication', () => {
    it('is not lifted when an agency routes the report again', async () => {
      const { id } = await reportIn(harness, 'WITHHELD', 'open');
      await give(id);
      expect(
        await change(harness, agency, 'verifyReport', verification(id, { leadOrganisationId: LEAD })),
      ).toMatchObject({ report: { state: 'DISPOSED', isPublished: false } });
      expect(await harness.row('select withhold_reason from report where id = $1', id)).toEqual({
        withhold_reason: text,
      });
    });
    it('does not stop an agency that knows of it', async () => {
      const { id } = await reportIn(harness, 'WITHHELD', 'open');
      await give(id);
      expect(
        await change(
          harness,
          agency,
          'verifyReport',
          verification(id, { leadOrganisationId: LEAD, safeToPublish: false }),
        ),
      ).toMatchObject({ report: { state: 'DISPOSED', isPublished: false } });
    });
    it('needs a reason, is the national desk’s alone, and is lifted by it', async () => {
      const { id } = await file(harness);
      const decide = (viewer: Viewer, overrides = {}) =>
        change(harness, viewer, 'verifyReport', verification(id, { leadOrganisationId: LEAD, ...overrides }));
      expect(await decide(actor.nationalAdmin(), { safeToPublish: false })).toMatchObject({
        fields: [{ path: 'input.withholdReason', code: 'REQUIRED' }],
      });
      await decide(actor.nationalAdmin());
      await give(id);
      expect(await decide(agency, { safeToPublish: false, withholdReason: text })).toMatchObject({
        fields: [{ path: 'input.safeToPublish', code: 'NATIONAL_DESK_ONLY' }],
      });
      expect(
        await decide(actor.nationalAdmin(), { safeToPublish: false, withholdReason: text }),
      ).toMatchObject({
        report: { isPublished: false },
      });
      await give(id);
      expect(await decide(actor.nationalAdmin())).toMatchObject({ report: { isPublished: true } });
    });
  });

  describe('a co-handler', () => {
    const partner = 'opd-13-71-dishub';
    const result = (id: string, organisation: string) => answer(harness, id, 'RESULT', organisation);
    const facts = (id: string) =>
      harness.row('select last_result_at is not null as resolved, waits_for from report where id = $1', id);

    it('does not resolve the report by its result: that is the lead’s', async () => {
      const { id } = await file(harness);
      await dispose(harness, id, { coHandlerIds: [partner] });
      await result(id, partner);
      expect(await facts(id)).toEqual({ resolved: false, waits_for: 'AGENCY' });
      const due = new Date(harness.clock.now().getTime() + 20 * 86_400_000);
      await harness.service.receiveEvents('sla', [
        {
          id: 901,
          stream: id,
          type: 'clock.due-reached',
          occurredAt: due.toISOString(),
          payload: { reportId: id, clock: 'AUTO_CLOSE', dueAt: due.toISOString(), sequence: 3 },
        },
      ]);
      expect(await harness.row('select state from report where id = $1', id)).toEqual({
        state: 'IN_PROGRESS',
      });
      await result(id, LEAD);
      expect(await facts(id)).toEqual({ resolved: true, waits_for: 'CITIZEN' });
    });
    it('answers the reporter, while the public answer is the lead’s', async () => {
      const { id, number } = await file(harness);
      await dispose(harness, id, { coHandlerIds: [partner] });
      await result(id, partner);
      const texts = async (viewer: Viewer) =>
        (
          await harness.ask(viewer, `{ report(number: "${number}") { history { kind text } } }`)
        ).report.history.find(({ kind }: { kind: string }) => kind === 'RESULT').text;
      expect(await texts(actor.public)).toBeNull();
      expect(await texts(actor.withGrant(id))).toContain('Jawaban unit');
      expect(await texts(unit)).toContain('Jawaban unit');
    });
    it('does not pass on or propose to close what another leads', async () => {
      const { id } = await file(harness);
      await dispose(harness, id, { coHandlerIds: [partner] });
      const viewer = actor.officer('LIAISON_OFFICER', partner);
      await answer(harness, id, 'PLAN');
      for (const [mutation, input] of [
        ['disposeReport', { organisationId: 'unit-bina-marga' }],
        ['proposeClosing', { reason: text }],
      ] as const)
        expect(await change(harness, viewer, mutation, { reportId: id, ...input })).toMatchObject({
          code: 'NOT_FOUND',
        });
    });
    it('becomes the lead when the report is disposed to it', async () => {
      const { id } = await file(harness);
      await dispose(harness, id, { coHandlerIds: [partner] });
      await must(harness, agency, 'disposeReport', { reportId: id, organisationId: partner });
      expect(
        await harness.test.database.query(
          'running',
          'select organisation_id, role from assignment where report_id = $1 and ended_at is null',
          [id],
        ),
      ).toEqual([{ organisation_id: partner, role: 'LEAD' }]);
    });
  });

  describe('passing a report on', () => {
    const pass = (id: string, viewer: Viewer, organisationId: string) =>
      change(harness, viewer, 'disposeReport', { reportId: id, organisationId });
    const outside = { fields: [{ path: 'input.organisationId', code: 'OUTSIDE_AUTHORITY' }] };

    it('goes one level down for a liaison officer, anywhere below for an agency admin', async () => {
      const { id } = await file(harness);
      await dispose(harness, id, { leadOrganisationId: 'pemkot-13-71' });
      expect(
        await pass(id, actor.officer('LIAISON_OFFICER', 'pemkot-13-71'), 'unit-bina-marga'),
      ).toMatchObject(outside);
      expect(await pass(id, agency, 'opd-13-77-dpupr')).toMatchObject(outside);
      expect(await pass(id, agency, 'unit-bina-marga')).toMatchObject({
        report: { handler: { id: 'unit-bina-marga' } },
      });
    });
    it('never leaves the government, though the officer has a post in another', async () => {
      const both: Viewer = {
        ...unit,
        posts: [...unit.posts, { role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-77' }],
      };
      const { id } = await reportIn(harness, 'DISPOSED', 'open');
      expect(await pass(id, both, 'opd-13-77-dpupr')).toMatchObject(outside);
      const admins: Viewer = { ...both, posts: [...agency.posts, ...both.posts] };
      await give(id);
      expect(
        await change(
          harness,
          admins,
          'verifyReport',
          verification(id, { leadOrganisationId: 'opd-13-77-dpupr' }),
        ),
      ).toMatchObject({ fields: [{ path: 'input.leadOrganisationId', code: 'OUTSIDE_AUTHORITY' }] });
    });
  });

  describe('a promised day', () => {
    it('is judged by the calendar of the unit, not of Greenwich', async () => {
      const { id } = await reportIn(harness, 'DISPOSED', 'open');
      const before = harness.clock.now();
      // 00.30 WIB on the 21st is still the 20th in UTC.
      harness.clock.set(new Date('2026-11-20T17:30:00Z'));
      const plan = (promisedOn: string) =>
        change(harness, unit, 'answerReport', { reportId: id, kind: 'PLAN', text, promisedOn });
      expect(await plan('2026-11-20')).toMatchObject({
        fields: [{ path: 'input.promisedOn', code: 'IN_THE_PAST' }],
      });
      for (const promisedOn of ['2028-11-22', '2999-12-31'])
        expect(await plan(promisedOn)).toMatchObject({
          fields: [{ path: 'input.promisedOn', code: 'TOO_FAR' }],
        });
      expect(await plan('2026-11-21')).toMatchObject({ report: { state: 'IN_PROGRESS' } });
      harness.clock.set(before);
    });
    it('is needed for a plan and an obstacle only', async () => {
      const { id } = await reportIn(harness, 'DISPOSED', 'open');
      for (const kind of ['ACKNOWLEDGEMENT', 'PLAN', 'OBSTACLE', 'RESULT'])
        expect(
          (await change(harness, unit, 'answerReport', { reportId: id, kind, text })).__typename,
          kind,
        ).toBe(kind === 'PLAN' || kind === 'OBSTACLE' ? 'InvalidInput' : 'ReportChanged');
    });
  });

  describe('who acted', () => {
    const lastEntry = (id: string) =>
      harness.row(
        'select kind, actor_kind, actor_role, officer_id from history where report_id = $1 order by sequence desc limit 1',
        id,
      );
    it('is an officer, though the officer holds the report’s access code too', async () => {
      const { id } = await file(harness);
      const desk = { ...actor.nationalAdmin(), reportGrants: [id] };
      await must(harness, desk, 'verifyReport', verification(id, { leadOrganisationId: LEAD }));
      expect(await lastEntry(id)).toEqual({
        kind: 'DISPOSED',
        actor_kind: 'OFFICER',
        actor_role: 'NATIONAL_ADMIN',
        officer_id: desk.accountId,
      });
    });
    it('is the citizen when an officer acts as the reporter of the own report', async () => {
      const { id } = await reportIn(harness, 'IN_PROGRESS', 'open');
      await must(harness, { ...unit, reportGrants: [id] }, 'replyToReport', { reportId: id, text });
      expect(await lastEntry(id)).toEqual({
        kind: 'REPLIED',
        actor_kind: 'CITIZEN',
        actor_role: null,
        officer_id: null,
      });
    });
  });

  describe('protection that is added', () => {
    it('takes back a name that was shown', async () => {
      const label = async (number: string, viewer: Viewer) =>
        (await harness.ask(viewer, `{ report(number: "${number}") { reporterLabel } }`)).report
          ?.reporterLabel;
      for (const flags of [{ confidential: true }, { anonymous: true }]) {
        const { id, number } = await reportIn(harness, 'DISPOSED', 'open', {
          reporter: { name: 'Fulan Terbuka', showNamePublicly: true },
        });
        expect(await label(number, actor.public)).toBe('Fulan Terbuka');
        await must(harness, actor.nationalAdmin(), 'flagReport', { reportId: id, reason: text, ...flags });
        expect(await label(number, unit)).not.toContain('Fulan');
      }
    });
    it('takes documents of the reporter from the agency, and their names from everybody', async () => {
      const { id, number } = await reportIn(harness, 'DISPOSED', 'open');
      await harness.test.database.query(
        'document',
        `insert into attachment (id, report_id, uploader_hash, file_name, kind, media_type, size_bytes, is_published_with_report, storage_key, uploaded_at)
         values (gen_random_uuid(), $1, '\\x00', 'KTP Fulan.pdf', 'DOCUMENT', 'application/pdf', 1, false, 'x', now())`,
        [id],
      );
      await must(harness, actor.nationalAdmin(), 'flagReport', {
        reportId: id,
        reason: text,
        anonymous: true,
      });
      const documents = async (viewer: Viewer) =>
        (await harness.ask(viewer, `{ report(number: "${number}") { attachments { fileName } } }`)).report
          .attachments;
      expect(await documents(unit)).toEqual([]);
      expect(await documents(actor.nationalAdmin())).toEqual([{ fileName: 'berkas.pdf' }]);
    });
    it('takes a report out of the inboxes above, and of the public list', async () => {
      const { id, number } = await reportIn(harness, 'DISPOSED', 'open');
      await must(harness, unit, 'flagReport', { reportId: id, confidential: true, reason: text });
      const { report } = await harness.ask(actor.public, `{ report(number: "${number}") { id } }`);
      expect(report).toBeNull();
      expect(await harness.row('select is_published, published_at from report where id = $1', id)).toEqual({
        is_published: false,
        published_at: null,
      });
      expect(
        await harness.test.database.query(
          'entries',
          'select organisation_id from inbox_entry where report_id = $1',
          [id],
        ),
      ).toEqual([{ organisation_id: LEAD }]);
    });
    it('keeps its report away from the agency’s desk when it is returned', async () => {
      const { id } = await reportIn(harness, 'DISPOSED', 'confidential');
      await give(id);
      expect(await harness.row('select desk_organisation_id from report where id = $1', id)).toEqual({
        desk_organisation_id: null,
      });
    });
  });

  it('archives as not completed only what was postponed, and as withdrawn nothing', async () => {
    const { id } = await file(harness);
    const archive = (code: string) =>
      change(harness, actor.nationalAdmin(), 'archiveReport', { reportId: id, code, text });
    expect(await archive('NOT_COMPLETED')).toMatchObject({
      fields: [{ path: 'input.code', code: 'NOT_POSTPONED' }],
    });
    expect(await archive('WITHDRAWN')).toMatchObject({
      fields: [{ path: 'input.code', code: 'REPORTER_ONLY' }],
    });
  });

  it('redacts for readers and keeps the reporter’s own words sealed, the first version for good', async () => {
    const { id, number } = await file(harness, actor.public, {
      text: 'Jalan rusak di depan rumah KANARI-TETANGGA nomor 5.',
    });
    await dispose(harness, id, { redactedText: 'Jalan rusak di depan rumah [disamarkan] nomor 5.' });
    await give(id);
    await dispose(harness, id, { redactedText: 'Jalan rusak di depan rumah nomor [disamarkan].' });
    for (const viewer of [actor.public, unit, actor.nationalAdmin()]) {
      const { report } = await harness.ask(viewer, `{ report(number: "${number}") { text } }`);
      expect(report.text).toBe('Jalan rusak di depan rumah nomor [disamarkan].');
    }
    const { sealed } = await harness.row('select sealed from sealed_original where report_id = $1', id);
    expect(harness.deps.sealer.open(sealed, `original:${id}`).toString()).toContain('KANARI-TETANGGA');
  });
});

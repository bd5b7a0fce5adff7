import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '@lapor/database';
import { verifyHistory } from '../src/index.ts';
import { redactPhoto } from '../src/modules/publication/redact-photo.ts';
import { filesOnDisk, photo, startHttp, type Http } from './files.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, must, REPORTER } from './situations.ts';

const desk = actor.nationalAdmin();
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const stranger = actor.officer('LIAISON_OFFICER', 'opd-13-71-dlh');
const reporter = actor.citizen(REPORTER);
const reason = 'Nama seorang guru disebut dalam judul.';

describe('what the public reads', () => {
  let harness: Harness;
  let http: Http;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  /** A second later: what was done later stands first in the log. */
  const act: typeof must = (...args) => {
    harness.clock.advance(1_000);
    return must(...args);
  };
  const giveBack = (id: string) =>
    change(harness, unit, 'returnReport', { reportId: id, reason: 'OTHER', text: reason });
  const seen = async (viewer: typeof desk, number: string) =>
    (
      await harness.ask(
        viewer,
        `query ($number: String!) { report(number: $number) { title text isPublished withheldUntil viewerCanRelease
          history { kind text reasonCode } attachments { id url thumbnailUrl } } }`,
        { number },
      )
    ).report;
  const held = async (viewer = desk) =>
    (
      await harness.ask(viewer, '{ heldReports { edges { node { number withheldUntil } } } }')
    ).heldReports.edges.map(({ node }: any) => node.number);
  const log = async (only = '') =>
    (
      await harness.ask(
        actor.public,
        `{ moderationLog(first: 100 ${only}) { edges { node { day kind rule reportNumber organisation { id } } } } }`,
      )
    ).moderationLog.edges.map(({ node }: any) => node);
  const published = async (overrides: Record<string, unknown> = {}) => {
    const report = await file(harness, reporter, overrides);
    await dispose(harness, report.id);
    return report;
  };

  it('is held back for three working days, with a queue and a reason the parties read', async () => {
    const { id, number } = await published();
    await act(harness, desk, 'withholdReport', { reportId: id, reason, rule: 'SLANDER' });
    expect(await seen(actor.public, number)).toBeNull();
    const forUnit = await seen(unit, number);
    // Friday, 20 November: Monday, Tuesday and Wednesday count; the end is exclusive.
    expect(forUnit).toMatchObject({ isPublished: false, withheldUntil: '2026-11-25T17:00:00.000Z' });
    expect(forUnit.history[0]).toEqual({ kind: 'WITHHELD', text: reason, reasonCode: 'SLANDER' });
    expect(await seen(reporter, number)).toMatchObject({ withheldUntil: '2026-11-25T17:00:00.000Z' });
    expect(await held()).toContain(number);
    expect(await held(unit)).toEqual([]);

    // It is asked for by act and by rule.
    expect((await log('kind: WITHHELD, rule: SLANDER')).length).toBeGreaterThan(0);
    expect((await log('rule: SLANDER')).every((entry: any) => entry.rule === 'SLANDER')).toBe(true);
    expect((await log('kind: RELEASED')).some((entry: any) => entry.kind !== 'RELEASED')).toBe(false);
    // The log says that it happened, not to what.
    expect((await log())[0]).toEqual({
      day: '2026-11-20',
      kind: 'WITHHELD',
      rule: 'SLANDER',
      reportNumber: null,
      organisation: null,
    });
    expect(
      await change(harness, desk, 'withholdReport', { reportId: id, reason, rule: 'HATE' }),
    ).toMatchObject({
      __typename: 'TransitionRefused',
      code: 'ALREADY_HELD',
    });

    await act(harness, desk, 'releaseReport', { reportId: id });
    expect(await seen(actor.public, number)).toMatchObject({ isPublished: true, withheldUntil: null });
    expect(await held()).not.toContain(number);
    expect((await log())[0]).toEqual({
      day: '2026-11-20',
      kind: 'RELEASED',
      rule: null,
      reportNumber: number,
      organisation: null,
    });
    expect(await change(harness, desk, 'releaseReport', { reportId: id })).toMatchObject({
      code: 'ALREADY_PUBLISHED',
    });
  });

  it('keeps its place in the list when it comes back', async () => {
    const { id } = await published();
    const publishedAt = async () =>
      (await harness.row('select published_at from report where id = $1', id)).published_at.toISOString();
    const before = await publishedAt();
    await act(harness, desk, 'withholdReport', { reportId: id, reason, rule: 'OTHER' });
    harness.clock.advance(3_600_000);
    await act(harness, desk, 'releaseReport', { reportId: id });
    expect(await publishedAt()).toBe(before);
  });

  it('never counts a hold of the verification twice, and lets the desk end it by verifying again', async () => {
    const before = (await log()).length;
    const { id, number } = await file(harness, reporter);
    harness.clock.advance(1_000);
    await dispose(harness, id, { safeToPublish: false, withholdReason: reason, moderationRule: 'CHILD' });
    expect(await held()).toContain(number);
    await giveBack(id);
    await act(harness, actor.officer('AGENCY_ADMIN', 'pemkot-13-71'), 'verifyReport', {
      reportId: id,
      class: 'GRIEVANCE',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
      leadOrganisationId: LEAD,
      safeToPublish: true,
    });
    expect(await held()).toContain(number);
    await giveBack(id);
    harness.clock.advance(1_000);
    await dispose(harness, id);
    expect(await seen(actor.public, number)).not.toBeNull();
    const entries = (await log()).slice(0, -before || undefined);
    expect(entries.map(({ kind, rule }: any) => [kind, rule])).toEqual([
      ['RELEASED', null],
      ['WITHHELD', 'CHILD'],
    ]);
  });

  it('is nothing of a confidential report: no hold, no log, and the desk looks before it becomes public', async () => {
    const { id, number } = await published({ isConfidential: true });
    const before = (await log()).length;
    for (const mutation of ['withholdReport', 'releaseReport'])
      expect(
        await change(
          harness,
          desk,
          mutation,
          mutation === 'releaseReport' ? { reportId: id } : { reportId: id, reason, rule: 'HATE' },
        ),
      ).toMatchObject({ code: 'NOT_PUBLIC' });
    await act(harness, desk, 'redactReport', {
      reportId: id,
      title: 'Judul yang lain',
      reason,
      rule: 'HATE',
    });
    expect((await log()).length).toBe(before);

    await act(harness, reporter, 'removeFlag', { reportId: id, confidential: true });
    expect(await seen(actor.public, number)).toBeNull();
    expect(await held()).toContain(number);
    await act(harness, desk, 'releaseReport', { reportId: id });
    expect(await seen(actor.public, number)).not.toBeNull();
  });

  it('loses words that name somebody; the own words stay sealed and the reporter learns why', async () => {
    const { id, number } = await published({ title: 'Guru Fulan memungut uang' });
    const redact = (fields: Record<string, unknown>) =>
      change(harness, desk, 'redactReport', { reportId: id, reason, rule: 'PERSONAL_DATA', ...fields });
    expect(await redact({})).toMatchObject({ fields: [{ path: 'input.text', code: 'UNCHANGED' }] });
    await redact({ title: 'Seorang guru memungut uang' });
    const shown = await seen(actor.public, number);
    expect(shown.title).toBe('Seorang guru memungut uang');
    expect(shown.history.some(({ kind }: any) => kind === 'REDACTED')).toBe(false);
    expect((await seen(reporter, number)).history[0]).toEqual({
      kind: 'REDACTED',
      text: reason,
      reasonCode: 'PERSONAL_DATA',
    });
    const { sealed } = await harness.row('select sealed from sealed_original where report_id = $1', id);
    const original = harness.deps.sealer.open(sealed, `original:${id}`).toString();
    expect(JSON.parse(original).title).toBe('Guru Fulan memungut uang');
    const { rows } = await harness.test.database.pool.query('select payload from event where stream = $1', [
      id,
    ]);
    expect(JSON.stringify(rows)).not.toContain('Fulan');
    expect((await harness.events('notification.requested')).at(-1)!.payload).toMatchObject({
      template: 'report-redacted',
    });
    expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
  });

  it('loses names by the unit that leads, which is named for it and can do no more', async () => {
    const { id, number } = await published({ title: 'Guru Fulan memungut uang' });
    const redact = (fields: Record<string, unknown>, viewer = unit) =>
      change(harness, viewer, 'redactReport', { reportId: id, reason, rule: 'PERSONAL_DATA', ...fields });
    const cover = { title: 'Guru [nama disamarkan] memungut uang' };
    const canRedact = async (viewer: typeof desk) =>
      (
        await harness.ask(
          viewer,
          'query ($number: String!) { report(number: $number) { viewerCanRedact viewerCanRedactByAnyRule } }',
          { number },
        )
      ).report;
    expect(await canRedact(unit)).toEqual({ viewerCanRedact: true, viewerCanRedactByAnyRule: false });
    expect(await canRedact(desk)).toEqual({ viewerCanRedact: true, viewerCanRedactByAnyRule: true });
    expect(await canRedact(stranger)).toEqual({ viewerCanRedact: false, viewerCanRedactByAnyRule: false });
    expect(await redact(cover, stranger)).toMatchObject({ __typename: 'NotFound' });
    expect(await redact({ ...cover, rule: 'SLANDER' })).toMatchObject({
      fields: [{ path: 'input.rule', code: 'VERIFIERS_ONLY' }],
    });
    expect(await redact({ title: 'Guru tidak memungut uang' })).toMatchObject({
      fields: [{ path: 'input.title', code: 'COVERS_ONLY' }],
    });
    harness.clock.advance(1_000);
    expect(await redact(cover)).toMatchObject({ __typename: 'ReportChanged' });
    expect((await seen(actor.public, number)).title).toBe(cover.title);
    expect((await log())[0]).toEqual({
      day: '2026-11-20',
      kind: 'TEXT_REDACTED',
      rule: 'PERSONAL_DATA',
      reportNumber: number,
      organisation: { id: LEAD },
    });
    const { history } = (
      await harness.ask(
        reporter,
        'query ($number: String!) { report(number: $number) { history { kind organisation { id } } } }',
        { number },
      )
    ).report;
    expect(history[0]).toEqual({ kind: 'REDACTED', organisation: { id: LEAD } });
    // Uncovering is for verifiers.
    const uncover = { title: 'Guru Fulan memungut uang' };
    expect(await redact(uncover)).toMatchObject({ fields: [{ code: 'COVERS_ONLY' }] });
    expect(await redact(uncover, desk)).toMatchObject({ __typename: 'ReportChanged' });
  });

  it('loses areas of a photo in every size; the photo as it was stays sealed', async () => {
    const white = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const { body } = await http.upload(reporter, white);
    const { id, number } = await published({ attachmentIds: [body.id] });
    const before = filesOnDisk(harness.filesDirectory).length;
    await act(harness, desk, 'redactPhoto', {
      reportId: id,
      attachmentId: body.id,
      areas: [{ x: 0, y: 0, width: 0.5, height: 1 }],
      reason,
      rule: 'CHILD',
    });
    const { attachments } = await seen(actor.public, number);
    for (const url of [attachments[0].url, attachments[0].thumbnailUrl]) {
      const { content, status } = await http.download(actor.public, url);
      expect(status).toBe(200);
      const { data, info } = await sharp(content).greyscale().raw().toBuffer({ resolveWithObject: true });
      const middle = Math.floor(info.height / 2) * info.width * info.channels;
      expect(data[middle + Math.floor(info.width * 0.2) * info.channels]).toBeLessThan(30);
      expect(data[middle + Math.floor(info.width * 0.8) * info.channels]).toBeGreaterThan(225);
    }
    const row = await harness.row('select original_key, storage_key from attachment where id = $1', body.id);
    const original = await sharp(await harness.deps.files.get(row.original_key)).stats();
    expect(original.channels[0]!.min).toBeGreaterThan(225);
    expect(filesOnDisk(harness.filesDirectory)).toHaveLength(before);
    expect((await log())[0]).toMatchObject({ kind: 'PHOTO_REDACTED', rule: 'CHILD', reportNumber: number });
  });

  it('leaves nothing behind of a redaction that is refused, and takes no photo of another report', async () => {
    const { body } = await http.upload(reporter, await photo('a'));
    await published({ attachmentIds: [body.id] });
    const other = await published();
    const before = filesOnDisk(harness.filesDirectory).length;
    const area = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    const redact = (areas: unknown, viewer = desk) =>
      change(harness, viewer, 'redactPhoto', {
        reportId: other.id,
        attachmentId: body.id,
        areas,
        reason,
        rule: 'OTHER',
      });
    expect(await redact([area])).toMatchObject({
      fields: [{ path: 'input.attachmentId', code: 'NOT_FOUND' }],
    });
    expect(await redact([{ ...area, x: 0.9 }])).toMatchObject({
      fields: [{ path: 'input.areas.0', code: 'OUTSIDE' }],
    });
    expect(await redact([area], stranger)).toMatchObject({ __typename: 'NotFound' });
    expect(await redact([area], unit)).toMatchObject({
      fields: [{ path: 'input.rule', code: 'VERIFIERS_ONLY' }],
    });
    expect(filesOnDisk(harness.filesDirectory)).toHaveLength(before);
  });

  it('keeps the new files of a photo when a redaction fails after it was committed', async () => {
    const lost: [string, (database: Harness['deps']['database']) => Harness['deps']['database']][] = [
      [
        'the answer to the commit is lost',
        (database) => ({
          ...database,
          transaction: async (work) => {
            await database.transaction(work);
            throw new DatabaseUnavailable(true, new Error('Connection terminated'));
          },
        }),
      ],
      [
        'what follows fails',
        (database) => ({
          ...database,
          transaction: async (work) => {
            await database.transaction(work);
            throw new Error('The store of files is away');
          },
        }),
      ],
    ];
    for (const [what, fail] of lost) {
      const { body } = await http.upload(reporter, await photo('a'));
      const { id } = await published({ attachmentIds: [body.id] });
      const input = {
        reportId: id,
        attachmentId: body.id,
        areas: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }],
        reason,
        rule: 'CHILD' as const,
      };
      const broken = { ...harness.deps, database: fail(harness.deps.database) };
      await expect(redactPhoto(broken, input, desk), what).rejects.toThrow();
      const kept = await harness.row(
        'select storage_key, thumbnail_key, original_key from attachment where id = $1',
        body.id,
      );
      expect(kept.original_key, what).not.toBeNull();
      for (const key of Object.values<string>(kept))
        expect((await harness.deps.files.get(key)).length, what).toBeGreaterThan(0);
    }
  });

  it('leaves nothing behind of a redaction that fails before it is committed', async () => {
    const { body } = await http.upload(reporter, await photo('a'));
    const { id } = await published({ attachmentIds: [body.id] });
    const before = filesOnDisk(harness.filesDirectory).length;
    const { database } = harness.deps;
    const broken = {
      ...harness.deps,
      database: {
        ...database,
        transaction: ((work) =>
          database.transaction(async (em) => {
            await work(em);
            throw new Error('Nothing of it');
          })) as typeof database.transaction,
      },
    };
    await expect(
      redactPhoto(
        broken,
        {
          reportId: id,
          attachmentId: body.id,
          areas: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }],
          reason,
          rule: 'CHILD',
        },
        desk,
      ),
    ).rejects.toThrow('Nothing of it');
    expect(filesOnDisk(harness.filesDirectory)).toHaveLength(before);
  });

  it('names no agency in the log once the report is confidential', async () => {
    const { id } = await published();
    await act(harness, desk, 'withholdReport', { reportId: id, reason, rule: 'SLANDER' });
    await harness.row(
      `update moderation_action set organisation_id = 'opd-13-71-dpupr' where report_id = $1 returning id`,
      id,
    );
    expect((await log())[0].organisation).toEqual({ id: 'opd-13-71-dpupr' });
    await harness.row('update report set is_confidential = true where id = $1 returning id', id);
    expect((await log())[0]).toMatchObject({ kind: 'WITHHELD', reportNumber: null, organisation: null });
  });

  it('is counted by act and rule between two days', async () => {
    const counts = async (from: string, until: string) =>
      (
        await harness.ask(
          actor.public,
          `{ moderationCounts(from: "${from}", until: "${until}") { rows { kind rule count } heldNow overdueNow } }`,
        )
      ).moderationCounts;
    const { id } = await published();
    await act(harness, desk, 'withholdReport', { reportId: id, reason, rule: 'SECRET_BY_LAW' });
    const today = await counts('2026-11-20', '2026-11-20');
    expect(today.rows).toContainEqual({ kind: 'WITHHELD', rule: 'SECRET_BY_LAW', count: 1 });
    expect(today).toMatchObject({ heldNow: (await held()).length, overdueNow: 0 });
    expect((await counts('2026-11-18', '2026-11-19')).rows).toEqual([]);
    harness.clock.advance(6 * 86_400_000);
    expect((await counts('2026-11-20', '2026-11-20')).overdueNow).toBe((await held()).length);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { canariesOf, hitsIn } from './canaries.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { tellOfficers } from './officers.ts';
import { dispose, LEAD } from './situations.ts';

const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const colleague = { ...actor.officer('LIAISON_OFFICER', LEAD), accountId: 'rekan' };
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const foreigner = actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr');
const fieldOfficer = actor.officer('FIELD_OFFICER', LEAD);
const desk = actor.nationalAdmin();
const suspended = { ...actor.officer('LIAISON_OFFICER', LEAD), accountId: 'ditangguhkan' };
const coming = { ...actor.officer('LIAISON_OFFICER', LEAD), accountId: 'akan-datang' };

const ADD = `mutation ($input: AddNoteInput!) { result: addNote(input: $input) { __typename
  ... on NoteAdded { report { notes { id text officer { id } organisation { id } mentioned { id } } } }
  ... on InvalidInput { fields { path code } } ... on UserError { code } } }`;
const MENTIONS = `query ($unreadOnly: Boolean!, $first: Int!, $after: String) { mentions(unreadOnly: $unreadOnly, first: $first, after: $after) {
  edges { node { isRead note { id text } report { id } } } pageInfo { hasNextPage endCursor } } }`;

describe('notes among officers', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    await tellOfficers(harness, [liaison, colleague, cityAdmin, foreigner, fieldOfficer, desk]);
    await tellOfficers(harness, [suspended], { isSuspended: true });
    await tellOfficers(harness, [coming], { from: '2026-12-01T00:00:00.000Z' });
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const add = async (viewer: Viewer, input: Record<string, unknown>) =>
    (await harness.ask(viewer, ADD, { input: { text: 'Tolong dicek di lapangan.', ...input } })).result;
  const disposed = async (overrides: Record<string, unknown> = {}) => {
    const report = await file(harness, actor.citizen('akun-pelapor'), overrides);
    await dispose(harness, report.id);
    return report;
  };
  const mentionsOf = async (viewer: Viewer, unreadOnly = false, first = 50, after: string | null = null) =>
    (await harness.ask(viewer, MENTIONS, { unreadOnly, first, after })).mentions;
  const notesOf = async (viewer: Viewer, number: string) =>
    (await harness.ask(viewer, `{ report(number: "${number}") { notes { text } } }`)).report?.notes ?? null;

  it('are read by officers who handle or oversee it, by nobody else, and are no part of the history', async () => {
    const { id, number } = await disposed();
    const before = await harness.row('select sequence from report where id = $1', id);
    expect(await add(liaison, { reportId: id, mentionedOfficerIds: [cityAdmin.accountId] })).toMatchObject({
      report: {
        notes: [
          {
            text: 'Tolong dicek di lapangan.',
            officer: { id: liaison.accountId },
            organisation: { id: LEAD },
            mentioned: [{ id: cityAdmin.accountId }],
          },
        ],
      },
    });
    for (const reader of [
      liaison,
      cityAdmin,
      desk,
      actor.officer('AGENCY_HEAD', LEAD),
      actor.officer('KSP_MONITOR', 'ksp'),
    ])
      expect(await notesOf(reader, number)).toHaveLength(1);
    for (const other of [
      actor.public,
      actor.citizen('akun-pelapor'),
      actor.withGrant(id),
      foreigner,
      fieldOfficer,
      actor.officer('ANALYST', 'ksp'),
      { ...liaison, reportGrants: [id] },
      { ...liaison, apiKey: { id: 'kunci', scopes: ['graph:read' as const] } },
    ])
      expect(await notesOf(other, number)).toEqual([]);
    expect(await harness.row('select sequence from report where id = $1', id)).toEqual(before);
    expect(await verifyHistory(harness.deps.database, harness.deps.chain, id)).toBeNull();
    expect(
      await harness.row(
        `select actor_id, action, facts from audit where report_id = $1 order by id desc limit 1`,
        id,
      ),
    ).toMatchObject({ actor_id: liaison.accountId, action: 'NOTE_ADDED', facts: { number, mentions: 1 } });
  });

  it('mention only officers who read them now, and tell those by a mail without a word', async () => {
    const { id, number } = await disposed();
    for (const officer of [foreigner, fieldOfficer, suspended, coming, { accountId: 'tidak-dikenal' }])
      expect(
        await add(liaison, { reportId: id, mentionedOfficerIds: [colleague.accountId, officer.accountId] }),
      ).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ path: 'input.mentionedOfficerIds', code: 'NOT_A_READER' }],
      });
    expect(await notesOf(liaison, number)).toEqual([]);
    await add(liaison, {
      reportId: id,
      text: 'Rahasia dapur kita.',
      mentionedOfficerIds: [colleague.accountId, desk.accountId, liaison.accountId, colleague.accountId],
    });
    const asked = (await harness.events('notification.requested'))
      .map(({ payload }) => payload)
      .filter(({ template, facts }) => template === 'officer-mentioned' && facts.number === number);
    expect(asked.map(({ recipient, facts }) => [recipient, facts])).toEqual(
      expect.arrayContaining([
        [
          { kind: 'OFFICER', officerId: colleague.accountId },
          { number, console: 'agency' },
        ],
        [
          { kind: 'OFFICER', officerId: desk.accountId },
          { number, console: 'national' },
        ],
      ]),
    );
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toContain('Rahasia');
  });

  it('of a confidential report mention nobody above or below the unit, and name no reporter in any event', async () => {
    const canaries = canariesOf('Catatan', 1);
    const { id } = await disposed({
      isConfidential: true,
      title: 'Judul yang sangat rahasia',
      reporter: { name: canaries.name, phone: `0${canaries.phone}`, email: canaries.email },
    });
    expect(await add(liaison, { reportId: id, mentionedOfficerIds: [cityAdmin.accountId] })).toMatchObject({
      fields: [{ code: 'NOT_A_READER' }],
    });
    expect(
      await add(liaison, {
        reportId: id,
        text: `Hubungi ${canaries.name} besok.`,
        mentionedOfficerIds: [colleague.accountId],
      }),
    ).toMatchObject({ __typename: 'NoteAdded' });
    const told = JSON.stringify(await harness.events());
    expect(hitsIn(told, [...Object.values(canaries), 'Judul yang sangat rahasia'])).toEqual([]);
    const audited = await harness.row('select jsonb_agg(facts) as all from audit where report_id = $1', id);
    expect(hitsIn(JSON.stringify(audited), Object.values(canaries))).toEqual([]);
  });

  it('repeated with the same key stand once, however many arrive at a time', async () => {
    const { id, number } = await disposed();
    const input = { reportId: id, requestKey: randomUUID(), mentionedOfficerIds: [desk.accountId] };
    const results = await Promise.all(Array.from({ length: 8 }, () => add(liaison, input)));
    expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set(['NoteAdded']));
    expect(await notesOf(liaison, number)).toHaveLength(1);
    // The same key of a colleague is another note.
    await add(colleague, input);
    expect(await notesOf(liaison, number)).toHaveLength(2);
  });

  it('are found by whoever is mentioned until they are read, in pages, and no longer once they are not for the officer', async () => {
    const mentioned: Viewer = { ...actor.officer('LIAISON_OFFICER', LEAD), accountId: 'yang-disebut' };
    await tellOfficers(harness, [mentioned]);
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) {
      const { id } = await disposed();
      ids.unshift(id);
      harness.clock.advance(1_000);
      await add(liaison, {
        reportId: id,
        text: `Catatan ${index}`,
        mentionedOfficerIds: [mentioned.accountId],
      });
    }
    const first = await mentionsOf(mentioned, true, 2);
    expect(first.edges.map(({ node }: any) => node.report.id)).toEqual(ids.slice(0, 2));
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await mentionsOf(mentioned, true, 2, first.pageInfo.endCursor);
    expect(rest.edges.map(({ node }: any) => node.report.id)).toEqual(ids.slice(2));

    const noteIds = first.edges.map(({ node }: any) => node.note.id);
    const mark = async (viewer: Viewer) =>
      (
        await harness.ask(
          viewer,
          'mutation ($input: MarkMentionsReadInput!) { result: markMentionsRead(input: $input) { __typename ... on MentionsRead { unreadCount } } }',
          { input: { noteIds } },
        )
      ).result;
    // Others' reading changes nothing for the officer; the public and keys have none.
    expect(await mark(colleague)).toMatchObject({ __typename: 'MentionsRead' });
    expect(await mark(actor.public)).toEqual({ __typename: 'NotFound' });
    expect((await mentionsOf(mentioned, true)).edges).toHaveLength(3);
    expect(await mark(mentioned)).toEqual({ __typename: 'MentionsRead', unreadCount: 1 });
    expect((await mentionsOf(mentioned)).edges.map(({ node }: any) => node.isRead)).toEqual([
      true,
      true,
      false,
    ]);

    const moved = {
      ...mentioned,
      posts: [{ role: 'LIAISON_OFFICER' as const, organisationId: 'opd-13-77-dpupr' }],
    };
    expect((await mentionsOf(moved)).edges).toEqual([]);
  });

  it('take the same number of statements for many as for few', async () => {
    const count = async () => {
      const before = harness.statements();
      await mentionsOf(desk);
      return harness.statements() - before;
    };
    const few = await count();
    for (let index = 0; index < 5; index++) {
      const { id } = await disposed();
      await add(liaison, { reportId: id, mentionedOfficerIds: [desk.accountId] });
    }
    expect(await count()).toBe(few);
  });
});

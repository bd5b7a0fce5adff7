import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { localDateAt, startOfLocalDate } from '@lapor/working-days';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, reportIn } from './situations.ts';

const DAY = 86_400_000;
const LAMP = 'pekerjaan-umum-dan-penataan-ruang.penerangan-jalan';
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const city = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');

describe('the lists of officers', () => {
  let harness: Harness;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    harness = await startHarness();
    const make = async (
      name: string,
      overrides: Record<string, unknown>,
      decision: Record<string, unknown> | null = {},
    ) => {
      const { id } = await file(harness, actor.public, overrides);
      ids[name] = id;
      if (decision) await dispose(harness, id, decision);
      harness.clock.advance(1_000);
      return id;
    };
    await make('road', { title: 'Jalan berlubang di tikungan', placeText: 'Simpang Lubuk Buaya' });
    await make(
      'lamp',
      { title: 'Lampu jalan padam', regionCode: '13.71.10', kind: 'ASPIRATION' },
      { categoryId: LAMP },
    );
    await make(
      'shared',
      { title: 'Trotoar rusak' },
      { leadOrganisationId: 'opd-13-71-dishub', coHandlerIds: [LEAD] },
    );
    ids.secret = (await reportIn(harness, 'DISPOSED', 'confidential')).id;
    await make(
      'waiting',
      {
        title: 'Got mampet di belakang sekolah',
        placeText: 'Dekat Stasiun',
        regionCode: '13.77.01',
        categoryId: LAMP,
      },
      null,
    );
    await make('waiting too', { title: 'Pohon tumbang' }, null);
    await harness.service.receiveEvents(
      'sla',
      (['road', 'lamp', 'shared'] as const).map((name, index) => ({
        id: index + 1,
        stream: ids[name]!,
        type: 'clock.next-due-changed',
        occurredAt: harness.clock.now().toISOString(),
        payload: {
          reportId: ids[name]!,
          nextDueAt: new Date(harness.clock.now().getTime() + (index * 4 - 1) * DAY).toISOString(),
          nextDueClock: 'FOLLOW_UP',
          closesAutomaticallyAt: null,
          sequence: 9,
        },
      })),
    );
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const inbox = async (variables: Record<string, unknown>, viewer: Viewer = unit) =>
    new Set(
      (
        await harness.ask(
          viewer,
          `query ($search: String, $filter: ListFilterInput) { inbox(bucket: NEW, search: $search, filter: $filter, first: 100) { edges { node { id } } } }`,
          variables,
        )
      ).inbox.edges.map(({ node }: any) => node.id),
    );
  const queue = async (variables: Record<string, unknown>, viewer: Viewer = actor.nationalAdmin()) =>
    (
      await harness.ask(
        viewer,
        `query ($search: String, $filter: ListFilterInput) { verificationQueue(search: $search, filter: $filter, first: 100) { edges { node { id } } } }`,
        variables,
      )
    ).verificationQueue.edges.map(({ node }: any) => node.id);
  const named = (...names: string[]) => new Set(names.map((name) => ids[name]));

  it('are searched by place, synonym and abbreviation besides number, title and text', async () => {
    expect(await inbox({ search: 'lubuk buaya' })).toEqual(named('road'));
    expect(await inbox({ search: 'pju' })).toEqual(named('lamp'));
    expect(await inbox({ search: 'perpustakaan' })).toEqual(new Set());
    expect(await queue({ search: 'stasiun' })).toEqual([ids.waiting]);
    expect(await queue({ search: 'selokan mampet' })).toEqual([ids.waiting]);
  });

  it('find a title that is nearly so where nothing of the list has the words', async () => {
    expect(await inbox({ search: 'trotoar rusa' })).toEqual(named('shared'));
    expect(await inbox({ search: 'trotoar rusa', filter: { kinds: ['ASPIRATION'] } })).toEqual(new Set());
    expect(await queue({ search: 'phon tumbang' })).toEqual([ids['waiting too']]);
  });

  it.each([
    [{ kinds: ['ASPIRATION'] }, ['lamp']],
    [{ categoryId: LAMP }, ['lamp']],
    [{ categoryId: 'pekerjaan-umum-dan-penataan-ruang' }, ['road', 'lamp', 'shared', 'secret']],
    [{ regionCode: '13.71.10' }, ['lamp']],
    [{ regionCode: '%' }, []],
    [{ states: ['COMPLETED'] }, []],
    [{ overdue: true }, ['road']],
    [{ overdue: false }, ['lamp', 'shared', 'secret']],
    [{ dueWithinDays: 5 }, ['road', 'lamp']],
    [{ dueWithinDays: 5, overdue: false }, ['lamp']],
    [{ coHandled: true }, ['shared']],
    [{ leadWithinId: LEAD }, ['road', 'lamp', 'secret']],
    [{ leadWithinId: 'opd-13-71-dishub' }, ['shared']],
    [{ leadWithinId: 'pemkot-13-77' }, []],
    [{ coHandled: false }, ['road', 'lamp', 'secret']],
    [{ confidential: true }, ['secret']],
    [{ confidential: false, regionCode: '13.71.09' }, ['road', 'shared']],
  ])('are narrowed by %j', async (filter, wanted) => {
    expect(await inbox({ filter })).toEqual(named(...wanted));
  });

  it('hold what is due by the end of today, which has not passed yet', async () => {
    const today = localDateAt(harness.clock.now(), 'Asia/Jakarta');
    const endOfDay = (daysAhead: number) =>
      new Date(startOfLocalDate(today, 'Asia/Jakarta').getTime() + (daysAhead + 1) * DAY);
    const lampDue = async (event: number, at: Date) => {
      await harness.service.receiveEvents('sla', [
        {
          id: event,
          stream: ids['lamp']!,
          type: 'clock.next-due-changed',
          occurredAt: harness.clock.now().toISOString(),
          payload: {
            reportId: ids['lamp']!,
            nextDueAt: at.toISOString(),
            nextDueClock: 'FOLLOW_UP',
            closesAutomaticallyAt: null,
            sequence: event,
          },
        },
      ]);
      return inbox({ filter: { dueWithinDays: 0 } });
    };
    expect(await lampDue(10, endOfDay(0))).toEqual(named('road', 'lamp'));
    expect(await lampDue(11, endOfDay(1))).toEqual(named('road'));
    expect(await inbox({ filter: { dueWithinDays: 1 } })).toEqual(named('road', 'lamp'));
  });

  it.each([
    ['0–6 days', { ageUntilDays: 6 }, ['road', 'lamp', 'shared', 'secret']],
    ['from 7 days on', { ageFromDays: 7 }, []],
    ['today', { ageFromDays: 0, ageUntilDays: 0 }, ['road', 'lamp', 'shared', 'secret']],
    ['rated', { rated: true }, []],
    ['not rated', { rated: false }, ['road', 'lamp', 'shared', 'secret']],
    ['led itself', { leadWithinId: LEAD, leadItself: true }, ['road', 'lamp', 'secret']],
    ['led by units below alone', { leadWithinId: 'pemkot-13-71', leadItself: true }, []],
  ])('are narrowed by what is %s', async (_, filter, wanted) => {
    expect(await inbox({ filter })).toEqual(named(...wanted));
  });

  it('part reports by days at Jakarta, as figures do', async () => {
    const { submitted_at: at } = await harness.row('select submitted_at from report where id = $1', ids.road);
    const day = localDateAt(at, 'Asia/Jakarta');
    const before = (days: number) => localDateAt(new Date(at.getTime() - days * DAY), 'Asia/Jakarta');
    const whole = named('road', 'lamp', 'shared', 'secret');
    expect(await inbox({ filter: { receivedFrom: day } })).toEqual(whole);
    expect(await inbox({ filter: { receivedUntil: day } })).toEqual(whole);
    expect(await inbox({ filter: { receivedFrom: before(3), receivedUntil: before(1) } })).toEqual(new Set());
    // The last instant of a day is of that day, the next one of the next: seen from both sides of a midnight at Jakarta.
    const move = (instant: Date) =>
      harness.row('update report set submitted_at = $2 where id = $1 returning id', ids.road, instant);
    try {
      const midnight = startOfLocalDate(day, 'Asia/Jakarta').getTime() - 6 * DAY;
      await move(new Date(midnight));
      expect((await inbox({ filter: { ageUntilDays: 6 } })).has(ids.road!)).toBe(true);
      expect((await inbox({ filter: { ageFromDays: 7 } })).has(ids.road!)).toBe(false);
      await move(new Date(midnight - 1));
      expect((await inbox({ filter: { ageUntilDays: 6 } })).has(ids.road!)).toBe(false);
      expect((await inbox({ filter: { ageFromDays: 7 } })).has(ids.road!)).toBe(true);
      expect(
        (await inbox({ filter: { receivedFrom: before(7), receivedUntil: before(7) } })).has(ids.road!),
      ).toBe(true);
    } finally {
      await move(at);
    }
  });

  it('never hold more because they are narrowed', async () => {
    const whole = await inbox({}, city);
    expect(whole.has(ids.secret!)).toBe(false);
    expect(await inbox({ filter: { confidential: true } }, city)).toEqual(new Set());
    expect(await inbox({ filter: { leadWithinId: LEAD } }, city)).toEqual(named('road', 'lamp'));
    for (const viewer of [actor.public, actor.citizen('x'), unit])
      expect(await queue({ filter: { kinds: ['COMPLAINT'] } }, viewer)).toEqual([]);
  });

  it('at the national desk are narrowed alike', async () => {
    expect(await queue({ filter: { regionCode: '13.77' } })).toEqual([ids.waiting]);
    expect(await queue({ filter: { categoryId: LAMP, kinds: ['COMPLAINT'] } })).toEqual([ids.waiting]);
    expect(await queue({})).toEqual([ids.waiting, ids['waiting too']]);
  });
});

describe('filters that officers keep', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const save = async (viewer: Viewer, input: Record<string, unknown>) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: SaveFilterInput!) { saveFilter(input: $input) { __typename ... on FilterSaved { filter { id kind name values { states regionCode overdue } } } ... on InvalidInput { fields { path code } } } }`,
        { input },
      )
    ).saveFilter;
  const list = async (viewer: Viewer, kind: string | null = null) =>
    (
      await harness.ask(
        viewer,
        `query ($kind: FilterKind) { savedFilters(kind: $kind) { id kind name values { states regionCode overdue } } }`,
        { kind },
      )
    ).savedFilters;
  const remove = async (viewer: Viewer, id: string) =>
    (
      await harness.ask(viewer, `mutation ($id: ID!) { deleteFilter(input: { id: $id }) { __typename } }`, {
        id,
      })
    ).deleteFilter.__typename;
  const values = { states: ['DISPOSED'], regionCode: '13.71', overdue: true };

  it('keep what parts reports by age, rating and lead, and the lists that cut across', async () => {
    const wide = { bucket: 'OPEN', ageFromDays: 7, ageUntilDays: 29, rated: true, leadItself: true };
    const { saveFilter } = await harness.ask(
      unit,
      `mutation ($input: SaveFilterInput!) { saveFilter(input: $input) { ... on FilterSaved { filter { id values { bucket ageFromDays ageUntilDays rated leadItself } } } } }`,
      { input: { kind: 'INBOX', name: 'Umur', values: wide } },
    );
    expect(saveFilter.filter.values).toEqual(wide);
    await remove(unit, saveFilter.filter.id);
    expect(await save(unit, { kind: 'INBOX', name: 'Umur', values: { bucket: 'EVERYTHING' } })).toMatchObject(
      { __typename: 'InvalidInput' },
    );
  });

  it('are the officer’s own, replaced by name, and removed', async () => {
    const { filter } = await save(unit, { kind: 'INBOX', name: 'Terlambat', values });
    expect(await list(unit)).toEqual([filter]);
    await save(unit, { kind: 'INBOX', name: 'Terlambat', values: { overdue: false } });
    expect(await list(unit, 'INBOX')).toEqual([
      { ...filter, values: { states: null, regionCode: null, overdue: false } },
    ]);
    expect(await list(unit, 'DESK')).toEqual([]);
    expect(await list(city)).toEqual([]);
    expect(await remove(city, filter.id)).toBe('NotFound');
    expect(await remove(unit, filter.id)).toBe('FilterDeleted');
    expect(await remove(unit, filter.id)).toBe('NotFound');
    expect(await list(unit)).toEqual([]);
    expect(
      await harness.row(
        `select count(*)::int as noted from audit where action in ('FILTER_SAVED', 'FILTER_DELETED') and subject_id = $1`,
        filter.id,
      ),
    ).toEqual({ noted: 3 });
  });

  it('are for officers in office alone', async () => {
    const key: Viewer = { ...unit, apiKey: { id: 'k', scopes: ['reports:read', 'graph:write'] } as never };
    for (const viewer of [actor.public, actor.citizen('x'), { ...unit, posts: [] }, key]) {
      expect(await save(viewer, { kind: 'INBOX', name: 'X', values })).toEqual({ __typename: 'NotFound' });
      expect(await list(viewer)).toEqual([]);
    }
  });

  it.each([
    [{ name: '' }, 'input.name'],
    [{ name: 'x'.repeat(61) }, 'input.name'],
    [{ values: { dueWithinDays: -1 } }, 'input.values.dueWithinDays'],
    [{ values: { search: 'x'.repeat(201) } }, 'input.values.search'],
  ])('are refused when %j', async (wrong, path) => {
    const refused = await save(unit, { kind: 'INBOX', name: 'Benar', values, ...wrong });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  });

  it('are fifty at most', async () => {
    for (let index = 0; index < 50; index++)
      await save(city, { kind: 'INBOX', name: `Saringan ${index}`, values });
    expect(await save(city, { kind: 'INBOX', name: 'Satu lagi', values })).toMatchObject({
      fields: [{ code: 'TOO_MANY' }],
    });
    expect(await save(city, { kind: 'INBOX', name: 'Saringan 7', values })).toMatchObject({
      __typename: 'FilterSaved',
    });
  });
});

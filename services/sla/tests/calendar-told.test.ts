import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '@lapor/events';
import { tellCalendar } from '../src/modules/calendar/index.ts';
import { at } from './a-report.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';

const SAVE = `mutation ($input: SaveHolidayInput!) { result: saveHoliday(input: $input) { __typename } }`;
const REMOVE = `mutation ($input: RemoveHolidayInput!) { result: removeHoliday(input: $input) { __typename } }`;
const DRY_RUN = `mutation ($input: ImportHolidaysInput!) { result: importHolidays(input: $input) { __typename } }`;
const ELECTION = {
  date: '2026-11-25',
  name: 'Pemilihan Serentak',
  kind: 'NATIONAL',
  status: 'OFFICIAL',
  decree: 'Keppres 12/2026',
};

describe('the calendar, for services that keep a copy', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-23 08:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const told = () => sla.told('calendar.changed');
  const versions = () =>
    sla.rows<{ id: number; name: string }>('select id, version as name from calendar_version order by id');
  const send = async (source: string, input: object) =>
    (await sla.query(source, DESK, { input })).result.__typename;

  test('is told whole when the service starts, and not again by the next start', async () => {
    const [event, ...others] = await told();
    expect(others).toEqual([]);
    const [version] = await versions();
    expect(event).toMatchObject({ version: version!.id, name: version!.name });
    const { holidays } = await sla.query('{ holidays(year: 2026) { date name kind status } }');
    expect(event!.holidays.filter(({ date }) => date.startsWith('2026-'))).toEqual(holidays);
    expect(catalogue['calendar.changed'].parse(event)).toEqual(event);
    expect(await tellCalendar(sla.database, sla.clock.now())).toBe(false);
    expect(await Promise.all([1, 2].map(() => tellCalendar(sla.database, sla.clock.now())))).toEqual([
      false,
      false,
    ]);
    expect(await told()).toHaveLength(1);
    expect(
      await sla.rows(
        `select subscriber from event_delivery d join event e on e.id = d.event_id where e.type = 'calendar.changed'`,
      ),
    ).toEqual([{ subscriber: 'reports' }]);
  });

  test('is told by the first start after a release that did not tell it, and again by a rebuild', async () => {
    await sla.database.pool.query('delete from event_delivery');
    await sla.database.pool.query(`delete from event where type = 'calendar.changed'`);
    const answers = await Promise.all([1, 2, 3].map(() => tellCalendar(sla.database, sla.clock.now())));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await tellCalendar(sla.database, sla.clock.now(), true)).toBe(true);
    const [first, second] = await told();
    expect(second).toEqual(first);
  });

  test('is told with every change, in their order, once per request; never by what changes nothing', async () => {
    const requestKey = randomUUID();
    for (let round = 0; round < 2; round++)
      expect(await send(SAVE, { requestKey, ...ELECTION })).toBe('CalendarChanged');
    expect(await send(SAVE, { requestKey: randomUUID(), ...ELECTION })).toBe('ChangeRefused');
    expect(await send(DRY_RUN, { year: 2026, csv: 'date,name,kind,status\n', dryRun: true })).not.toBe(
      'CalendarChanged',
    );
    const { date, decree } = ELECTION;
    await send(REMOVE, { requestKey: randomUUID(), date, decree });
    const events = await told();
    expect(events.map(({ version }) => version)).toEqual((await versions()).map(({ id }) => id));
    expect(events.map(({ holidays }) => holidays.some((day) => day.date === date))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person, roadReport } from '../platform/graph-client.ts';
import { eventually } from '../platform/processes.ts';
import { startAgencyWorld, startListener, type AgencyWorld } from './agency-world.ts';

const PORT = 23_272;
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
const CHANGED = `__typename ... on ReportChanged { report { id state } } ... on InvalidInput { fields { path code } } ... on UserError { code }`;

/** What a developer of an agency copies from docs/integration.md, by its heading. */
async function documentOf(name: string): Promise<string> {
  const page = await readFile(join(import.meta.dirname, '../../docs/integration.md'), 'utf8');
  const [, document] = new RegExp('```graphql\\n# ' + name + '\\n([^`]+)```').exec(page) ?? [];
  if (!document) throw new Error(`docs/integration.md has no document ${name}`);
  return document;
}

describe("an agency's own system", () => {
  const stack = new AsyncDisposableStack();
  let world: AgencyWorld;
  let cityKey: string;
  let unitKey: string;

  beforeAll(async () => {
    world = stack.use(await startAgencyWorld(PORT));
    cityKey = await world.keyOf('city', 'pemkot-13-71', ['reports:read', 'graph:write']);
    unitKey = await world.keyOf('unit', 'opd-13-71-dpupr', ['reports:read', 'graph:write']);
  });
  afterAll(() => stack.disposeAsync());

  /** The system of an agency: a key, an address where it listens, and nothing else. */
  function system(key: string) {
    const call = async (method: string, path: string, body?: object) => {
      const response = await fetch(world.address + path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          'x-lapor-client': 'aplikasi-kota',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    };
    const ask = async (query: string, variables: object = {}) =>
      (await call('POST', '/graphql', { query, variables })).body;
    return {
      call,
      ask,
      async do(mutation: string, input: object) {
        const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
        const { data, errors } = await ask(
          `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${CHANGED} } }`,
          { input: { requestKey: randomUUID(), ...input } },
        );
        return errors ? { errors: errors.map((error: any) => error.extensions.code) } : data.result;
      },
    };
  }
  const changed = (state: string) => ({ __typename: 'ReportChanged', report: { state } });

  /** Follows its webhook; each message is checked with the secret before it is believed. */
  async function follow(key: string, organisationId: string) {
    const listener = stack.use(await startListener());
    const made = await system(key).call('POST', '/channels/webhooks', {
      organisationId,
      url: listener.url,
      types: [],
      label: 'Aplikasi kota',
      requestKey: randomUUID(),
    });
    expect(made.status).toBe(201);
    const webhook = new Webhook(made.body.secret);
    const all = () =>
      listener.received.map(
        ({ raw, headers }) => webhook.verify(raw, headers) as { id: string; type: string; data: any },
      );
    return {
      id: made.body.webhook.id as string,
      secret: made.body.secret as string,
      all,
      /** Waits for what is told of a report. */
      next: (number: string, kind: string) =>
        eventually(`${kind} of ${number}`, async () => {
          await world.platform.services.settle();
          return all().find(({ type, data }) => data.number === number && type.endsWith(`.${kind}`)) ?? false;
        }),
    };
  }

  /** A citizen files on the web, and the national desk passes it on. */
  async function passedOn(more: object = {}) {
    const citizen = person(world.address);
    const { report, accessCode } = await citizen.do(
      'submitReport',
      { ...roadReport(), ...more },
      `__typename ... on ReportSubmitted { accessCode report { id number } } ... on InvalidInput { fields { path code } }`,
    );
    expect(
      await world.officer('desk').do('verifyReport', {
        reportId: report.id,
        class: 'GRIEVANCE',
        categoryId: roadReport().categoryId,
        leadOrganisationId: 'pemkot-13-71',
        safeToPublish: true,
      }),
    ).toMatchObject({ __typename: 'ReportChanged' });
    const { grant } = await citizen.do(
      'openReport',
      { number: report.number, accessCode },
      `__typename ... on ReportOpened { grant }`,
    );
    citizen.open(grant);
    return { id: report.id as string, number: report.number as string, citizen };
  }

  it('works a report to its completion by HTTP alone, with the clocks of everybody', async () => {
    const city = system(cityKey);
    const unit = system(unitKey);
    const atCity = await follow(cityKey, 'pemkot-13-71');
    const atUnit = await follow(unitKey, 'opd-13-71-dpupr');
    const { id: reportId, number, citizen } = await passedOn();

    const told = await atCity.next(number, 'disposed');
    expect(told.data).toMatchObject({
      state: 'DISPOSED',
      organisationIds: ['pemkot-13-71'],
      isConfidential: false,
    });
    const inbox = await city.ask(await documentOf('inbox'));
    expect(inbox.data.inbox.edges.map(({ node }: any) => node.number)).toContain(number);
    const read = await city.ask(await documentOf('report'), { number });
    expect(read.data.report).toMatchObject({
      id: reportId,
      text: roadReport().text,
      reporterLabel: expect.any(String),
    });
    expect(read.data.report.clocks.map(({ kind }: any) => kind)).toEqual(
      expect.arrayContaining(['FOLLOW_UP', 'RESOLUTION', 'OUTER_LIMIT']),
    );

    const acknowledge = {
      reportId,
      kind: 'ACKNOWLEDGEMENT',
      text: 'Laporan diterima dan dijadwalkan.',
      requestKey: randomUUID(),
    };
    for (let time = 0; time < 2; time++)
      expect(await city.do('answerReport', acknowledge)).toMatchObject(changed('DISPOSED'));
    await atCity.next(number, 'acknowledged');
    expect(await city.do('disposeReport', { reportId, organisationId: 'opd-13-71-dpupr' })).toMatchObject(
      changed('DISPOSED'),
    );
    await atUnit.next(number, 'disposed');
    expect(
      await unit.do('answerReport', {
        reportId,
        kind: 'PLAN',
        text: 'Penambalan dijadwalkan pekan depan.',
        promisedOn: nextWeek(),
      }),
    ).toMatchObject(changed('IN_PROGRESS'));
    expect((await atCity.next(number, 'planned')).data).toMatchObject({
      promisedOn: nextWeek(),
      organisationIds: ['opd-13-71-dpupr'],
    });
    const clocks = async () => {
      await world.platform.services.settle();
      const { data } = await unit.ask(await documentOf('report'), { number });
      return Object.fromEntries(data.report.clocks.map(({ kind, status }: any) => [kind, status]));
    };
    expect(await clocks()).toMatchObject({
      FOLLOW_UP: expect.stringMatching(/^(MET|STOPPED)/),
      RESOLUTION: 'RUNNING',
    });
    expect(
      await unit.do('answerReport', {
        reportId,
        kind: 'RESULT',
        outcome: 'SOLVED',
        text: 'Jalan sudah ditambal seluruhnya.',
        noProofReason: 'Foto menyusul dari lapangan.',
      }),
    ).toMatchObject(changed('IN_PROGRESS'));
    await atCity.next(number, 'result');
    expect(await citizen.do('confirmReport', { reportId })).toMatchObject({ __typename: 'ReportChanged' });
    expect((await atUnit.next(number, 'confirmed')).data).toMatchObject({ state: 'COMPLETED' });

    const { data } = await world
      .officer('desk')
      .ask(`{ report(number: "${number}") { state history { kind } } }`);
    const kinds = data.report.history.map(({ kind }: any) => kind);
    expect(data.report.state).toBe('COMPLETED');
    expect(kinds.filter((kind: string) => kind === 'ACKNOWLEDGED')).toHaveLength(1);
    // In the order in which it happened, and nothing of the report's words.
    const order = atCity
      .all()
      .filter(({ data: { number: of } }) => of === number)
      .map(({ type }) => type.split('.').at(-1));
    expect(order.indexOf('acknowledged')).toBeLessThan(order.indexOf('planned'));
    expect(order.indexOf('planned')).toBeLessThan(order.indexOf('result'));
    const everything = JSON.stringify([atCity.all(), atUnit.all()]);
    for (const words of ['berlubang', 'warga@contoh.id', 'Penambalan', 'ditambal'])
      expect(everything).not.toContain(words);
  });

  it('gives a report back, and is told when one is taken from it', async () => {
    const city = system(cityKey);
    const atCity = await follow(cityKey, 'pemkot-13-71');
    const { id: reportId, number } = await passedOn();
    await atCity.next(number, 'disposed');
    const given = await city.do('returnReport', {
      reportId,
      reason: 'OTHER_REGION',
      text: 'Ruas ini jalan provinsi, bukan jalan kota.',
    });
    expect(given).toMatchObject({ __typename: 'ReportChanged' });
    expect((await atCity.next(number, 'left')).data).toEqual({
      number,
      at: expect.any(String),
      isConfidential: false,
    });

    const other = await passedOn();
    await atCity.next(other.number, 'disposed');
    expect(
      await other.citizen.do('withdrawReport', { reportId: other.id, reason: 'Sudah selesai sendiri.' }),
    ).toMatchObject({
      __typename: 'ReportChanged',
    });
    expect((await atCity.next(other.number, 'withdrawn')).data.state).toBe('ARCHIVED');
  });

  it('says of a confidential report nothing but its number and state, and only to who handles it', async () => {
    const atCity = await follow(cityKey, 'pemkot-13-71');
    const atUnit = await follow(unitKey, 'opd-13-71-dpupr');
    const { id: reportId, number } = await passedOn({ isConfidential: true });
    const [told] = await eventually('the message', async () => {
      await world.platform.services.settle();
      const of = atCity.all().filter(({ data }) => data.number === number);
      return of.length > 0 && of;
    });
    expect(told!.data).toEqual({ number, state: 'DISPOSED', isConfidential: true });
    expect(told!.type).toBe('id.go.lapor.report.changed');
    expect(
      await system(cityKey).do('disposeReport', { reportId, organisationId: 'opd-13-71-dpupr' }),
    ).toMatchObject({
      __typename: expect.stringMatching(/^Report/),
    });
    await atUnit.next(number, 'changed');
    const before = atCity.all().length;
    expect(
      await system(unitKey).do('answerReport', {
        reportId,
        kind: 'PLAN',
        text: 'Ditindaklanjuti pekan depan.',
        promisedOn: nextWeek(),
      }),
    ).toMatchObject({ __typename: 'ReportChanged' });
    await world.platform.services.settle();
    expect(atCity.all()).toHaveLength(before);
    expect((await system(cityKey).ask(`{ report(number: "${number}") { id } }`)).data.report).toBeNull();
  });

  it('may do with a key what its organisation may, and nothing of a person', async () => {
    const { id: reportId, number } = await passedOn();
    const reading = system(await world.keyOf('city', 'pemkot-13-71', ['reports:read']));
    const plan = { reportId, kind: 'PLAN', text: 'Dijadwalkan pekan depan.', promisedOn: nextWeek() };
    expect((await reading.ask(await documentOf('report'), { number })).data.report.id).toBe(reportId);
    expect(await reading.do('answerReport', plan)).toEqual({ errors: ['FORBIDDEN'] });
    const other = system(await world.keyOf('other', 'pemkot-13-72', ['reports:read', 'graph:write']));
    expect(await other.do('answerReport', plan)).toMatchObject({ __typename: 'NotFound' });
    expect(
      await system(cityKey).do('revealIdentity', { reportId, reason: 'Menghubungi pelapor untuk lokasi.' }),
    ).not.toMatchObject({
      identity: expect.anything(),
    });
    for (const [method, path] of [
      ['GET', '/channels/webhooks'],
      ['POST', '/channels/webhooks'],
    ] as const)
      expect((await reading.call(method, path, method === 'POST' ? {} : undefined)).status).toBe(404);
    expect((await fetch(`${world.address}/channels/webhooks`)).status).toBe(404);
  });

  it('leaves no key and no secret in logs, records or answers', async () => {
    const { secret, id } = await follow(cityKey, 'pemkot-13-71');
    const log = world.lines.join('\n');
    const listed = JSON.stringify((await system(cityKey).call('GET', `/channels/webhooks/${id}`)).body);
    const rows = JSON.stringify(await world.sql('select * from channels.webhook'));
    const actions = JSON.stringify(await world.sql('select * from channels.desk_action'));
    for (const canary of [cityKey.slice(6), unitKey.slice(6), secret.slice(6)])
      for (const place of [log, listed, rows, actions]) expect(place.includes(canary)).toBe(false);
  });
});

import { randomUUID } from 'node:crypto';
import { CloudEvent } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '@lapor/logging';
import {
  CITY,
  DESK,
  keyOf,
  officer,
  OTHER_CITY,
  startReceiver,
  webhookWorld,
  type Receiver,
  type WebhookWorld,
} from './webhook-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('webhooks', () => {
  let world: WebhookWorld;
  let city: Receiver;
  const lines: string[] = [];

  beforeAll(async () => {
    world = await webhookWorld({
      logger: createLogger('channels', 'trace', { write: (line) => void lines.push(line) }),
    });
  });
  afterAll(() => world[Symbol.asyncDispose]());
  beforeEach(async () => void (city = await startReceiver()));
  afterEach(async () => {
    await city[Symbol.asyncDispose]();
    await world.running.sql('delete from channels.webhook');
  });

  const settle = async () => {
    while ((await world.running.channels.settle()) > 0);
  };
  const numbers = (receiver: Receiver) =>
    receiver.received.map(({ body }) => `${body.subject} ${body.type.split('.').at(-1)}`);
  const verified = ({ headers, raw }: Receiver['received'][number], secret: string) => {
    // The clock of the tests is not that of the machine, at which the library looks.
    const headersNow = { ...headers } as Record<string, string>;
    return new Webhook(secret).sign(
      headersNow['webhook-id']!,
      new Date(Number(headersNow['webhook-timestamp']) * 1_000),
      raw,
    );
  };
  const logOf = async (id: string, query = '') =>
    (await world.ask(CITY, 'GET', `/${id}/messages${query}`)).body.messages;
  const later = (milliseconds: number) =>
    world.clock.set(new Date(world.clock.now().getTime() + milliseconds));

  it('brings signed CloudEvents to whom a report belongs, in the order of each report', async () => {
    const { secret } = await world.make(CITY, city.url);
    await world.happen(
      { kind: 'DISPOSED', sequence: 2 },
      { kind: 'ACKNOWLEDGED', sequence: 3 },
      { kind: 'PLANNED', reportId: 'report-2', number: '11112222' },
      { kind: 'PLANNED', sequence: 4 },
      { kind: 'PLANNED', reportId: 'report-3', number: '33334444', assignments: [] },
    );
    await settle();
    expect(numbers(city).filter((entry) => entry.startsWith('48213097'))).toEqual([
      '48213097 disposed',
      '48213097 acknowledged',
      '48213097 planned',
    ]);
    expect(numbers(city)).toContain('11112222 planned');
    expect(city.received).toHaveLength(4);
    const [first] = city.received as [Receiver['received'][number]];
    expect(first.headers['webhook-signature']).toBe(verified(first, secret));
    expect(first.headers['webhook-id']).toBe(first.body.id);
    expect(first.headers['content-type']).toContain('application/cloudevents+json');
    expect(new CloudEvent(first.body).validate()).toBe(true);
    expect(first.body).toMatchObject({
      source: 'https://lapor.example',
      data: { organisationIds: ['opd-13-71-dpupr'] },
    });
  });

  it('tries again what was not taken, later and later, and never lets a later message overtake', async () => {
    const { id } = await world.make(CITY, city.url);
    const times: number[] = [];
    city.answers = () => (times.push(world.clock.now().getTime()), times.length < 4 ? 500 : 200);
    await world.happen({ kind: 'DISPOSED' }, { kind: 'PLANNED' });
    await settle();
    expect(numbers(city)).toEqual(['48213097 disposed']);
    expect((await world.ask(CITY, 'GET', `/${id}`)).body).toMatchObject({
      failures: 1,
      waiting: 2,
      state: 'ACTIVE',
    });
    for (let minute = 0; minute < 60 && city.received.length < 5; minute++) {
      later(60_000);
      await settle();
    }
    expect(numbers(city)).toEqual([...Array<string>(4).fill('48213097 disposed'), '48213097 planned']);
    const pauses = times.slice(1, 4).map((time, index) => time - times[index]!);
    expect(pauses[2]!).toBeGreaterThan(pauses[1]!);
    expect(new Set(city.received.slice(0, 4).map(({ body }) => body.id)).size).toBe(1);
    expect((await world.ask(CITY, 'GET', `/${id}`)).body).toMatchObject({
      failures: 0,
      failingSince: null,
      waiting: 0,
    });
    expect(await logOf(id, '?state=DELIVERED')).toMatchObject([
      { attempts: 1 },
      { attempts: 4, lastStatus: 200 },
    ]);
  });

  it('lets a message that is refused hold up only its own report', async () => {
    await world.make(CITY, city.url);
    city.answers = ({ body }) => (body.subject === '48213097' ? 422 : 200);
    await world.happen(
      { kind: 'DISPOSED' },
      { kind: 'PLANNED' },
      { reportId: 'report-2', number: '11112222' },
    );
    await settle();
    expect(numbers(city).toSorted()).toEqual(['11112222 planned', '48213097 disposed']);
  });

  it('gives a message up after three days, and sends it again when it is asked for', async () => {
    const { id } = await world.make(CITY, city.url);
    city.answers = () => 503;
    await world.happen({ kind: 'DISPOSED' });
    for (let hour = 0; hour < 80; hour++) {
      await settle();
      later(HOUR);
    }
    const [message] = await logOf(id);
    expect(message).toMatchObject({ state: 'FAILED', lastStatus: 503, lastError: 'HTTP', nextAt: null });
    expect(message.attempts).toBeGreaterThan(9);
    const tried = city.received.length;
    city.answers = () => 200;
    expect((await world.ask(OTHER_CITY, 'POST', `/messages/${message.id}/replay`, {})).status).toBe(404);
    expect((await world.ask(CITY, 'POST', `/messages/${message.id}/replay`, {})).status).toBe(202);
    expect((await world.ask(CITY, 'POST', `/messages/${message.id}/replay`, {})).status).toBe(409);
    later(2 * HOUR);
    await settle();
    expect(city.received).toHaveLength(tried + 1);
    expect(city.received.at(-1)!.body.id).toBe(message.id);
    expect(await logOf(id)).toMatchObject([{ state: 'DELIVERED', attempts: 1 }]);
  });

  it('stops at 410, and after five days without success, and tells whoever made it', async () => {
    const gone = await world.make(CITY, city.url);
    city.answers = () => 410;
    await world.happen({ kind: 'DISPOSED' }, { kind: 'PLANNED' });
    await settle();
    expect((await world.ask(CITY, 'GET', `/${gone.id}`)).body).toMatchObject({
      state: 'DISABLED',
      disabledReason: 'GONE',
      waiting: 0,
    });
    await world.happen({ kind: 'RESULT' });
    await settle();
    expect(city.received).toHaveLength(1);
    const mails = () =>
      world.running.sql<{ officer_id: string }>(
        `select officer_id from channels.delivery where template = 'webhook-disabled' and state = 'SENT'`,
      );
    expect(await mails()).toEqual([{ officer_id: 'city' }]);

    const failing = await world.make(CITY, city.url.replace('/lapor', '/lain'));
    city.answers = () => 500;
    for (let hour = 0; hour < 160; hour++) {
      if (hour % 30 === 0) await world.happen({ kind: 'PLANNED' });
      await settle();
      later(HOUR);
    }
    expect((await world.ask(CITY, 'GET', `/${failing.id}`)).body).toMatchObject({
      state: 'DISABLED',
      disabledReason: 'FAILING',
    });
    expect(await mails()).toHaveLength(2);

    city.answers = () => 200;
    expect((await world.ask(CITY, 'PATCH', `/${failing.id}`, { state: 'ACTIVE' })).body).toMatchObject({
      state: 'ACTIVE',
      failures: 0,
    });
    await world.happen({ kind: 'RESULT' });
    await settle();
    expect(numbers(city).at(-1)).toBe('48213097 result');
  }, 60_000);

  it('is not stopped by the first hiccup after a long quiet', async () => {
    const { id } = await world.make(CITY, city.url);
    for (const status of [422, 503]) {
      city.answers = () => status;
      await world.happen({ kind: 'DISPOSED', reportId: `report-${status}` });
      for (let hour = 0; hour < 80; hour++) {
        await settle();
        later(HOUR);
      }
      later(4 * DAY);
      city.answers = () => 500;
      await world.happen({ kind: 'PLANNED', reportId: `later-${status}` });
      await settle();
      expect((await world.ask(CITY, 'GET', `/${id}`)).body).toMatchObject({ state: 'ACTIVE', waiting: 1 });
      city.answers = () => 200;
      later(2 * HOUR);
      await settle();
    }
  }, 60_000);

  it('ends with the requests under way when the service stops, whatever else waits', async () => {
    const own = await webhookWorld();
    await own.make(CITY, city.url);
    const [arrived, release] = [Promise.withResolvers<void>(), Promise.withResolvers<number>()];
    city.answers = () => (arrived.resolve(), release.promise);
    await own.happen(...Array.from({ length: 40 }, (_none, index) => ({ reportId: `report-${index}` })));
    const settling = own.running.channels.settle().catch(() => {});
    await arrived.promise;
    const closing = own[Symbol.asyncDispose]();
    // Stopping has begun when nobody is served any more.
    await expect.poll(() => own.ask(CITY, 'GET', '').catch(() => null), { timeout: 10_000 }).toBeNull();
    release.resolve(200);
    await Promise.all([closing, settling]);
    expect(city.received.length).toBeLessThan(40);
  });

  it('gives back no lease but its own', async () => {
    await world.make(CITY, city.url);
    const answers = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
    const arrived = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let asked = 0;
    city.answers = () => {
      const index = Math.min(asked++, 1);
      arrived[index]!.resolve();
      return answers[index]!.promise;
    };
    await world.happen({ kind: 'DISPOSED' });
    const first = world.running.channels.settle();
    await arrived[0]!.promise;
    // The first took too long; another one has it now.
    later(61_000);
    const second = world.running.channels.settle();
    await arrived[1]!.promise;
    answers[0]!.resolve(500);
    await first;
    const [lease] = await world.running.sql('select busy_until from channels.webhook');
    expect(lease).not.toEqual({ busy_until: null });
    answers[1]!.resolve(200);
    await second;
  });

  it('says no more of a report that became confidential, neither later nor from its log', async () => {
    await using national = await startReceiver();
    await using unit = await startReceiver();
    const { id } = await world.make(CITY, city.url);
    const desk = await world.make(DESK, national.url);
    const own = await world.make(officer('unit', 'AGENCY_ADMIN', 'opd-13-71-dpupr'), unit.url);
    await world.happen({ kind: 'DISPOSED' });
    await settle();
    for (const receiver of [city, national, unit]) {
      expect(receiver.received).toHaveLength(1);
      receiver.answers = () => 503;
    }
    await world.happen({ kind: 'PLANNED' });
    await settle();
    await world.happen({ kind: 'RECLASSIFIED', isConfidential: true, isPublished: false });
    for (const receiver of [city, national, unit]) {
      receiver.answers = () => 200;
      receiver.received.length = 0;
    }
    later(2 * HOUR);
    await settle();
    later(2 * HOUR);
    await settle();
    // Who does not handle it hears once that it changed, who does hears all of it as a change.
    expect([city, national, unit].map(({ received }) => received.length)).toEqual([1, 1, 2]);
    const log = async (webhook: string) =>
      (await world.ask(DESK, 'GET', `/${webhook}/messages`)).body.messages as { id: string }[];
    for (const webhook of [id, desk.id, own.id]) {
      const messages = await log(webhook);
      expect(messages).toHaveLength(3);
      expect(JSON.stringify(messages)).not.toContain('opd-13-71-dpupr');
      expect(JSON.stringify(messages)).not.toContain('planned');
    }
    const said = JSON.stringify([city, national, unit].flatMap(({ received }) => received));
    expect(said).not.toContain('organisationIds');
    const oldest = (await log(desk.id)).at(-1)!;
    expect((await world.ask(DESK, 'POST', `/messages/${oldest.id}/replay`, {})).status).toBe(409);
    const kept = (await log(own.id)).at(-1)!;
    expect((await world.ask(DESK, 'POST', `/messages/${kept.id}/replay`, {})).status).toBe(202);
  });

  it('never waits for a slow receiver with the others', async () => {
    await using slow = await startReceiver();
    const release = Promise.withResolvers<number>();
    slow.answers = () => release.promise;
    await world.make(CITY, slow.url);
    await world.make(CITY, city.url);
    await world.happen({ kind: 'DISPOSED' });
    const arrived = Promise.withResolvers<void>();
    city.answers = () => (arrived.resolve(), 200);
    const settling = settle();
    await arrived.promise;
    expect(numbers(city)).toEqual(['48213097 disposed']);
    release.resolve(200);
    await settling;
    expect(numbers(slow)).toEqual(['48213097 disposed']);
  });

  it('follows no redirect, and refuses a name that leads to its own machine where that is not allowed', async () => {
    const { id } = await world.make(CITY, city.url);
    city.answers = () => 302;
    await world.happen({ kind: 'DISPOSED' });
    await settle();
    expect(await logOf(id)).toMatchObject([{ state: 'WAITING', lastStatus: 302 }]);
    await using closed = await webhookWorld({ webhookLoopback: false });
    const input = { organisationId: 'pemkot-13-71', url: city.url, label: 'a', requestKey: randomUUID() };
    expect(await closed.ask(CITY, 'POST', '', input)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'url' }] },
    });
    const other = await closed.make(CITY, 'https://penerima.example/');
    // A name that was good when it was entered leads elsewhere now.
    await closed.running.sql('update channels.webhook set url = $1', [city.url]);
    await closed.happen({ kind: 'DISPOSED' });
    const before = city.received.length;
    while ((await closed.running.channels.settle()) > 0);
    const log = await closed.ask(CITY, 'GET', `/${other.id}/messages`);
    expect(log.body.messages).toMatchObject([
      { state: 'WAITING', lastStatus: null, lastError: 'REFUSED_ADDRESS' },
    ]);
    expect(city.received).toHaveLength(before);
    await expect(
      webhookWorld({ webhookLoopback: true, production: true, smtpUrl: 'smtp://127.0.0.1:1' }),
    ).rejects.toThrow('own machine');
  });

  it('signs with both secrets for a day when one is changed', async () => {
    const { id, secret } = await world.make(CITY, city.url);
    const requestKey = randomUUID();
    const rotated = await world.ask(CITY, 'POST', `/${id}/rotate`, { requestKey });
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect((await world.ask(CITY, 'POST', `/${id}/rotate`, { requestKey })).body).toEqual(rotated.body);
    await world.happen({ kind: 'DISPOSED' });
    await settle();
    const [first] = city.received as [Receiver['received'][number]];
    expect(first.headers['webhook-signature']).toBe(
      `${verified(first, rotated.body.secret)} ${verified(first, secret)}`,
    );
    later(DAY + 1);
    await world.happen({ kind: 'PLANNED' });
    await settle();
    expect(city.received[1]!.headers['webhook-signature']).toBe(
      verified(city.received[1]!, rotated.body.secret),
    );
  });

  it('makes one webhook of one request, and refuses the key with another content', async () => {
    const input = { organisationId: 'pemkot-13-71', url: city.url, label: 'a', requestKey: randomUUID() };
    const first = await world.ask(CITY, 'POST', '', input);
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.ask(CITY, 'POST', '', input)));
    for (const answer of answers) expect(answer).toEqual(first);
    expect((await world.ask(CITY, 'POST', '', { ...input, label: 'b' })).status).toBe(409);
    expect((await world.ask(CITY, 'GET', '')).body.webhooks).toHaveLength(1);
    expect(
      (await world.ask(CITY, 'POST', '', { ...input, requestKey: randomUUID(), types: ['jam'] })).body.fields,
    ).toMatchObject([{ path: 'types.0' }]);
  });

  it('sends a test once per request, and says what became of it', async () => {
    const { id } = await world.make(CITY, city.url);
    const requestKey = randomUUID();
    const [sent] = await Promise.all(
      [1, 2, 3].map(() => world.ask(CITY, 'POST', `/${id}/test`, { requestKey })),
    );
    await settle();
    expect(city.received.map(({ body }) => body.type)).toEqual(['id.go.lapor.webhook.test']);
    expect(await logOf(id)).toMatchObject([{ id: sent!.body.messageId, state: 'DELIVERED', number: null }]);
    await world.ask(CITY, 'PATCH', `/${id}`, { state: 'PAUSED' });
    expect((await world.ask(CITY, 'POST', `/${id}/test`, { requestKey: randomUUID() })).status).toBe(409);
  });

  it('keeps messages while it is paused, and forgets its log after 30 days', async () => {
    const { id } = await world.make(CITY, city.url);
    await world.ask(CITY, 'PATCH', `/${id}`, { state: 'PAUSED' });
    await world.happen({ kind: 'DISPOSED' });
    await settle();
    expect(city.received).toHaveLength(0);
    await world.ask(CITY, 'PATCH', `/${id}`, { state: 'ACTIVE' });
    await settle();
    expect(numbers(city)).toEqual(['48213097 disposed']);
    later(31 * DAY);
    await settle();
    expect(await logOf(id)).toEqual([]);
  });

  it('opens to the national desk, the admin above and a key that may write, and to nobody else', async () => {
    const { id } = await world.make(officer('unit', 'AGENCY_ADMIN', 'opd-13-71-dpupr'), city.url);
    const national = await world.make(DESK, city.url);
    const writing = keyOf('opd-13-71-dpupr', ['reports:read', 'graph:write']);
    const attempts: [string, string, object?][] = [
      ['GET', `/${id}`],
      ['PATCH', `/${id}`, { label: 'lain' }],
      ['POST', `/${id}/rotate`, { requestKey: randomUUID() }],
      ['POST', `/${id}/test`, { requestKey: randomUUID() }],
      ['GET', `/${id}/messages`],
      [
        'POST',
        '',
        { organisationId: 'opd-13-71-dpupr', url: city.url, label: 'x', requestKey: randomUUID() },
      ],
      ['POST', '', { organisationId: null, url: city.url, label: 'x', requestKey: randomUUID() }],
      ['POST', '', { organisationId: 'tidak-ada', url: city.url, label: 'x', requestKey: randomUUID() }],
      ['DELETE', `/${id}`],
    ];
    const strangers = [
      null,
      { kind: 'citizen' as const, accountId: 'warga', posts: [], reportGrants: ['report-1'] },
      OTHER_CITY,
      officer('a', 'LIAISON_OFFICER', 'opd-13-71-dpupr'),
      officer('b', 'AGENCY_HEAD', 'pemkot-13-71'),
      officer('c', 'ANALYST', 'ksp'),
      officer('d', 'OMBUDSMAN', 'ombudsman'),
      keyOf('opd-13-71-dpupr', ['reports:read']),
      keyOf('opd-13-71-dpupr', ['graph:write']),
      keyOf('pemkot-13-71', ['reports:read', 'graph:write']),
      { ...DESK, apiKey: { id: '2', scopes: ['graph:read', 'graph:write', 'reports:read'] as const } },
    ];
    for (const stranger of strangers)
      for (const [method, path, body] of attempts) {
        const answer = await world.ask(stranger, method, path, body);
        expect([stranger?.accountId, method, path, answer.status]).toEqual([
          stranger?.accountId,
          method,
          path,
          404,
        ]);
        expect(answer.body).toEqual({ code: 'NOT_FOUND', message: 'Not found' });
      }
    for (const friend of [CITY, DESK, writing])
      expect((await world.ask(friend, 'GET', `/${id}`)).status).toBe(200);
    expect((await world.ask(CITY, 'GET', `/${national.id}`)).status).toBe(404);
    const listed = async (viewer: typeof CITY) =>
      (await world.ask(viewer, 'GET', '')).body.webhooks
        .map((webhook: { id: string }) => webhook.id)
        .toSorted();
    expect(await listed(DESK)).toEqual([id, national.id].toSorted());
    for (const viewer of [CITY, writing]) expect(await listed(viewer)).toEqual([id]);
    expect(await listed(OTHER_CITY)).toEqual([]);
    expect(
      (await world.ask(CITY, 'DELETE', `/${id}`, undefined, { origin: 'https://jahat.test' })).status,
    ).toBe(403);
    expect((await world.ask(CITY, 'DELETE', `/${id}`)).status).toBe(204);
  });

  it('records who did what, and leaves no secret and no address of a receiver in logs or records', async () => {
    const { id, secret } = await world.make(CITY, city.url);
    await world.ask(CITY, 'PATCH', `/${id}`, { url: `${city.url}&lain=1` });
    await world.happen({ kind: 'DISPOSED' });
    await settle();
    const actions = await world.running.sql<{ action: string; account_id: string; detail: string }>(
      'select action, account_id, detail from channels.desk_action where subject_id = $1 order by id',
      [id],
    );
    expect(actions).toMatchObject([
      { action: 'WEBHOOK_CREATED', account_id: 'city' },
      { action: 'WEBHOOK_CHANGED', account_id: 'city', detail: 'url' },
    ]);
    const stored = JSON.stringify(await world.running.sql('select * from channels.webhook'));
    const said = `${lines.join('\n')}${JSON.stringify(await world.running.sql('select * from channels.desk_action'))}`;
    expect(said).not.toContain('rahasia-penerima');
    for (const place of [said, stored, JSON.stringify((await world.ask(DESK, 'GET', `/${id}`)).body)])
      expect(place.includes(secret.slice(6))).toBe(false);
  });
});

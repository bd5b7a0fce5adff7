import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyOf, startReceiver, webhookWorld, type Receiver, type WebhookWorld } from './webhook-world.ts';

const KEY = keyOf('opd-13-71-dpupr', ['reports:read', 'graph:write']);

describe('a webhook that a key made', () => {
  let world: WebhookWorld;
  let receiver: Receiver;
  let admins: { officerId: string; organisationId: string }[];
  let isAway = false;
  const asked: (readonly string[])[] = [];

  beforeAll(async () => {
    world = await webhookWorld({
      admins: {
        async adminsOf(organisationIds) {
          asked.push(organisationIds);
          if (isAway) throw new Error('organisations is away');
          return admins;
        },
      },
    });
  });
  afterAll(() => world[Symbol.asyncDispose]());
  beforeEach(async () => {
    receiver = await startReceiver();
    receiver.answers = () => 410;
  });
  afterEach(async () => {
    await receiver[Symbol.asyncDispose]();
    await world.running.sql('delete from channels.webhook');
    await world.running.sql('delete from channels.mailbox_message');
    await world.running.sql('delete from channels.delivery');
  });

  const settle = async () => {
    while ((await world.running.channels.settle()) > 0);
  };
  const ends = async () => {
    const { id } = await world.make(KEY, receiver.url);
    await world.happen({ kind: 'PLANNED' });
    await settle();
    expect(
      await world.running.sql('select state, disabled_reason as reason from channels.webhook where id = $1', [
        id,
      ]),
    ).toEqual([{ state: 'DISABLED', reason: 'GONE' }]);
  };
  const told = async () =>
    (
      await world.running.sql<{ officer_id: string }>(
        `select officer_id from channels.delivery where template = 'webhook-disabled' and state = 'SENT' order by 1`,
      )
    ).map(({ officer_id: officerId }) => officerId);

  it('tells every admin of its organisation when it ends, once, and nobody above', async () => {
    admins = [
      { officerId: 'dinas-a', organisationId: 'opd-13-71-dpupr' },
      { officerId: 'dinas-b', organisationId: 'opd-13-71-dpupr' },
      { officerId: 'kota', organisationId: 'pemkot-13-71' },
    ];
    await ends();
    expect(await told()).toEqual(['dinas-a', 'dinas-b']);
    expect(asked.at(-1)).toEqual(['pemkot-13-71', 'opd-13-71-dpupr']);
    await world.running.retry();
    await settle();
    expect(await told()).toEqual(['dinas-a', 'dinas-b']);
  });

  it('tells those of the nearest organisation above where its own has none', async () => {
    admins = [{ officerId: 'kota', organisationId: 'pemkot-13-71' }];
    await ends();
    expect(await told()).toEqual(['kota']);
  });

  it('tells them as soon as somebody knows who they are', async () => {
    admins = [{ officerId: 'dinas-a', organisationId: 'opd-13-71-dpupr' }];
    isAway = true;
    await ends();
    expect(await told()).toEqual([]);
    isAway = false;
    await world.running.retry();
    await settle();
    expect(await told()).toEqual(['dinas-a']);
  });

  it('ends all the same where nobody is to be told', async () => {
    admins = [];
    await ends();
    expect(await told()).toEqual([]);
  });
});

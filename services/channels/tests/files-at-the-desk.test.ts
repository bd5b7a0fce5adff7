import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RINA } from './desk-world.ts';
import { useTelegramDoor } from './telegram-world.ts';

const REPORT = {
  title: 'Got meluap di depan rumah',
  text: 'Got di depan rumah kami meluap terus.',
};

describe('files of a message at the desk', () => {
  const door = useTelegramDoor();
  let server: FastifyInstance;

  beforeEach(async () => {
    server = fastify();
    server.decorateRequest('viewer');
    server.addHook('onRequest', async (request) => {
      request.viewer = RINA;
    });
    await server.register(async (routes) => door.running.channels.routes?.(routes));
  });
  afterEach(() => server.close());

  const file = (id: string, requestKey: string = randomUUID()) =>
    server.inject({
      method: 'POST',
      url: `/channels/desk/messages/${id}/file`,
      headers: { origin: 'https://lapor.example' },
      payload: { requestKey, ...REPORT },
    });
  /** Somebody sends a photo with words that no door understands. */
  const strays = async () => {
    await door.says({ caption: 'pak tolong got', photo: door.photo('got') });
    const [row] = await door.running.sql<{ id: string }>(
      `select id from channels.inbound where state = 'WAITING_FOR_PERSON'`,
    );
    return row!.id;
  };
  const begun = () =>
    door.running.sql<{ ready: boolean; held: boolean }>(
      'select is_ready as ready, prepared_until is not null as held from channels.desk_begun',
    );

  it('are uploaded while no row is locked, once, and are finished after a silence', async () => {
    const id = await strays();
    door.graph.silent = 'BEFORE';
    const key = randomUUID();
    expect((await file(id, key)).statusCode).toBe(503);
    expect(await begun()).toEqual([{ ready: false, held: false }]);
    door.graph.silent = null;
    expect((await file(id, key)).json()).toMatchObject({ number: '48213090' });
    expect(door.graph.files).toHaveLength(1);
    expect(door.filed()[0]!.attachmentIds).toHaveLength(1);
    expect((await file(id, key)).json()).toMatchObject({ number: '48213090' });
    expect(door.graph.reports.size).toBe(1);
  });

  it('of a process that died while it uploaded are taken over, and the report is one', async () => {
    const id = await strays();
    // As a process leaves it that was killed between the first transaction and the second.
    door.graph.silent = 'BEFORE';
    await file(id);
    await door.running.sql(`update channels.desk_begun set prepared_until = $1`, [
      new Date(door.clock.now().getTime() + 180_000),
    ]);
    door.graph.silent = null;
    const early = await file(id);
    expect([early.statusCode, early.json().code]).toEqual([503, 'SENDER_BUSY']);
    expect(door.graph.files).toEqual([]);
    door.clock.set(new Date(door.clock.now().getTime() + 181_000).toISOString());
    expect((await file(id)).json()).toMatchObject({ number: '48213090' });
    expect([door.graph.files.length, door.graph.reports.size]).toEqual([1, 1]);
    expect(await begun()).toEqual([]);
  });

  it('of a draft that was not taken are filed with what is left of it, with its point', async () => {
    await door.says({ caption: 'LAPOR RAHASIA got meluap', photo: door.photo('got') });
    door.graph.refuses = true;
    await door.says({ location: { latitude: -0.9, longitude: 100.36 } });
    door.graph.refuses = false;
    const [left] = await door.running.sql<{ id: string }>(
      `select id from channels.inbound where provider_message_id like 'draft of %'`,
    );
    expect((await file(left!.id)).statusCode).toBe(200);
    const [taken] = door.graph.files;
    expect(door.filed()).toMatchObject([
      {
        submissionKey: taken!.owner,
        attachmentIds: [taken!.id],
        point: { latitude: -0.9, longitude: 100.36 },
        isConfidential: true,
      },
    ]);
  });

  it('hold no lock of the message while they are on their way', async () => {
    const id = await strays();
    const [waits, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    door.graph.beforeUpload = async () => {
      waits.resolve();
      await release.promise;
    };
    const answer = file(id);
    await waits.promise;
    // Whoever else wants the row has it at once.
    await door.running.sql(`set lock_timeout = '500ms'`);
    await door.running.sql('select 1 from channels.inbound where id = $1 for update', [id]);
    release.resolve();
    expect((await answer).statusCode).toBe(200);
    expect(door.graph.files).toHaveLength(1);
  });
});

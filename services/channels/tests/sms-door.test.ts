import { describe, expect, it } from 'vitest';
import { createSealer } from '@lapor/sealing';
import { SECRET } from './running-channels.ts';
import { FILED, PHONE, useSmsDoor } from './sms-world.ts';

describe('the door of short messages', () => {
  const door = useSmsDoor();
  const { post, sign, send, inbox, rest, says, file, states } = door;

  describe('takes in', () => {
    it('only what is signed, well formed and not too large, and says what is wrong', async () => {
      const good = JSON.stringify({ messageId: 'a', from: '081200000032', text: FILED });
      expect((await post(good, { 'x-lapor-signature': 'v1=00' })).statusCode).toBe(401);
      expect((await post(good, { 'x-lapor-timestamp': '1' })).statusCode).toBe(401);
      expect((await post(good, { 'x-lapor-signature': '' })).statusCode).toBe(401);
      const bad = await post(JSON.stringify({ messageId: '', text: 7 }));
      expect(bad.statusCode).toBe(400);
      expect(bad.json().fields.map(({ path }: { path: string }) => path)).toEqual([
        'messageId',
        'from',
        'text',
      ]);
      for (const body of ['', 'x', '[]', 'null', '{"a":'])
        expect((await post(body)).json(), body).toMatchObject({ code: 'BAD_USER_INPUT' });
      const large = JSON.stringify({ messageId: 'a', from: '081200000032', text: 'x'.repeat(20_000) });
      expect((await post(large)).statusCode).toBe(413);
      expect(await states()).toEqual([]);
      expect((await post(good)).statusCode).toBe(202);
    });

    it('nothing of a callback that is older than the replay window', async () => {
      const body = JSON.stringify({ messageId: 'a', from: '081200000032', text: FILED });
      const timestamp = String(Math.floor(door.clock.now().getTime() / 1_000));
      const signature = sign(timestamp, body);
      door.clock.set('2026-11-20T02:45:01.000Z');
      const headers = { 'x-lapor-timestamp': timestamp, 'x-lapor-signature': signature };
      expect((await post(body, headers)).statusCode).toBe(401);
    });

    it('a message once, however often the provider brings it', async () => {
      const sent = await Promise.all(Array.from({ length: 5 }, () => send(FILED, { messageId: 'twice' })));
      expect(sent).toEqual([202, 202, 202, 202, 202]);
      await rest();
      expect(await states()).toEqual(['DONE']);
      expect(await inbox()).toHaveLength(1);
    });

    it('so many of one sender, who may go on later, and all of the others', async () => {
      for (let count = 0; count < 60; count++) expect(await send('STATUS')).toBe(202);
      const over = await post(JSON.stringify({ messageId: 'over', from: '081200000032', text: 'STATUS' }));
      expect(over.statusCode).toBe(429);
      expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
      expect(await send('STATUS', { from: '081200000040' })).toBe(202);
      door.clock.set('2026-11-20T02:50:01.000Z');
      expect(await send('STATUS', { messageId: 'over' })).toBe(202);
    });

    it('of senders without a number nothing that would be answered, of foreign ones what a person reads', async () => {
      expect(await send('Promo!', { from: 'TOKO-ABC' })).toBe(202);
      expect(await send('LAPOR jalan', { from: '+6590000000' })).toBe(202);
      await rest();
      expect(await states()).toEqual(['REFUSED', 'WAITING_FOR_PERSON']);
      expect(
        await door.running.sql('select sealed is null as gone from channels.inbound order by position'),
      ).toEqual([{ gone: true }, { gone: false }]);
      expect(door.graph.asked).toEqual([]);
    });

    it('and keeps number and words sealed, and no longer than somebody has to read them', async () => {
      await send(FILED);
      const row = async () => JSON.stringify(await door.running.sql('select * from channels.inbound'));
      expect(await row()).not.toMatch(/81200000032|berlubang/);
      await rest();
      expect(await door.running.sql('select sealed from channels.inbound')).toEqual([{ sealed: null }]);
      const talk = JSON.stringify(await door.running.sql('select * from channels.conversation'));
      expect(talk).not.toMatch(/81200000032|berlubang/);
    });
  });

  it('does not talk for ever with a machine that answers whatever it gets, and keeps what it says', async () => {
    await file();
    const before = (await inbox()).length;
    for (let count = 0; count < 5; count++)
      for (const text of ['Maaf, saya sedang rapat.', 'bantuan', 'STATUS 11112222', 'Pesan otomatis']) {
        await send(text);
        await rest();
      }
    expect((await inbox()).slice(before)).toEqual([
      expect.stringContaining('belum kami pahami dan kami simpan'),
      expect.stringContaining('Ketik LAPOR <isi>'),
      expect.stringContaining('tidak kami temukan'),
    ]);
    expect((await states()).filter((state) => state === 'WAITING_FOR_PERSON')).toHaveLength(10);
    door.clock.set('2026-11-20T03:41:00.000Z');
    expect(await says('halo')).toContain('belum kami pahami dan kami simpan');
  });

  it('leaves to a person what cannot be read, and goes on with what came after it', async () => {
    await send('halo');
    await door.running.sql(`update channels.inbound set sealed = 'nothing that was sealed'`);
    await send('BANTUAN');
    for (let count = 0; count < 7; count++) await door.running.retry();
    // A word that depends on nothing is heard all the same.
    expect(await states()).toEqual(['RECEIVED', 'DONE']);
    door.clock.set('2026-11-21T02:41:00.000Z');
    await door.running.retry();
    await rest();
    expect(await states()).toEqual(['WAITING_FOR_PERSON', 'DONE']);
    expect(await inbox()).toEqual([expect.stringContaining('Ketik LAPOR <isi>')]);
  });

  it('leaves a conversation that cannot be read as it is for a week, and the messages to a person', async () => {
    await says(FILED);
    await door.running.sql(`update channels.conversation set sealed = 'nothing that was sealed'`);
    await says('Kuranji');
    const [row] = await door.running.sql<{ sealed: Buffer }>('select sealed from channels.conversation');
    expect(row!.sealed.toString()).toBe('nothing that was sealed');
    expect((await states()).at(-1)).toBe('WAITING_FOR_PERSON');
  });

  it('writes a draft so that the release before reads it', async () => {
    await says(FILED);
    const [row] = await door.running.sql<{ sealed: Buffer; sender: Buffer }>(
      'select sealed, sender from channels.conversation',
    );
    const sealer = createSealer([SECRET], 'channels');
    const { draft } = JSON.parse(sealer.open(row!.sealed, `SMS ${row!.sender.toString('hex')}`).toString());
    expect(draft).toMatchObject({ phone: PHONE, address: PHONE });
  });

  it('keeps the number of a report for the next day where a phone was answered enough today', async () => {
    await says(FILED);
    await door.running.sql('update channels.address_day set messages = 40');
    for (const text of ['Kuranji', 'STATUS']) {
      await send(text);
      await rest();
    }
    const ends = await door.running.sql(
      `select state, reason from channels.delivery where template = 'door-answer' order by array_position(array['SENT', 'WAITING', 'FAILED'], state)`,
    );
    expect(ends).toEqual([
      { state: 'SENT', reason: null },
      { state: 'WAITING', reason: 'CAP_OF_THE_DAY' },
      { state: 'FAILED', reason: 'CAP_OF_THE_DAY' },
    ]);
    door.clock.set('2026-11-21T02:40:00.000Z');
    await rest();
    expect((await inbox()).join('\n')).toContain('(kode K1)');
  });

  it('begins anew with a sender whose conversation cannot be read', async () => {
    await says(FILED);
    await door.running.sql(
      `update channels.conversation set sealed = 'nothing that was sealed', updated_at = '2026-11-12'`,
    );
    door.clock.set('2026-11-21T02:41:00.000Z');
    await rest();
    expect(await door.running.sql('select due_at from channels.conversation')).toEqual([{ due_at: null }]);
    expect(await says('BANTUAN')).toContain('Ketik LAPOR <isi>');
    expect(await file()).toContain('(kode K1)');
  });
});

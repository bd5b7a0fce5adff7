import { describe, expect, it } from 'vitest';
import { BUDI, PHONE, RINA, useDesk } from './desk-world.ts';

describe('the work at the desk of doors', () => {
  const desk = useDesk();
  const { read, does, waiting, strays, told, rows, actions, key } = desk;

  describe('is worked at by several', () => {
    it('who never have one message at once, unless it is taken over, which is recorded', async () => {
      const id = await strays();
      const both = await Promise.all([
        does(RINA, `/messages/${id}/lease`),
        does(BUDI, `/messages/${id}/lease`),
      ]);
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      const [holder, other] = both[0].statusCode === 200 ? [RINA, BUDI] : [BUDI, RINA];
      expect(await waiting()).toMatchObject([{ lease: { accountId: holder.accountId } }]);
      const answer = { requestKey: key(), text: 'Baik, kami teruskan.' };
      expect((await does(other, `/messages/${id}/answer`, answer)).json().code).toBe('HELD_BY_ANOTHER');
      // What is not one's own is not given back.
      await does(other, `/messages/${id}/give-back`);
      expect((await does(other, `/messages/${id}/lease`)).statusCode).toBe(409);
      expect((await does(other, `/messages/${id}/lease`, { takeOver: true })).statusCode).toBe(200);
      expect((await does(holder, `/messages/${id}/answer`, answer)).json().code).toBe('HELD_BY_ANOTHER');
      expect(await actions()).toEqual([[other.accountId, 'LEASE_TAKEN_OVER', holder.accountId]]);
    });

    it('and a lease ends when nobody goes on reading, or when it is given back', async () => {
      const id = await strays();
      await does(RINA, `/messages/${id}/lease`);
      desk.clock.set('2026-11-20T02:54:00.000Z');
      expect((await does(BUDI, `/messages/${id}/lease`)).statusCode).toBe(409);
      // The own one moves on.
      await does(RINA, `/messages/${id}/lease`);
      desk.clock.set('2026-11-20T03:08:00.000Z');
      expect((await does(BUDI, `/messages/${id}/lease`)).statusCode).toBe(409);
      desk.clock.set('2026-11-20T03:09:01.000Z');
      expect((await does(BUDI, `/messages/${id}/lease`)).statusCode).toBe(200);
      await does(BUDI, `/messages/${id}/give-back`);
      expect((await does(RINA, `/messages/${id}/lease`)).statusCode).toBe(200);
    });

    it('of whom one answers, when two try at the same moment', async () => {
      const id = await strays();
      const before = (await told()).length;
      const both = await Promise.all(
        [RINA, BUDI].map((one) =>
          does(one, `/messages/${id}/answer`, { requestKey: key(), text: `Dari ${one.accountId}` }),
        ),
      );
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      expect((await told()).length).toBe(before + 1);
    });
  });

  describe('answers', () => {
    it('by the door that the message came by, once for each request, and forgets the words', async () => {
      const id = await strays();
      const before = (await told()).length;
      const answer = { requestKey: key(), text: 'Terima kasih. Silakan ketik LAPOR lalu isi laporan Anda.' };
      const tries = await Promise.all([1, 2, 3].map(() => does(RINA, `/messages/${id}/answer`, answer)));
      expect(tries.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
      expect((await told()).slice(before)).toEqual([answer.text]);
      expect(await rows()).toMatchObject([{ state: 'DONE', sealed: null }]);
      expect(await waiting()).toEqual([]);
      expect(await actions()).toEqual([['rina', 'ANSWERED', null]]);
      // The key stands for that answer.
      const next = await strays('satu lagi');
      expect((await does(RINA, `/messages/${next}/answer`, answer)).json().code).toBe('REQUEST_KEY_USED');
      expect((await does(RINA, `/messages/${id}/answer`, { ...answer, requestKey: key() })).json().code).toBe(
        'NOT_WAITING',
      );
    });

    it('in so many short messages at most, however they are counted', async () => {
      const id = await strays();
      const six = 'a'.repeat(6 * 153);
      expect(
        (await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: `${six}a` })).json(),
      ).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'text' }],
      });
      const wide = `“${'a'.repeat(6 * 67)}`;
      expect((await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: wide })).statusCode).toBe(
        400,
      );
      expect((await does(RINA, `/messages/${id}/answer`, { requestKey: key(), text: six })).statusCode).toBe(
        200,
      );
      expect((await does(RINA, '/measure', { text: wide })).json()).toMatchObject({
        alphabet: 'UCS_2',
        segments: 7,
        unusual: ['“'],
      });
    });

    it('closes without a word, for a reason', async () => {
      const id = await strays('selamat pagi pak');
      const before = (await told()).length;
      expect(
        (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'BORED' })).statusCode,
      ).toBe(400);
      const close = { requestKey: key(), reason: 'GREETING' };
      expect((await does(RINA, `/messages/${id}/close`, close)).statusCode).toBe(200);
      expect((await does(RINA, `/messages/${id}/close`, close)).statusCode).toBe(200);
      expect((await told()).length).toBe(before);
      expect(await rows()).toMatchObject([{ state: 'DONE', sealed: null }]);
      expect(await actions()).toEqual([['rina', 'CLOSED', 'GREETING']]);
    });
  });

  it('tells the whole address to whoever says why, and records both', async () => {
    const id = await strays();
    expect((await does(RINA, `/messages/${id}/reveal`, { requestKey: key(), reason: 'x' })).statusCode).toBe(
      400,
    );
    expect(await actions()).toEqual([]);
    const reveal = { requestKey: key(), reason: 'Perlu menelepon warga soal keadaan darurat' };
    expect((await does(RINA, `/messages/${id}/reveal`, reveal)).json()).toEqual({ address: PHONE });
    expect((await does(RINA, `/messages/${id}/reveal`, reveal)).json()).toEqual({ address: PHONE });
    const recorded = (await read('/actions?action=ADDRESS_REVEALED')).json().actions;
    expect(recorded).toMatchObject([{ accountId: 'rina', subjectId: id, reason: reveal.reason }]);
    expect(JSON.stringify(recorded)).not.toContain(PHONE);
  });
});

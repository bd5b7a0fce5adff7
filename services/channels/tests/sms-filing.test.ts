import { describe, expect, it } from 'vitest';
import { FILED, KURANJI, PHONE, useSmsDoor } from './sms-world.ts';

describe('the filing by short message', () => {
  const door = useSmsDoor();
  const { send, inbox, rest, says, states } = door;

  describe('files', () => {
    it('with the place that was said, as whoever wrote, and answers with number and code', async () => {
      expect(await says(FILED)).toContain('Di mana kejadiannya?');
      expect(door.graph.reports.size).toBe(0);
      expect(await says('kec kuranji, kota padang')).toMatch(
        /Laporan 4821 3090 \(kode K1\) diterima\. Tempat: Kuranji, Kota Padang/,
      );
      expect([...door.graph.reports.values()][0]!.input).toMatchObject({
        kind: 'COMPLAINT',
        title: 'Jalan di depan pasar berlubang',
        text: 'jalan di depan pasar berlubang\nTempat: kec kuranji, kota padang',
        regionCode: '13.71.09',
        reporter: { phone: PHONE },
      });
      const [asked] = door.graph.asked;
      expect(asked).toMatchObject({ channel: 'SMS' });
      expect(asked!.sender).toMatch(/^[0-9a-f]{64}$/);
    });

    it('after two questions with the words alone, and never asks a third time', async () => {
      door.graph.regions = [];
      await says(FILED);
      expect(await says('dekat rumah pak lurah')).toContain('belum kami temukan');
      expect(await says('yang ada pohonnya')).toContain('diterima');
      expect([...door.graph.reports.values()][0]!.input).toMatchObject({
        regionCode: null,
        text: 'jalan di depan pasar berlubang\nTempat: dekat rumah pak lurah; yang ada pohonnya',
      });
    });

    it('no words of a sender as a place, which the desk could not black out', async () => {
      door.graph.regions = [];
      await says(FILED);
      await says('saya Budi Santoso, nomor saya 081234567890');
      await says('rumah saya, jl mawar no 3');
      const { input } = [...door.graph.reports.values()][0]!;
      expect(Object.keys(input).toSorted()).toEqual([
        'kind',
        'regionCode',
        'reporter',
        'submissionKey',
        'text',
        'title',
      ]);
      expect(input.text).toContain('Budi Santoso, nomor saya 081234567890; rumah saya, jl mawar no 3');
    });

    it('what is too long as far as it goes, and leaves the whole of it to a person', async () => {
      await says(`LAPOR ${'jalan rusak '.repeat(330)}`);
      expect(await says(`Kuranji Padang ${'dekat pasar '.repeat(20)}`)).toContain('diterima');
      expect([...door.graph.reports.values()][0]!.input.text).toHaveLength(4_000);
      expect(await states()).toEqual(['DONE', 'DONE', 'WAITING_FOR_PERSON']);
    });

    it('after a day without a place, once, and tells the sender', async () => {
      await says(FILED);
      door.clock.set('2026-11-21T02:39:00.000Z');
      await rest();
      expect(door.graph.reports.size).toBe(0);
      door.clock.set('2026-11-21T02:40:00.000Z');
      await rest();
      await rest();
      expect(door.graph.reports.size).toBe(1);
      expect((await inbox()).slice(1)).toEqual([expect.stringContaining('4821 3090 (kode K1) diterima')]);
    });

    it('a report that waits before the next one of the same sender', async () => {
      await says(FILED);
      expect(await says('LAPOR lampu jalan padam di depan masjid')).toMatch(/4821 3090[^]*Di mana/);
      expect(await says('Kuranji')).toContain('(kode K2)');
      expect([...door.graph.reports.values()].map(({ input }) => input.text)).toEqual([
        'jalan di depan pasar berlubang',
        'lampu jalan padam di depan masjid\nTempat: Kuranji',
      ]);
    });

    it('once and loses nothing while the graph falls silent, before or after it did what was asked', async () => {
      await says(FILED);
      for (const silent of ['BEFORE', 'AFTER'] as const) {
        door.graph.silent = silent;
        if (silent === 'BEFORE') await send('Kuranji Padang');
        await door.running.retry();
        expect(await states()).toEqual(['DONE', 'RECEIVED']);
      }
      // Another place would be found now: the same is sent all the same.
      door.graph.regions = [{ ...KURANJI, code: '63.10.05' }];
      door.graph.silent = null;
      await door.running.retry();
      await rest();
      expect(await states()).toEqual(['DONE', 'DONE']);
      expect(door.graph.reports.size).toBe(1);
      expect((await inbox()).slice(1)).toEqual([expect.stringContaining('(kode K1)')]);
    });

    it('nothing of a sender whom the platform does not answer for days: a person gets it', async () => {
      door.graph.silent = 'BEFORE';
      await says(FILED);
      await send('Kuranji Padang');
      for (let count = 0; count < 8; count++) await door.running.retry();
      expect(await states()).toEqual(['DONE', 'RECEIVED']);
      door.clock.set('2026-11-21T02:41:00.000Z');
      await door.running.retry();
      expect(await states()).toEqual(['DONE', 'WAITING_FOR_PERSON']);
      // The report itself is filed as soon as somebody answers.
      door.graph.silent = null;
      await door.running.retry();
      await rest();
      expect(door.graph.reports.size).toBe(1);
    });

    it('nothing that the platform does not take, and leaves its words to a person', async () => {
      await says(FILED);
      door.graph.refuses = true;
      expect(await says('Kuranji Padang')).toContain('belum kami pahami dan kami simpan');
      const rows = await door.running.sql(
        `select reason, sealed is not null as kept from channels.inbound where state = 'WAITING_FOR_PERSON'`,
      );
      expect(rows).toEqual([
        { reason: 'NOT_TAKEN InvalidInput; input.text TOO_SHORT', kept: true },
        { reason: 'NOT_TAKEN InvalidInput; input.text TOO_SHORT', kept: true },
      ]);
    });
  });
});

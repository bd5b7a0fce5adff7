import { describe, expect, it } from 'vitest';
import { useTelegramDoor } from './telegram-world.ts';

const PADANG = { latitude: -0.9, longitude: 100.4 };
const REPORT = 'LAPOR jalan di depan pasar berlubang';

describe('what people send besides words', () => {
  const door = useTelegramDoor();
  const { says, later, photo, filed, inbound, brings, rest, texts } = door;
  const files = async (text: string) => {
    await says(text);
    return (await says('Kuranji'))[0]!;
  };

  it('an album is one report with all its photos, whichever has the words', async () => {
    await brings({ media_group_id: 'g1', photo: photo('satu') });
    await brings({ media_group_id: 'g1', photo: photo('dua'), caption: REPORT });
    await rest();
    expect(texts()).toEqual([]);
    await brings({ media_group_id: 'g1', photo: photo('tiga') });
    await later(5);
    expect(texts()).toEqual([expect.stringContaining('Di mana kejadiannya?')]);
    // One that was late, and one more.
    expect(await says({ media_group_id: 'g1', photo: photo('empat') })).toEqual([]);
    await later(5);
    expect(await says({ photo: photo('lima') })).toEqual([]);
    const [refused] = await says({ photo: photo('enam') });
    expect(refused).toContain('sebuah laporan memuat lima berkas');
    expect((await says('Kuranji'))[0]).toContain('diterima');
    expect(filed()).toHaveLength(1);
    expect(filed()[0]!.attachmentIds).toHaveLength(5);
    expect(new Set(filed()[0]!.attachmentIds).size).toBe(5);
    expect((await inbound()).map(({ reason }) => reason).filter(Boolean)).toEqual(['ALBUM', 'ALBUM']);
  });

  it('a place that is shared is the point of the report, after its words or before them', async () => {
    await says(REPORT);
    expect((await says({ location: PADANG }))[0]).toMatch(/diterima\. Tempat: Kuranji/);
    expect(filed()[0]).toMatchObject({ point: PADANG, regionCode: '13.71.09' });
    const [kept] = await says({
      venue: { location: PADANG, title: 'Pasar Raya', address: 'Jalan Pasar 1' },
      location: PADANG,
    });
    expect(kept).toContain('Lokasi Anda kami catat: Kuranji');
    expect((await says('LAPOR lampu jalan padam tiga malam'))[0]).toContain('(kode K2) diterima');
    expect(filed()[1]).toMatchObject({ point: PADANG });
    expect(filed()[1]!.text).toContain('Tempat: Pasar Raya, Jalan Pasar 1');
    // It belongs to one report.
    expect((await says('LAPOR sampah menumpuk di pasar'))[0]).toContain('Di mana kejadiannya?');
    expect((await says({ location: { latitude: 1, longitude: -100 } }))[0]).toContain('tidak kami kenali');
    expect((await says('Kuranji'))[0]).toContain('(kode K3)');
    expect(filed()[2]!.point).toBeUndefined();
  });

  it('a place answers what a report was asked for', async () => {
    await files(REPORT);
    door.graph.report = { state: 'POSTPONED', viewerCanCompleteData: true };
    expect((await says({ location: PADANG }))[0]).toContain('Data untuk laporan');
    expect(door.graph.asked.at(-1)).toMatchObject({
      operation: 'CompleteDataAtDoor',
      input: { text: 'Lokasi: -0.9, 100.4' },
    });
  });

  it('an answer to our message is about its report, and a YA to it closes no other', async () => {
    await files(REPORT);
    const ofFirst = door.telegram.sent.length;
    await files('LAPOR lampu jalan padam tiga malam');
    door.graph.report = { state: 'IN_PROGRESS', viewerCanReply: true, viewerCanConfirm: true };
    const reply = { reply_to_message: { message_id: ofFirst } };
    expect((await says({ text: 'yang dekat masjid juga', ...reply }))[0]).toContain('(K1)');
    expect((await says('tutup K2'))[0]).toContain('menutup laporan 4821 3091 (K2)');
    const before = door.graph.changes.size;
    await says({ text: 'ya', ...reply });
    expect(door.graph.changes.size).toBe(before);
    expect((await says({ text: 'status', ...reply }))[0]).toContain('(K1)');
    // A message of somebody else's chat is nobody's here.
    expect((await says({ text: 'status', reply_to_message: { message_id: 99_999 } }))[0]).toMatch(
      /\(K[12]\)/,
    );
  });

  it('a change of the words changes the report until it is filed, and is answered then', async () => {
    const id = await brings({ text: 'LAPOR jaln berlubang di depan psar' });
    await rest();
    const [changed] = await says({ message_id: id, text: REPORT }, 'edited_message');
    expect(changed).toContain('kami ganti');
    await says('Kuranji');
    expect(filed()[0]!.text).toContain('jalan di depan pasar berlubang');
    expect((await says({ message_id: id, text: 'LAPOR lain sama sekali' }, 'edited_message'))[0]).toContain(
      'BALAS',
    );
    expect(filed()).toHaveLength(1);
  });

  it('a voice note goes along as a recording, a sticker and a contact are answered and kept nowhere', async () => {
    await says(REPORT);
    door.telegram.files.set('suara', Buffer.alloc(300, 3));
    await says({ voice: { file_id: 'suara', file_size: 300 } });
    await says('Kuranji');
    expect(door.graph.files).toMatchObject([{ name: 'pesan-suara.ogg', bytes: 300 }]);
    expect((await says({ contact: { phone_number: '+6281200000099', first_name: 'Budi' } }))[0]).toContain(
      'https://lapor.example',
    );
    expect(await says({ sticker: { file_id: 's' } })).toEqual([]);
    const rows = JSON.stringify(await door.running.sql('select i.*, i.sealed::text from channels.inbound i'));
    expect(rows).not.toMatch(/81200000099|Budi/);
  });

  it('LAPOR RAHASIA is a confidential report, and RAHASIA makes one of what waits', async () => {
    expect((await says('LAPOR RAHASIA petugas loket meminta uang'))[0]).toContain('kami rahasiakan');
    const [answer] = await says('Kuranji');
    expect(answer).toContain('diterima sebagai laporan rahasia');
    expect(answer).not.toContain('Kuranji');
    await says('LAPOR kepala kantor meminta setoran');
    expect((await says('rahasia'))[0]).toContain('kami rahasiakan');
    await says('Kuranji');
    await files(REPORT);
    expect(filed().map(({ isConfidential }) => isConfidential)).toEqual([true, true, undefined]);
    expect((await says('RAHASIA'))[0]).toContain('LAPOR RAHASIA');
  });

  it('a wish for confidence that comes after the report is read by a person', async () => {
    await says('LAPOR kepala kantor meminta setoran');
    await says('Kuranji');
    const [answer] = await says('mohon identitas saya di rahasiakan');
    expect(answer).toContain('Petugas akan membaca permintaan Anda agar laporan itu dirahasiakan');
    expect(answer!.length).toBeLessThanOrEqual(160);
    const waiting = await door.running.sql(
      `select state, reason from channels.inbound where state <> 'DONE'`,
    );
    expect(waiting).toEqual([{ state: 'WAITING_FOR_PERSON', reason: 'CONFIDE' }]);
  });

  it('a wish for confidence is heard with a report, with its place, alone, and of the same report again', async () => {
    const confided = 'kami rahasiakan';
    await says('LAPOR petugas loket meminta uang');
    expect((await says('LAPOR RAHASIA petugas loket meminta uang'))[0]).toContain(confided);
    await says('Kuranji');
    await says('LAPOR kepala kantor meminta setoran');
    expect((await says('LAPOR mohon dirahasiakan: kepala kantor meminta setoran'))[0]).toContain(confided);
    await says('Kuranji');
    expect((await says('LAPOR mohon dirahasiakan: guru meminta uang bangku'))[0]).toContain(confided);
    await says('Kuranji');
    await says('LAPOR bidan meminta uang jasa');
    expect((await says('tolong dirahasiakan'))[0]).toContain(confided);
    await says('Kuranji');
    await says('LAPOR sopir dinas meminta uang bensin');
    await says('Kuranji, mohon dirahasiakan');
    expect(filed().map(({ isConfidential }) => isConfidential)).toEqual([true, true, true, true, true]);
  });

  it('STOP and MULAI hold while a conversation cannot be read, and after it', async () => {
    await files(REPORT);
    await door.running.sql(`update channels.conversation set sealed = '\\x00', updated_at = $1`, [
      door.clock.now(),
    ]);
    const stopped = async () =>
      (
        await door.running.sql<{ stopped: boolean }>(
          'select stopped_at is not null as stopped from channels.conversation',
        )
      )[0]!.stopped;
    const news = async () => {
      const before = door.telegram.sent.length;
      await door.running.notify({
        reportId: [...door.graph.reports.values()][0]!.id,
        template: 'report-routed',
        facts: { number: '48213090', organisationName: 'Dinas PUPR' },
      });
      await rest();
      return door.telegram.sent.length - before;
    };
    expect((await says('/stop'))[0]).toContain('kami hentikan');
    expect([await stopped(), await news()]).toEqual([true, 0]);
    expect((await says('MULAI'))[0]).toContain('kami kirim lagi');
    expect([await stopped(), await news()]).toEqual([false, 1]);
    await later(60);
    expect((await says('STOP'))[0]).toContain('kami hentikan');
    await says('status');
    expect((await inbound()).at(-1)).toEqual({
      state: 'WAITING_FOR_PERSON',
      reason: 'CONVERSATION_UNREADABLE',
    });
    await later(8 * 86_400);
    await says('status');
    expect(await stopped()).toBe(true);
    expect(
      await door.running.sql('select 1 from channels.conversation where sealed <> $1', ['\\x00']),
    ).toHaveLength(1);
  });
});

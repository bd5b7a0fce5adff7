import { describe, expect, it } from 'vitest';
import { NOW } from './running-channels.ts';
import { useSmsDoor } from './sms-world.ts';

describe('a reporter at the door of short messages', () => {
  const door = useSmsDoor();
  const { send, inbox, rest, says, file, states, did } = door;

  describe('acts as the reporter', () => {
    it('by the rights that the report tells', async () => {
      await file();
      door.graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true, viewerCanReply: true };
      expect(await says('BLM masih rusak')).toContain('belum beres');
      expect(await says('BALAS K1 fotonya menyusul')).toContain('Balasan Anda');
      expect(await says('tutup')).toContain('Balas YA untuk menutup laporan 4821 3090 (K1)');
      expect(await says('Ya pak')).toContain('selesai');
      door.graph.report = { state: 'COMPLETED', viewerCanDispute: true, viewerCanRate: true };
      expect(await says('nilai 2')).toContain('dibuka lagi');
      expect(await says('belum 48213090')).toContain('belum beres');
      door.graph.report = { state: 'POSTPONED', viewerCanCompleteData: true, missingData: 'Nama jalan.' };
      expect(await says('status')).toContain('Nama jalan.');
      expect(await says('balas Jalan Belimbing')).toContain('Data untuk laporan');
      expect(did().slice(2)).toEqual([
        'ReplyAtDoor',
        'ReplyAtDoor',
        'ConfirmAtDoor',
        'RateAtDoor',
        'DisputeAtDoor',
        'CompleteDataAtDoor',
      ]);
      expect(door.graph.asked.at(-1)).toMatchObject({ grant: 'grant of 48213090' });
    });

    it('once, also when the answer was lost and the report has gone on meanwhile', async () => {
      await file();
      door.graph.report = { state: 'COMPLETED', viewerCanDispute: true };
      door.graph.silent = 'AFTER';
      await send('BELUM masih rusak');
      await rest();
      door.graph.report = { state: 'IN_PROGRESS', viewerCanReply: true };
      door.graph.silent = null;
      await door.running.retry();
      await rest();
      expect(await states()).toEqual(['DONE', 'DONE', 'DONE']);
      expect(did().filter((name) => name === 'DisputeAtDoor')).toHaveLength(2);
      expect(did().filter((name) => name === 'ReplyAtDoor')).toEqual([]);
      expect([...door.graph.changes]).toHaveLength(1);
    });

    it('and closes none while it is not said which, nor because somebody asks', async () => {
      await file();
      await says('LAPOR lampu jalan padam di depan masjid');
      await says('Kuranji');
      door.graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true };
      expect(await says('Sudah selesai?')).toContain('sedang ditangani');
      expect(await says('TUTUP')).toMatch(/mana yang beres[^]*K2 4821 3091\nK1 4821 3090/);
      expect(did()).not.toContain('ConfirmAtDoor');
      expect(await says('TUTUP K1')).toContain('Balas YA untuk menutup laporan 4821 3090 (K1)');
      expect(did()).not.toContain('ConfirmAtDoor');
      expect(await says('ya')).toContain('4821 3090 (K1) dinyatakan selesai');
    });

    it('and closes none because of a caller ID alone, nor by a yes that comes later or after something else', async () => {
      await file();
      door.graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true, viewerCanReply: true };
      await says('TUTUP');
      expect(await says('BELUM, masih rusak')).toContain('belum beres');
      expect(await says('ya')).toContain('belum kami pahami dan kami simpan');
      await says('TUTUP');
      door.clock.set('2026-11-21T02:41:00.000Z');
      expect(await says('ya')).toContain('belum kami pahami dan kami simpan');
      expect(did()).not.toContain('ConfirmAtDoor');
    });

    it('once, when the answer to the closing was lost', async () => {
      await file();
      door.graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true };
      await says('TUTUP');
      door.graph.silent = 'AFTER';
      await send('ya');
      await rest();
      door.graph.report = { state: 'COMPLETED' };
      door.graph.silent = null;
      await door.running.retry();
      await rest();
      expect((await inbox()).at(-1)).toContain('dinyatakan selesai');
      expect([...door.graph.changes]).toHaveLength(1);
    });

    it('on the own reports only: a foreign number and none at all look alike', async () => {
      expect(await says('STATUS')).toContain('Belum ada laporan');
      await file();
      const before = door.graph.asked.length;
      const toUnknown = await says('STATUS 11112222');
      door.clock.set('2026-11-20T03:41:00.000Z');
      expect(await says('TUTUP 48213095')).toBe(toUnknown);
      door.clock.set('2026-11-20T04:42:00.000Z');
      expect(await says('STATUS K9')).toContain('tidak kami temukan');
      expect(door.graph.asked.length).toBe(before);
    });

    it('and leaves to a person, with a word about it, what nobody could do', async () => {
      await file();
      expect(await says('BALAS mohon segera')).toContain('belum kami pahami dan kami simpan');
      door.clock.set('2026-11-20T03:41:00.000Z');
      expect(await says('halo')).toContain('belum kami pahami dan kami simpan');
      expect((await states()).slice(2)).toEqual(['WAITING_FOR_PERSON', 'WAITING_FOR_PERSON']);
      const { waiting } = await door.channels.health();
      expect(waiting).toContainEqual(expect.objectContaining({ name: 'DOORS', waiting: 0, failed: 0 }));
      expect(waiting).toContainEqual(
        expect.objectContaining({ name: 'DESK_OF_DOORS', waiting: 2, failed: 0 }),
      );
    });
  });

  describe('forgets', () => {
    let eventId = 900;
    const erase = async (at: number) => {
      const reportId = [...door.graph.reports.values()][at]!.id;
      const { failed } = await door.channels.receiveEvents('reports', [
        {
          id: ++eventId,
          stream: reportId,
          type: 'report.identity-erased',
          occurredAt: NOW,
          payload: { reportId, at: NOW },
        },
      ]);
      expect(failed).toEqual([]);
    };
    const left = async () =>
      (
        await door.running.sql<
          Record<string, number>
        >(`select (select count(*)::int from channels.inbound) as inbound,
          (select count(*)::int from channels.conversation) as conversation,
          (select count(*)::int from channels.door_report) as report`)
      )[0];

    it('a sender whose only report was erased, code and messages', async () => {
      await file();
      await says('halo');
      expect(await left()).toEqual({ inbound: 3, conversation: 1, report: 1 });
      await erase(0);
      await erase(0);
      expect(await left()).toEqual({ inbound: 0, conversation: 0, report: 0 });
      expect(await says('STATUS')).toContain('Belum ada laporan');
    });

    it('that one alone, while another report of the sender is kept', async () => {
      await file();
      await says('LAPOR lampu jalan padam di depan masjid');
      await says('Kuranji');
      expect(await says('STATUS K1')).toContain('(K1)');
      await erase(0);
      // The two messages of the second report are left.
      expect(await left()).toEqual({ inbound: 2, conversation: 1, report: 1 });
      expect(await says('STATUS')).toContain('(K2)');
      expect(await says('STATUS K1')).toContain('tidak kami temukan');
    });

    it('but not that somebody wants no news, nor a report that waits for its place', async () => {
      await file();
      await says('STOP');
      await erase(0);
      expect(await left()).toEqual({ inbound: 0, conversation: 1, report: 0 });
      await file();
      await says('LAPOR lampu jalan padam di depan masjid');
      await erase(1);
      expect(await says('Kuranji')).toContain('diterima');
    });
  });

  describe('tells', () => {
    const answered = () =>
      door.running.notify({
        reportId: [...door.graph.reports.values()][0]!.id,
        template: 'report-answered',
        facts: { number: '48213090', organisationName: 'Dinas PUPR Kota Padang', kind: 'PLANNED' },
      });
    const plan = {
      id: 'h1',
      kind: 'PLANNED',
      actorKind: 'OFFICER',
      text: 'Penambalan dijadwalkan pekan depan.',
      promisedOn: '2026-11-28',
      at: '2026-11-20T02:40:00.000Z',
      organisation: null,
      correctedBy: null,
    };
    const lastOf = async () => (await inbox()).at(-1)!;

    it('what was answered, in its words, and how to write back', async () => {
      await file();
      const word = {
        ...plan,
        kind: 'ACKNOWLEDGED',
        text: 'Sudah kami terima.',
        at: '2026-11-19T02:40:00.000Z',
      };
      door.graph.report = { state: 'IN_PROGRESS', history: [plan, word] };
      await answered();
      await rest();
      expect(await lastOf()).toBe(
        'LAPOR! Laporan 4821 3090, Dinas PUPR Kota Padang. Rencana (paling lambat 28-11-2026): Penambalan dijadwalkan pekan depan. Ketik STATUS K1.',
      );
      const [row] = await door.running.sql(
        `select state, segments from channels.delivery where template = 'report-answered'`,
      );
      expect(row).toEqual({ state: 'SENT', segments: 1 });
    });

    it('of a confidential report only that there is an answer', async () => {
      await file();
      door.graph.report = { state: 'IN_PROGRESS', history: [plan], isConfidential: true };
      door.reporterFacts.isConfidential = 'yes';
      await answered();
      await rest();
      expect(await lastOf()).toContain('ada rencana penanganan. Ketik');
      expect(await inbox()).not.toContainEqual(expect.stringContaining('Penambalan'));
      door.graph.report = { ...door.graph.report, handler: { name: 'Dinas Kesehatan' } };
      expect(await says('STATUS')).toMatch(/sedang ditangani\.$/);
      door.graph.report = { ...door.graph.report, isConfidential: false };
      expect(await says('STATUS')).toContain('sedang ditangani, Dinas Kesehatan. Rencana');
    });

    it('later, once, when the report cannot be asked about now', async () => {
      await file();
      door.graph.silent = 'BEFORE';
      await answered();
      await rest();
      expect(await inbox()).toHaveLength(2);
      door.graph.silent = null;
      await door.running.retry();
      await rest();
      expect(await inbox()).toHaveLength(3);
    });

    it('nothing a second time of what the answer at the door said already', async () => {
      await file();
      const id = await door.running.notify({ facts: { number: '48213090' }, template: 'report-received' });
      await rest();
      expect(await inbox()).toHaveLength(2);
      expect(
        await door.running.sql('select state, reason from channels.delivery where id = $1', [id]),
      ).toEqual([{ state: 'NO_ADDRESS', reason: 'ANSWERED_AT_DOOR' }]);
    });
  });
});

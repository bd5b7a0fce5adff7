import { describe, expect, it } from 'vitest';
import { BUDI, PHONE, REPORT, RINA, useDesk } from './desk-world.ts';
import { NOW } from './running-channels.ts';

describe('reports that the desk of doors makes of messages', () => {
  const desk = useDesk();
  const { writes, read, does, waiting, strays, told, rows, actions, key } = desk;

  describe('makes a report of a message', () => {
    it('as its sender, and tells number and short code by the same door', async () => {
      const id = await strays();
      const before = (await told()).length;
      const file = { requestKey: key(), ...REPORT, regionCode: '13.71.09', categoryId: 'drainase' };
      const tries = await Promise.all([1, 2].map(() => does(RINA, `/messages/${id}/file`, file)));
      for (const answer of tries) {
        expect(answer.statusCode, answer.body).toBe(200);
        expect(answer.json()).toMatchObject({ number: '48213090' });
      }
      const filed = desk.graph.asked.filter(({ operation }) => operation === 'FileAtDoor');
      expect(filed[0]).toMatchObject({
        channel: 'SMS',
        input: {
          kind: 'COMPLAINT',
          ...REPORT,
          regionCode: '13.71.09',
          categoryId: 'drainase',
          reporter: { phone: PHONE },
        },
      });
      expect(desk.graph.reports.size).toBe(1);
      const answers = (await told()).slice(before);
      expect(answers).toHaveLength(1);
      expect(answers[0]).toMatch(/4821 3090 \(kode K1\).*STATUS K1/);
      expect(await rows()).toMatchObject([
        { state: 'DONE', sealed: null, report_id: '00000000-0000-4000-8000-000000000000' },
      ]);
      expect(await actions()).toEqual([
        ['rina', 'REPORT_FILED', '00000000-0000-4000-8000-000000000000 48213090'],
      ]);
      // From now on it is the sender's, as every report that came by the door.
      await writes('STATUS K1');
      expect((await told()).at(-1)).toContain('4821 3090');
    });

    it('once, though the answer was lost and a colleague goes on with other words', async () => {
      const id = await strays();
      desk.graph.silent = 'AFTER';
      const file = { requestKey: key(), ...REPORT };
      expect((await does(RINA, `/messages/${id}/file`, file)).statusCode).toBe(503);
      expect(await waiting()).toMatchObject([{ begun: 'FILE' }]);
      // It may have been filed: nothing else is done with the message before that is known.
      expect(
        (await does(RINA, `/messages/${id}/close`, { requestKey: key(), reason: 'SPAM' })).json().code,
      ).toBe('BEGUN_OTHERWISE');
      desk.graph.silent = null;
      const other = {
        requestKey: key(),
        title: 'Judul yang lain',
        text: 'Kata-kata lain yang cukup panjang.',
      };
      expect((await does(BUDI, `/messages/${id}/file`, other)).json()).toMatchObject({
        number: '48213090',
        isEarlier: true,
      });
      expect(desk.graph.reports.size).toBe(1);
      expect([...desk.graph.reports.values()][0]!.input).toMatchObject(REPORT);
    });

    it('not when the platform does not take it: the operator mends what is named', async () => {
      const id = await strays();
      desk.graph.refuses = true;
      const file = { requestKey: key(), ...REPORT };
      expect((await does(RINA, `/messages/${id}/file`, file)).json()).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'text', message: 'TOO_SHORT' }],
      });
      expect(await waiting()).toMatchObject([{ begun: null }]);
      desk.graph.refuses = false;
      const mended = { ...file, text: 'Got di depan rumah kami di Kuranji meluap terus.' };
      expect((await does(RINA, `/messages/${id}/file`, mended)).statusCode).toBe(200);
      expect([...desk.graph.reports.values()][0]!.input.text).toBe(mended.text);
    });

    it('and it goes with its reporter', async () => {
      const id = await strays();
      await does(RINA, `/messages/${id}/file`, { requestKey: key(), ...REPORT });
      const reportId = '00000000-0000-4000-8000-000000000000';
      const other = await strays('terima kasih atas bantuannya pak');
      await does(RINA, `/messages/${other}/lease`);
      await desk.running.sql('update channels.inbound set report_id = $1 where id = $2', [reportId, other]);
      const receipt = await desk.channels.receiveEvents('reports', [
        {
          id: 1,
          stream: reportId,
          type: 'report.identity-erased',
          occurredAt: NOW,
          payload: { reportId, at: NOW },
        } as never,
      ]);
      expect(receipt.failed).toEqual([]);
      expect(await rows()).toEqual([]);
      expect(
        (await does(RINA, `/messages/${other}/answer`, { requestKey: key(), text: 'Halo' })).json().code,
      ).toBe('NOT_WAITING');
    });
  });

  describe('adds a message to a report of its sender', () => {
    const filed = async () => {
      const id = await strays();
      const { reportId } = (
        await does(RINA, `/messages/${id}/file`, { requestKey: key(), ...REPORT })
      ).json();
      return reportId as string;
    };

    it('as a word of the reporter, once, and says so', async () => {
      const reportId = await filed();
      desk.graph.report = { viewerCanReply: true };
      const id = await strays('tadi malam meluap lagi sampai ke jalan');
      expect((await read(`/messages/${id}`)).json()).toMatchObject({
        reports: [{ reportId, number: '48213090', shortCode: 'K1', isSpokenOf: true }],
        answers: { way: 'PHONE', mostSegments: 6 },
      });
      const before = (await told()).length;
      const attach = { requestKey: key(), reportId, text: 'Tadi malam meluap lagi sampai ke jalan.' };
      const tries = await Promise.all([1, 2].map(() => does(BUDI, `/messages/${id}/attach`, attach)));
      for (const answer of tries) expect(answer.json()).toEqual({ number: '48213090' });
      expect([...desk.graph.changes]).toHaveLength(1);
      expect(desk.graph.asked.findLast(({ operation }) => operation === 'ReplyAtDoor')).toMatchObject({
        input: { reportId, text: attach.text },
        grant: 'grant of 48213090',
      });
      expect((await told()).slice(before)).toEqual([expect.stringContaining('4821 3090 (kode K1)')]);
      expect(await waiting()).toEqual([]);
    });

    it('and keeps what somebody else made ready while it was refused to another', async () => {
      const reportId = await filed();
      const id = await strays('nomor rumahnya 12');
      // As a second operator leaves it who took over after three minutes.
      await desk.running.sql(`create function channels.make_ready() returns trigger language plpgsql as
        $$ begin new.is_ready := true; return new; end $$`);
      await desk.running.sql(`create trigger make_ready before insert on channels.desk_begun
        for each row execute function channels.make_ready()`);
      const attach = { requestKey: key(), reportId, text: 'nomor rumahnya 12' };
      expect((await does(RINA, `/messages/${id}/attach`, attach)).json().code).toBe('REPORT_TAKES_NONE');
      expect(await desk.running.sql('select is_ready from channels.desk_begun')).toEqual([
        { is_ready: true },
      ]);
    });

    it('once, though the answer was lost and the report takes other words by then', async () => {
      const reportId = await filed();
      desk.graph.report = { viewerCanCompleteData: true };
      const id = await strays('nomor rumahnya 12');
      const attach = { requestKey: key(), reportId, text: 'nomor rumahnya 12' };
      desk.graph.silent = 'AFTER';
      // Opening a report is no change: it is answered.
      expect((await does(RINA, `/messages/${id}/attach`, attach)).statusCode).toBe(503);
      desk.graph.silent = null;
      desk.graph.report = { viewerCanReply: true };
      expect((await does(RINA, `/messages/${id}/attach`, attach)).statusCode).toBe(200);
      expect([...desk.graph.changes].map((change) => change.split(' ')[0])).toEqual(['CompleteDataAtDoor']);
    });

    it('not to one that takes no words now, nor to somebody else’s', async () => {
      const reportId = await filed();
      const id = await strays('sudah beres belum ya pak got nya itu');
      expect(
        (await does(RINA, `/messages/${id}/attach`, { requestKey: key(), reportId, text: 'a' })).json().code,
      ).toBe('REPORT_TAKES_NONE');
      const stranger = await strays('halo ini nomor lain pak', '081200000099');
      desk.graph.report = { viewerCanReply: true };
      expect(
        (await does(RINA, `/messages/${stranger}/attach`, { requestKey: key(), reportId, text: 'a' })).json(),
      ).toMatchObject({ code: 'INPUT_INVALID', fields: [{ path: 'reportId' }] });
      expect(await waiting()).toHaveLength(2);
    });
  });
});

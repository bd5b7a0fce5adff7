import { describe, expect, it } from 'vitest';
import { fetchFile, withRests, type Fetched } from '../src/modules/provider/index.ts';
import { useTelegramDoor } from './telegram-world.ts';

const REPORT = 'LAPOR jalan di depan pasar berlubang';

describe('files that lie with a messenger', () => {
  const door = useTelegramDoor();
  const { says, later, photo, filed, inbound, brings, rest, texts } = door;

  it('are waited for as long as the API asks, while STOP is heard, and taken once', async () => {
    door.telegram.fileAnswers = [
      { at: 'ASKED', status: 429, retryAfter: 90 },
      { at: 'FETCHED', status: 503 },
    ];
    expect(await says({ caption: REPORT, photo: photo('lubang') })).toEqual([]);
    expect(await inbound()).toEqual([{ state: 'RECEIVED', reason: null }]);
    expect((await says('STOP'))[0]).toContain('kami hentikan');
    expect(await says('Kuranji')).toEqual([]);
    await later(80);
    expect(door.telegram.filesAsked).toBe(1);
    await later(11);
    expect([door.telegram.filesAsked, door.telegram.filesFetched]).toEqual([2, 1]);
    await later(31);
    expect(door.telegram.filesFetched).toBe(2);
    // The words that came behind it were read after it.
    expect(texts().at(-1)).toContain('diterima');
    expect(filed()[0]!.attachmentIds).toHaveLength(1);
    await later(7_200);
    expect(door.telegram.filesFetched).toBe(2);
    expect(door.graph.files).toHaveLength(1);
  });

  it('are told of while they do not come, and after hours a person reads the message', async () => {
    door.telegram.fileAnswers = Array.from({ length: 40 }, () => ({ at: 'FETCHED' as const, status: 500 }));
    await says({ caption: REPORT, photo: photo('lubang') });
    for (let time = 0; time < 30; time++) await later(900);
    expect(texts().map((text) => text.slice(0, 40))).toEqual([
      expect.stringContaining('Pesan Anda kami terima'),
      expect.stringContaining('Berkas ini tidak berhasil'),
    ]);
    expect(texts()[1]).toContain('foto-telegram.jpg');
    expect(await inbound()).toEqual([{ state: 'WAITING_FOR_PERSON', reason: 'FILES_MISSING 1' }]);
    expect(door.telegram.filesFetched).toBeLessThanOrEqual(11);
  });

  it('are named with the reason where they never come, and the report goes on', async () => {
    const [answer] = await says({ caption: REPORT, photo: [{ file_id: 'hilang' }] });
    expect(answer).toContain('Di mana kejadiannya?');
    expect(answer).toContain('foto-telegram.jpg (sudah tidak ada di aplikasi pengirim)');
    expect(
      (await says({ document: { file_id: 'a', file_size: 30_000_000, file_name: 'besar.pdf' } }))[0],
    ).toContain('besar.pdf (terlalu besar');
    door.telegram.files.set('program', Buffer.alloc(10));
    const refused = await says({ document: { file_id: 'program', file_name: 'foto.exe' } });
    expect(refused[0]).toMatch(/foto\.exe \(tidak lolos pemeriksaan/);
    expect((await says('Kuranji'))[0]).toContain('diterima');
    expect(filed()[0]!.attachmentIds).toBeUndefined();
  });

  it('that were fetched before the process died are not fetched again, and none is doubled', async () => {
    await brings({ caption: REPORT, photo: photo('lubang') });
    door.graph.silent = 'BEFORE';
    await rest();
    expect(door.telegram.filesFetched).toBe(1);
    door.graph.silent = null;
    await door.running.retry();
    await rest();
    expect(door.telegram.filesFetched).toBe(1);
    expect(door.graph.files).toHaveLength(1);
    expect((await says('Kuranji'))[0]).toContain('diterima');
    expect(filed()[0]!.attachmentIds).toHaveLength(1);
  });

  it('of an album whose parts come after it was joined all go to the first', async () => {
    await brings({ media_group_id: 'g', photo: photo('satu'), caption: REPORT });
    await brings({ media_group_id: 'g', photo: photo('dua') });
    door.telegram.fileAnswers = [1, 2].map(() => ({ at: 'FETCHED' as const, status: 503 }));
    await later(5);
    expect(texts()).toEqual([]);
    await brings({ media_group_id: 'g', photo: photo('tiga') });
    await later(60);
    await later(60);
    await door.running.retry();
    await rest();
    expect(texts()).toEqual([expect.stringContaining('Di mana kejadiannya?')]);
    await says('Kuranji');
    expect(filed()[0]!.attachmentIds).toHaveLength(3);
  });

  it('are asked for once at least, however late the message is read', async () => {
    await brings({ caption: REPORT, photo: photo('lubang') });
    await later(7 * 3_600);
    expect(door.telegram.filesFetched).toBe(1);
    expect(texts()).toEqual([expect.stringContaining('Di mana kejadiannya?')]);
  });

  it('that cannot be opened leave their message to a person in the end', async () => {
    await brings({ caption: REPORT, photo: photo('lubang') });
    await door.running.sql(`update channels.inbound_file set sealed = '\\x00'`);
    await rest();
    for (let time = 0; time < 6; time++) await door.running.retry();
    expect(await inbound()).toEqual([{ state: 'RECEIVED', reason: null }]);
    await later(25 * 3_600);
    await door.running.retry();
    expect(await inbound()).toEqual([{ state: 'WAITING_FOR_PERSON', reason: 'GIVEN_UP' }]);
  });

  it('hold up no message that comes while it is said when they are asked for again', async () => {
    // As a message wakes its reader between the last look and that statement.
    await door.running.sql(`create function channels.wake_again() returns trigger language plpgsql as $$ begin
      if new.read_after > old.received_at + interval '1 second' then
        perform channels_jobs.add_job('work-off-door',
          json_build_object('door', new.door, 'sender', encode(new.sender, 'hex')),
          job_key := new.door || ' ' || encode(new.sender, 'hex'), priority := 10);
      end if; return new; end $$`);
    await door.running.sql(`create trigger wake_again after update of read_after on channels.inbound
      for each row execute function channels.wake_again()`);
    await door.running.sql('grant usage on schema channels_jobs to public');
    door.telegram.fileAnswers = [{ at: 'ASKED', status: 429, retryAfter: 90 }];
    await brings({ caption: REPORT, photo: photo('lubang') });
    expect(await door.running.channels.settle()).toBe(2);
  });

  it('come from nowhere else, and while the API rests nobody asks it', async () => {
    const elsewhere = await fetchFile(new URL('http://169.254.169.254/latest'), {
      origins: ['https://graph.example'],
      largestBytes: 10,
    });
    expect(elsewhere).toEqual({ kind: 'NEVER', reason: 'ELSEWHERE' });
    let asked = 0;
    let now = 0;
    const answers: Fetched[] = [{ kind: 'NOT_NOW', restSeconds: 20 }];
    const fetchOne = withRests(
      async () => {
        asked += 1;
        return answers.shift() ?? { kind: 'HAD', content: Buffer.alloc(1) };
      },
      () => now,
    );
    await fetchOne('a');
    now = 19_000;
    expect(await fetchOne('b')).toEqual({ kind: 'NOT_NOW', restSeconds: 1, isResting: true });
    expect(asked).toBe(1);
    now = 20_000;
    expect((await fetchOne('b')).kind).toBe('HAD');
  });
});

import { describe, expect, it } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { anOfficer, BUDI, PHONE, RINA, useDesk } from './desk-world.ts';
import { NOW, runChannels } from './running-channels.ts';

const PATH = '/templates/report-routed';
const REASON = 'Warga sering bertanya kapan dijawab.';
const SHORT = 'LAPOR! Kabar laporan {nomor}: kini di {instansi}, dijawab dalam 5 hari kerja. {perintah}';
const NEW = 'LAPOR! Kabar laporan 4821 3097: kini di Dinas PUPR, dijawab dalam 5 hari kerja.';
const FACTS = { number: '48213097', organisationName: 'Dinas PUPR' };

describe('the words of messages', () => {
  const desk = useDesk();
  const { does, read, told, rest, key } = desk;
  const wish = (more: object = {}) => ({
    requestKey: key(),
    medium: 'PHONE',
    language: 'id',
    version: 0,
    reason: REASON,
    subject: null,
    body: SHORT,
    ...more,
  });
  const change = (more: object = {}, as: Viewer = RINA) => does(as, `${PATH}/wording`, wish(more));
  const phone = async () => (await read(PATH)).json().media.find(({ medium }: any) => medium === 'PHONE');
  const tell = async (facts: Record<string, string> = FACTS) => {
    await desk.running.notify({ template: 'report-routed', facts });
    return (await told(PHONE)).at(-1);
  };

  it('are the built-in ones until an operator writes others; the next message has the new ones', async () => {
    expect(await tell()).toMatch(/^LAPOR! Laporan 4821 3097 diteruskan kepada Dinas PUPR\./);
    expect(await phone()).toMatchObject({ version: 0, isBuiltIn: true, faults: [], builtInSegments: 1 });
    const answer = await change();
    expect([answer.statusCode, answer.json()]).toEqual([200, { version: 1 }]);
    expect(await tell()).toContain(NEW);
    expect(await phone()).toMatchObject({
      version: 1,
      isBuiltIn: false,
      changed: { at: NOW, accountId: 'rina', reason: REASON },
      wording: { subject: null, body: SHORT },
      broken: null,
    });
    const { templates } = (await read('/templates')).json();
    expect(templates.filter(({ isChanged }: any) => isChanged).map(({ name }: any) => name)).toEqual([
      'report-routed',
    ]);
    expect((await read('/actions')).json().actions[0]).toMatchObject({
      accountId: 'rina',
      action: 'WORDING_CHANGED',
      subjectId: 'report-routed PHONE id',
      detail: '1',
      reason: REASON,
    });
  });

  it('say nothing more of a confidential report than the built-in ones', async () => {
    await change();
    expect(await tell({ ...FACTS, isConfidential: 'yes' })).toContain('kini di instansi yang berwenang');
  });

  it('go back to the built-in ones, and what they were stays', async () => {
    await change();
    await change({ version: 1, body: `${SHORT.replace('Kabar', 'Info')}` }, BUDI);
    const { requestKey, medium, language, reason } = wish();
    const back = { requestKey, medium, language, reason, version: 2 };
    expect((await does(RINA, `${PATH}/built-in`, back)).json()).toEqual({ version: 3 });
    expect((await does(RINA, `${PATH}/built-in`, back)).json()).toEqual({ version: 3 });
    expect(await tell()).toMatch(/diteruskan kepada Dinas PUPR\./);
    const query = '?medium=PHONE&language=id';
    const { versions, earlier } = (await read(`${PATH}/versions${query}`)).json();
    expect(versions.map(({ version, accountId, body }: any) => [version, accountId, body])).toEqual([
      [3, 'rina', null],
      [2, 'budi', SHORT.replace('Kabar', 'Info')],
      [1, 'rina', SHORT],
    ]);
    expect(earlier).toBeNull();
    const page = (await read(`${PATH}/versions${query}&before=3&first=1`)).json();
    expect([page.versions[0].version, page.earlier.version]).toEqual([2, 1]);
    await expect(
      desk.running.sql(`update channels.wording set reason = 'anders' where version = 1`),
    ).rejects.toThrow('stays as it is');
  });

  it('are changed once by one wish, and by one of two who read the same', async () => {
    const once = wish();
    const answers = await Promise.all([1, 2, 3].map(() => does(RINA, `${PATH}/wording`, once)));
    expect(answers.map((answer) => answer.json())).toEqual([{ version: 1 }, { version: 1 }, { version: 1 }]);
    const late = await change({ body: SHORT.replace('Kabar', 'Info') }, BUDI);
    expect([late.statusCode, late.json().code]).toEqual([409, 'CHANGED_MEANWHILE']);
    const other = await does(RINA, `${PATH}/built-in`, { ...once, version: 1 });
    expect(other.json().code).toBe('REQUEST_KEY_USED');
    expect((await change({ version: 1 })).json().code).toBe('NOTHING_CHANGED');
    expect((await phone()).version).toBe(1);
  });

  it.each([
    [{ body: 'Laporan sudah diteruskan. {perintah}' }, 'body', 'MISSING_PLACEHOLDER nomor/isi'],
    [{ body: 'Laporan {nomor} sudah diteruskan.' }, 'body', 'MISSING_PLACEHOLDER perintah'],
    [{ body: '{perintah} Laporan {nomor}.' }, 'body', 'NOT_LAST perintah'],
    [{ body: `${SHORT} ` + '{nama_pelapor}' }, 'body', 'UNKNOWN_PLACEHOLDER nama_pelapor'],
    [{ body: `Laporan {nomor} ${'panjang '.repeat(60)}{perintah}` }, 'body', 'TOO_MANY_SEGMENTS 3'],
    [{ body: `Laporan {nomor}\nBaru. {perintah}` }, 'body', 'LINE_BREAK'],
    [{ body: `Buka lapor-baru.com untuk {nomor}. {perintah}` }, 'body', 'OWN_LINK'],
    [{ reason: 'pendek' }, 'reason', null],
  ])('are refused with which and why: %j', async (more, path, message) => {
    const answer = await change(more);
    expect(answer.statusCode).toBe(400);
    const { code, fields } = answer.json();
    expect(code).toBe('INPUT_INVALID');
    expect(fields).toContainEqual({ path, message: message ?? expect.any(String) });
    expect((await phone()).version).toBe(0);
  });

  it('keep, in a mail, the link, its end and the way to end such mails', async () => {
    const mail = (body: string, version = 0) =>
      change({ medium: 'MAIL', subject: 'Laporan {nomor} diteruskan', body, version });
    const fields = (await mail('Laporan {nomor} diteruskan.')).json().fields;
    expect(fields.map(({ message }: any) => message)).toEqual([
      'MISSING_PLACEHOLDER tautan',
      'MISSING_PLACEHOLDER penutup',
      'MISSING_PLACEHOLDER berhenti',
    ]);
    expect((await mail('Laporan {nomor}.\n\n{tautan}\n\n{berhenti}\n\n{penutup}')).statusCode).toBe(200);
  });

  it('can be looked at before they are put in force, with what they cost', async () => {
    const { requestKey: _key, reason: _reason, version: _version, ...draft } = wish();
    const long = `Laporan {nomor} ${'kata '.repeat(40)}{perintah}`;
    const { previews, faults, builtInSegments } = (
      await does(RINA, `${PATH}/preview`, { ...draft, body: long })
    ).json();
    expect(faults).toEqual([]);
    expect(builtInSegments).toBe(1);
    expect(previews.map(({ measure }: any) => measure.segments)).toEqual([2, 2]);
    expect(previews[0].body).toMatch(/^Laporan 4821 3097 kata .* Ketik STATUS K1\.$/);
    expect(previews[1].body).toMatch(/https:\/\/lapor\.example\/laporan\/48213097$/);
    const wrong = (await does(RINA, `${PATH}/preview`, { ...draft, body: '{apa}' })).json();
    expect(wrong.previews).toEqual([]);
    expect(wrong.faults).toContainEqual({ path: 'body', code: 'UNKNOWN_PLACEHOLDER', detail: 'apa' });
    expect((await phone()).version).toBe(0);
  });

  it('that cannot be filled any more lose no message: the built-in ones go, and health tells', async () => {
    const broken = async () => (await desk.channels.health()).waiting.find(({ name }) => name === 'WORDINGS');
    expect(await broken()).toMatchObject({ failed: 0 });
    await desk.running.sql(
      `insert into channels.wording values ('report-routed', 'PHONE', 'id', 1, null, 'Laporan {dulu_ada} {perintah}', 1, now(), 'rina', 'lama')`,
    );
    await expect.poll(() => tell()).toMatch(/diteruskan kepada Dinas PUPR\./);
    await expect.poll(async () => (await broken())?.failed).toBe(1);
    expect((await phone()).broken).toMatchObject({ reason: 'UNKNOWN_PLACEHOLDER dulu_ada' });
    await change({ version: 1 });
    expect(await tell()).toContain(NEW);
    expect(await broken()).toMatchObject({ failed: 0 });
  });

  it('are for operators in person alone', async () => {
    const others: Viewer[] = [
      PUBLIC_VIEWER,
      { ...anOfficer, accountId: 'a', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }] },
      { ...RINA, apiKey: { id: 'k', scopes: ['graph:write'] } },
    ];
    for (const other of others) {
      for (const path of ['wording', 'built-in', 'preview'])
        expect((await does(other, `${PATH}/${path}`, wish())).statusCode).toBe(404);
      expect((await read(`${PATH}/versions?medium=PHONE&language=id`, other)).statusCode).toBe(404);
    }
    const elsewhere = await does(RINA, `${PATH}/wording`, wish(), { origin: 'https://elsewhere.example' });
    expect(elsewhere.statusCode).toBe(403);
    expect((await does(RINA, '/templates/unknown/wording', wish())).statusCode).toBe(404);
    await rest();
    expect((await phone()).version).toBe(0);
  });
});

it('that another process puts in force are in the next messages of this one', async () => {
  await using running = await runChannels({
    contactBook: { contactFor: async () => ({ phone: PHONE, language: 'id' }) },
  });
  const newest = async () => {
    await running.notify({ template: 'report-routed', facts: FACTS });
    while ((await running.channels.settle()) > 0);
    const { messages } = (
      await running.server.inject({ url: `/mailbox/messages?to=${encodeURIComponent(PHONE)}` })
    ).json();
    return messages.map(({ body }: { body: string }) => body.trim())[0];
  };
  expect(await newest()).toMatch(/diteruskan kepada Dinas PUPR\./);
  await running.sql(
    `insert into channels.wording values ('report-routed', 'PHONE', 'id', 1, null, 'Baru {nomor} {perintah}', 1, now(), 'rina', 'baru')`,
  );
  await expect.poll(newest).toMatch(/^Baru 4821 3097/);
});

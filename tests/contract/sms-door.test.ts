import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP, Secret } from 'otpauth';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '@lapor/clock';
import { createSharedDatabase } from '@lapor/database/testing';
import { SERVICES, startPlatform, type Platform } from '@lapor/platform';
import { createTokens } from '@lapor/viewer';
import { person, roadReport, type Person } from '../platform/graph-client.ts';
import { eventually } from '../platform/processes.ts';
import { callAsGateway } from '../platform/sms-gateway.ts';

const PORT = 23_270;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const SECRETS = {
  service: 's'.repeat(40),
  reports: 'r'.repeat(40),
  auth: 'a'.repeat(40),
  organisations: 'o'.repeat(40),
};
const CALLBACK_SECRET = 'c'.repeat(40);
const TOTP_SECRET = 'kode-kedua-untuk-uji-sms';
const PASSWORD = 'kata-sandi-uji';
const OFFICERS = [
  { id: 'desk', posts: [{ role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' }] },
  { id: 'city', posts: [{ role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-71' }] },
  { id: 'road', posts: [{ role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dpupr' }] },
] as const;
const NARRATIVE = 'jalan di depan pasar berlubang sejak kenari menetas';
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

describe('the door of short messages', () => {
  const stack = new AsyncDisposableStack();
  const lines: string[] = [];
  let platform: Platform;
  let address: string;
  let sql: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  const officers = new Map<string, Person>();
  const officer = (id: (typeof OFFICERS)[number]['id']) => officers.get(id)!;

  beforeAll(async () => {
    const shared = stack.use(await createSharedDatabase(SERVICES));
    const administrator = new Client({ connectionString: shared.adminUrl });
    await administrator.connect();
    stack.defer(() => administrator.end());
    sql = async <Row extends object>(text: string, values?: unknown[]) =>
      (await administrator.query<Row>(text, values)).rows;
    const files = mkdtempSync(join(tmpdir(), 'sms-files-'));
    stack.defer(() => rmSync(files, { recursive: true, force: true }));
    platform = stack.use(
      await startPlatform({
        urls: shared.urls,
        secrets: SECRETS,
        filesDirectory: files,
        publicUrl: ORIGIN,
        production: false,
        development: false,
        mailFrom: 'lapor@sms.contoh.go.id',
        trustProxy: false,
        publicAnswerMilliseconds: 0,
        smsCallbackSecrets: [CALLBACK_SECRET],
        clock: systemClock,
        logLevel: 'trace',
        logDestination: { write: (line) => void lines.push(line) },
        port: PORT,
        host: '127.0.0.1',
        withApplications: false,
      }),
    );
    const { identity, organisations } = platform.services;
    for (const { id } of OFFICERS)
      await identity.registerOfficerAccount({
        id,
        email: `${id}@contoh.go.id`,
        name: `Petugas ${id}`,
        password: PASSWORD,
        totpSecret: TOTP_SECRET,
      });
    await organisations.seedOfficers(
      OFFICERS.map(({ id, posts }) => ({ id, name: `Petugas ${id}`, posts: [...posts] })),
    );
    await platform.services.settle();
    ({ address } = await platform.open(null));
    for (const { id } of OFFICERS) {
      const someone = person(address);
      await someone.post('/auth/sign-in/email', { email: `${id}@contoh.go.id`, password: PASSWORD });
      const code = new TOTP({
        secret: new Secret({ buffer: new TextEncoder().encode(TOTP_SECRET).buffer }),
      }).generate();
      expect((await someone.post('/auth/two-factor/verify-totp', { code })).status).toBe(200);
      officers.set(id, someone);
    }
  });
  afterAll(() => stack.disposeAsync());

  const call = (message: object, secret = CALLBACK_SECRET) => callAsGateway(address, secret, message);

  /** Somebody with a telephone that can do nothing but short messages. */
  function telephone(number: string) {
    let read = 0;
    const inbox = async (): Promise<string[]> => {
      const response = await fetch(`${address}/mailbox/messages?to=${encodeURIComponent(number)}`);
      const { messages } = (await response.json()) as { messages: { body: string }[] };
      return messages.map(({ body }) => body).reverse();
    };
    return {
      inbox,
      send: (text: string, messageId: string = randomUUID()) =>
        call({ messageId, from: number.replace('+62', '0'), text }),
      /** The next message that comes. */
      async next(): Promise<string> {
        const all = await eventually('a short message', async () => {
          await platform.services.settle();
          const messages = await inbox();
          return messages.length > read && messages;
        });
        read += 1;
        return all[read - 1]!;
      },
      async says(text: string): Promise<string> {
        expect((await this.send(text)).status).toBe(202);
        return this.next();
      },
    };
  }

  const RESULT = {
    kind: 'RESULT',
    outcome: 'SOLVED',
    noProofReason: 'Foto menyusul dari lapangan.',
  };

  it('carries a report from its filing to its rating, and the reporter never uses the web', async () => {
    const phone = telephone('+6281200000008');
    expect(await phone.says(`LAPOR ${NARRATIVE}`)).toContain('Di mana kejadiannya?');
    const filed = await phone.says('kec. Kuranji, Padang');
    const [, number = ''] = /Laporan (\d{4} \d{4}) \(kode K1\) diterima/.exec(filed) ?? [];
    expect(filed).toContain('Kuranji, Kota Padang');
    expect(await phone.says('status')).toContain(`${number} (K1) menunggu diperiksa petugas`);

    const { data } = await officer('desk').ask(
      `{ report(number: "${number}") { id channel text placeText region { code } } }`,
    );
    expect(data.report).toMatchObject({
      channel: 'SMS',
      text: `${NARRATIVE}\nTempat: kec. Kuranji, Padang`,
      placeText: null,
      region: { code: '13.71.09' },
    });
    const reportId = data.report.id as string;
    const must = async (by: Person, mutation: string, input: object) =>
      expect(await by.do(mutation, { reportId, ...input })).toMatchObject({ __typename: 'ReportChanged' });
    await must(officer('desk'), 'verifyReport', {
      class: 'GRIEVANCE',
      categoryId: roadReport().categoryId,
      leadOrganisationId: 'pemkot-13-71',
      safeToPublish: true,
    });
    expect(await phone.next()).toContain('diteruskan');
    await must(officer('city'), 'disposeReport', { organisationId: 'opd-13-71-dpupr' });
    expect(await phone.next()).toContain('Dinas Pekerjaan Umum');
    await must(officer('road'), 'answerReport', {
      kind: 'PLAN',
      text: 'Penambalan dijadwalkan pekan depan.',
      promisedOn: nextWeek(),
    });
    const plan = await phone.next();
    expect(plan).toContain('Penambalan dijadwalkan pekan depan.');
    expect(plan).toContain('STATUS K1');
    await must(officer('road'), 'answerReport', { ...RESULT, text: 'Jalan sudah ditambal seluruhnya.' });
    expect(await phone.next()).toMatch(/Jalan sudah ditambal seluruhnya\..*TUTUP K1/s);
    expect(await phone.says('BLM, masih ada dua lubang')).toContain('belum beres');
    await must(officer('road'), 'answerReport', { ...RESULT, text: 'Kedua lubang itu juga ditutup.' });
    expect(await phone.next()).toContain('Kedua lubang itu juga ditutup.');
    expect(await phone.says('Tutup, terima kasih')).toContain(
      `Balas YA untuk menutup laporan ${number} (K1)`,
    );
    expect(await phone.says('Ya, sudah beres')).toContain('dinyatakan selesai');
    expect(await phone.says('nilai 5')).toContain('Nilai Anda');

    const after = await officer('desk').ask(
      `{ report(number: "${number}") { state rating history { kind text } } }`,
    );
    expect(after.data.report).toMatchObject({ state: 'COMPLETED', rating: 5 });
    expect(after.data.report.history).toContainEqual(
      expect.objectContaining({ kind: 'REPLIED', text: expect.stringContaining('masih ada dua lubang') }),
    );
    for (const message of await phone.inbox()) expect(message.length).toBeLessThanOrEqual(459);
  });

  it('drops what the operator brings twice, and keeps for a person what it does not understand', async () => {
    const phone = telephone('+6281200000016');
    const messageId = randomUUID();
    for (let time = 0; time < 3; time++)
      expect((await phone.send('LAPOR lampu jalan padam', messageId)).status).toBe(202);
    expect(await phone.next()).toContain('Di mana kejadiannya?');
    expect(await phone.says('di Bandung')).toMatch(/Yang mana\?[^]*1 .*Bandung[^]*2 .*Bandung/);
    expect(await phone.says('2')).toContain('Bandung');
    expect(await phone.says('halo pak, apa kabar')).toContain('belum kami pahami dan kami simpan');
    await platform.services.settle();
    expect(await phone.inbox()).toHaveLength(4);
    const states = await sql<{ state: string; count: number; kept: number }>(
      `select state, count(*)::int as count, count(sealed)::int as kept from channels.inbound
       where provider_message_id = $1 or state = 'WAITING_FOR_PERSON' group by state order by state`,
      [messageId],
    );
    expect(states).toEqual([
      { state: 'DONE', count: 1, kept: 0 },
      { state: 'WAITING_FOR_PERSON', count: 1, kept: 1 },
    ]);
    const [{ count }] = (await sql<{ count: number }>(
      `select count(*)::int from reports.report where text like 'Laporan lewat SMS: lampu jalan padam%' or text like 'lampu jalan padam%'`,
    )) as [{ count: number }];
    expect(count).toBe(1);
  });

  it('refuses who does not sign, who is not a door, and who is one and somebody else besides', async () => {
    const message = { messageId: randomUUID(), from: '081200000024', text: 'LAPOR jalan rusak' };
    expect((await call(message, 'x'.repeat(40))).status).toBe(401);
    const malformed = await call({ ...message, from: '' });
    expect(malformed.status).toBe(400);
    expect(await malformed.json()).toMatchObject({ fields: [{ path: 'from' }] });

    const ask = (headers: Record<string, string>) =>
      fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-lapor-client': 'channels', ...headers },
        body: JSON.stringify({ query: '{ verificationQueueCount }' }),
      });
    const pass = { channel: 'SMS', sender: 'ab'.repeat(16) };
    const own = await createTokens(SECRETS.service).signDoorPass(pass);
    expect((await ask({ 'x-lapor-door': own })).status).toBe(200);
    const forged = await createTokens('f'.repeat(40)).signDoorPass(pass);
    expect((await ask({ 'x-lapor-door': forged })).status).toBe(401);
    const otherKind = await createTokens(SECRETS.service).signService('channels');
    expect((await ask({ 'x-lapor-door': otherKind })).status).toBe(401);
    expect((await ask({ 'x-lapor-door': own, cookie: 'a=b' })).status).toBe(401);
  });

  it('leaves no number and no words in the logs', () => {
    const log = lines.join('\n');
    expect(lines.length).toBeGreaterThan(50);
    for (const canary of ['81200000008', '81200000016', 'kenari menetas', 'lampu jalan padam', 'dua lubang'])
      expect(log.includes(canary), canary).toBe(false);
  });
});

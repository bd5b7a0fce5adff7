import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMailTo } from '../../services/channels/tests/mail-client.ts';
import { startMailServer, type MailServer } from '../../services/channels/tests/mail-server.ts';
import { person, roadReport } from '../platform/graph-client.ts';
import { eventually } from '../platform/processes.ts';
import { OFFICERS, startServicesApart, type ServicesApart } from './services-apart.ts';

/** By the real clock, which these processes have. */
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

const MAIL_PORT = 23_219;
const DOMAIN = 'surat.contoh.test';
const SENDER = 'siti@rumah.contoh.test';
/** Phones that write at once while the process is killed. */
const PHONES = Array.from({ length: 24 }, (_, index) => `+62812${String(40_000_000 + index)}`);

describe('every service in a process of its own', () => {
  const stack = new AsyncDisposableStack();
  let out: MailServer;
  let apart: ServicesApart;

  // Longer than what it waits for: building the applications comes before, if nobody has.
  beforeAll(async () => {
    out = stack.use(await startMailServer());
    apart = stack.use(
      await startServicesApart(23_200, {
        SMTP_URL: out.url,
        MAIL_FROM: `lapor@${DOMAIN}`,
        MAIL_IN_PORT: String(MAIL_PORT),
        MAIL_IN_DOMAIN: DOMAIN,
      }),
    );
  }, 420_000);
  afterAll(async () => {
    const codes = await apart?.stop();
    await stack.disposeAsync();
    expect(Object.values(codes ?? {})).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('carries a report from a citizen to its closing, with clocks and mail', async () => {
    const [desk, city, road] = await Promise.all(OFFICERS.map(({ id }) => apart.signIn(id)));
    const citizen = person(apart.origin);
    const submitted = await citizen.do(
      'submitReport',
      roadReport(),
      '__typename ... on ReportSubmitted { accessCode report { id number } } ... on UserError { code }',
    );
    const { id: reportId, number } = submitted.report;
    const opened = await citizen.do(
      'openReport',
      { number, accessCode: submitted.accessCode },
      '__typename ... on ReportOpened { grant }',
    );
    citizen.open(opened.grant);

    // Posts and organisations travel as events; a few seconds are theirs.
    const verified = await eventually('verification', async () => {
      const result = await desk!.do('verifyReport', {
        reportId,
        class: 'GRIEVANCE',
        categoryId: roadReport().categoryId,
        leadOrganisationId: 'pemkot-13-71',
        safeToPublish: true,
      });
      return result.__typename === 'ReportChanged' && result;
    });
    expect(verified.report).toMatchObject({ state: 'DISPOSED', handler: { id: 'pemkot-13-71' } });
    expect(await city!.do('disposeReport', { reportId, organisationId: 'opd-13-71-dpupr' })).toMatchObject({
      report: { state: 'DISPOSED' },
    });
    expect(
      await road!.do('answerReport', {
        reportId,
        kind: 'PLAN',
        text: 'Penambalan dijadwalkan pekan depan.',
        promisedOn: nextWeek(),
      }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    expect(await citizen.do('replyToReport', { reportId, text: 'Terima kasih, kami tunggu.' })).toMatchObject(
      { report: { state: 'IN_PROGRESS' } },
    );
    expect(
      await road!.do('answerReport', {
        reportId,
        kind: 'RESULT',
        outcome: 'SOLVED',
        text: 'Jalan sudah ditambal seluruhnya.',
        noProofReason: 'Foto menyusul dari lapangan.',
      }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });

    const clocks = await eventually('clocks', async () => {
      const { data } = await person(apart.origin).ask(
        `{ report(number: "${number}") { handler { name } nextDueClock clocks { kind status } } }`,
      );
      return (
        data.report.clocks?.some((clock: { kind: string }) => clock.kind === 'AUTO_CLOSE') && data.report
      );
    });
    expect(clocks.handler.name).toBe('Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang');
    expect(clocks.clocks).toContainEqual({ kind: 'FOLLOW_UP', status: 'MET' });
    expect(await citizen.do('confirmReport', { reportId })).toMatchObject({ report: { state: 'COMPLETED' } });
    await eventually('mail to the reporter', async () =>
      out.mails.some(
        ({ recipients, parsed }) =>
          recipients.includes('warga@contoh.id') &&
          parsed.text!.includes(`${number.slice(0, 4)} ${number.slice(4)}`),
      ),
    );
  });

  it('takes a short message in at the gateway, and files by it', async () => {
    const from = '+6281200000064';
    const told = (words: string) =>
      eventually(`"${words}" by phone`, async () => (await apart.inbox(from)).join('\n').includes(words));
    expect(await apart.bringSms(from, 'LAPOR lampu jalan padam di depan masjid')).toBe(202);
    await told('Di mana kejadiannya?');
    expect(await apart.bringSms(from, 'Kuranji, Padang')).toBe(202);
    await told('(kode K1) diterima. Tempat: Kuranji, Kota Padang');
  });

  it('loses only the fields of a service that is killed, files reports meanwhile, and catches up when it is back', async () => {
    await Promise.all([apart.processes.sla!.kill('SIGKILL'), apart.processes.organisations!.kill('SIGKILL')]);
    const citizen = person(apart.origin);
    const submitted = await citizen.do(
      'submitReport',
      roadReport(),
      '__typename ... on ReportSubmitted { accessCode report { id number } }',
    );
    expect(submitted.__typename).toBe('ReportSubmitted');
    const { data, errors } = await citizen.ask(
      '{ publicReports(first: 1) { edges { node { title handler { id name } nextClock { kind } } } } }',
    );
    expect(data.publicReports.edges[0].node).toMatchObject({ title: roadReport().title, nextClock: null });
    expect(errors!.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|2320|sla|organisations|ECONN/);
    expect(await apart.isReady()).toBe(false);

    apart.start('sla');
    apart.start('organisations');
    await eventually('readiness after the restart', apart.isReady, 60);
    const opened = await citizen.do(
      'openReport',
      { number: submitted.report.number, accessCode: submitted.accessCode },
      '__typename ... on ReportOpened { grant }',
    );
    citizen.open(opened.grant);
    await eventually('the clock of the report filed meanwhile', async () => {
      const answer = await citizen.ask(
        `{ report(number: "${submitted.report.number}") { nextClock { kind status } } }`,
      );
      return answer.data.report.nextClock?.kind === 'VERIFICATION';
    });
  });

  it('files a mail, and reads what its reporter answers to news, asking `reports` over HTTP whose it is', async () => {
    const send = (to: string, text: string) =>
      sendMailTo(MAIL_PORT, { from: SENDER, to, subject: 'Jalan rusak', text });
    const mails = () => out.mails.filter(({ recipients }) => recipients.includes(SENDER));
    let read = 0;
    const next = async () => {
      await eventually('a mail', async () => mails().length > read, 60);
      const { parsed } = mails()[read++]!;
      return { text: parsed.text!, replyTo: parsed.replyTo!.value[0]!.address! };
    };
    await send(`lapor@${DOMAIN}`, 'Jalan di depan pasar berlubang sejak lama.');
    const asked = await next();
    expect(asked.text).toContain('Di mana kejadiannya?');
    await send(asked.replyTo, 'Kuranji, Kota Padang');
    const [, number = ''] = /Laporan (\d{4} \d{4}) \(kode K1\) diterima/.exec((await next()).text) ?? [];
    expect(number).not.toBe('');

    const desk = await apart.signIn('desk');
    const { data } = await desk.ask(`{ report(number: "${number}") { id channel } }`);
    expect(data.report.channel).toBe('EMAIL');
    await eventually('verification', async () => {
      const result = await desk.do('verifyReport', {
        reportId: data.report.id,
        class: 'GRIEVANCE',
        categoryId: roadReport().categoryId,
        leadOrganisationId: 'pemkot-13-71',
        safeToPublish: true,
      });
      return result.__typename === 'ReportChanged';
    });
    const news = await next();
    // The token of `reports`, not of the door.
    expect(news.replyTo).toMatch(new RegExp(`^balas\\+[a-z2-7]{45}@${DOMAIN}$`));
    await send(news.replyTo, 'Status');
    expect((await next()).text).toContain(number);
    // A token that names no report opens nothing, and a person reads the words.
    await send(`balas+${'a'.repeat(45)}@${DOMAIN}`, 'Status');
    await eventually('a message for a person', async () => {
      const rows = await apart.sql(`select 1 from channels.inbound where state = 'WAITING_FOR_PERSON'`);
      return rows.length === 1;
    });
    expect(mails()).toHaveLength(read);
  }, 180_000);

  /** Brings a message as an operator does: again and again until it was taken, and once more after that. */
  async function bring(from: string, text: string): Promise<void> {
    const messageId = randomUUID();
    await eventually(
      'an answer to the operator',
      async () => (await apart.bringSms(from, text, messageId)) === 202,
      90,
    );
    await eventually(
      'an answer to the repetition',
      async () => (await apart.bringSms(from, text, messageId)) === 202,
      90,
    );
  }
  /** Kills the process while it is at work, and starts it again. */
  async function killed(whenTo: string): Promise<void> {
    await eventually('work to be interrupted', async () => (await apart.sql(whenTo)).length > 0, 60);
    expect(await apart.processes['channels']!.kill('SIGKILL')).toBeNull();
    // What it was at work on is free again after some minutes: these are over.
    await apart.sql(
      `update channels_jobs._private_jobs set locked_at = locked_at - interval '10 minutes' where locked_at is not null`,
    );
    apart.start('channels');
  }
  const atRest = () =>
    eventually(
      'rest',
      async () => {
        const [row] = await apart.sql<{ busy: number }>(
          `select (select count(*) from channels.inbound where state = 'RECEIVED')::int
             + (select count(*) from channels.delivery where state in ('WAITING', 'SENDING') and template = 'door-answer')::int as busy`,
        );
        return row!.busy === 0;
      },
      150,
    );
  /** Each phone has had one answer of these words, or it is known of one that nobody knows whether it left. */
  async function answeredOnce(words: RegExp, step: number): Promise<void> {
    const uncertain = await apart.sql(
      `select 1 from channels.delivery where template = 'door-answer' and state = 'UNCERTAIN'`,
    );
    const counts = await Promise.all(
      PHONES.map(async (phone) => (await apart.inbox(phone)).filter((text) => words.test(text)).length),
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(1);
    const missing = counts.filter((count) => count === 0).length;
    expect(missing, `${missing} of step ${step} missing`).toBeLessThanOrEqual(uncertain.length);
  }

  it('loses and doubles nothing when it is killed while it takes messages in and answers them', async () => {
    const before = await apart.sql<{ id: string }>(`select id from reports.report where channel = 'SMS'`);
    const earlier = await apart.sql(`select 1 from channels.inbound where door = 'SMS'`);
    const asking = Promise.all(
      PHONES.map((phone, index) => bring(phone, `LAPOR lampu jalan nomor ${index} padam di depan masjid`)),
    );
    await killed(`select 1 from channels.inbound where state = 'RECEIVED' and door = 'SMS' limit 1`);
    await asking;
    await atRest();
    const inbound = await apart.sql(`select 1 from channels.inbound where door = 'SMS'`);
    expect(inbound).toHaveLength(earlier.length + PHONES.length);
    await answeredOnce(/Di mana kejadiannya\?/, 1);

    const placing = Promise.all(PHONES.map((phone) => bring(phone, 'Kuranji, Padang')));
    // In the middle of filing and of sending what was filed.
    await killed(`select 1 from reports.report where channel = 'SMS' offset ${before.length} limit 1`);
    await placing;
    await atRest();
    const filed = await apart.sql<{ text: string }>(`select text from reports.report where channel = 'SMS'`);
    expect(filed).toHaveLength(before.length + PHONES.length);
    expect(new Set(filed.map(({ text }) => text)).size).toBe(filed.length);
    await answeredOnce(/\(kode K1\) diterima/, 2);
    const states = await apart.sql(
      `select state, count(*)::int as count from channels.inbound where door = 'SMS' group by state`,
    );
    expect(states).toEqual([{ state: 'DONE', count: earlier.length + 2 * PHONES.length }]);
  }, 420_000);
});

import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMailTo } from '../../services/channels/tests/mail-client.ts';
import { startMailServer, type MailServer } from '../../services/channels/tests/mail-server.ts';
import { startTelegramDouble, type TelegramDouble } from '../../services/channels/tests/telegram-double.ts';
import { hitsIn } from '../../services/reports/tests/canaries.ts';
import { roadReport } from '../platform/graph-client.ts';
import { eventually } from '../platform/processes.ts';
import { startAgencyWorld, startListener, type AgencyWorld } from './agency-world.ts';
import { listenToEverybody } from './canaries/listening.ts';
import { currentTransaction, filesBelow, writtenSince } from './canaries/traces.ts';
import { callAsGateway } from '../platform/sms-gateway.ts';

const PORT = 23_274;
const SMS_SECRET = 'c'.repeat(40);
const TELEGRAM_SECRET = 'rahasia-panggilan-balik-telegram-123';
const DOMAIN = 'surat.contoh.test';
const CATEGORY = roadReport().categoryId;

/** Who reported by which door, and the words of each. The last wrote what no door understands. */
const PHONE = '81299990717';
const SENDER = 'kanari.surat@rumah-kanari.test';
const FILER = { email: 'kanari.aplikasi@rumah-kanari.test', first_name: 'Kanarinama', phone: '081299990818' };
const CALLER = { email: 'kanari.loket@rumah-kanari.test', name: 'Kanariloket' };
const KEYED = { email: 'kanari.kunci@rumah-kanari.test', name: 'Kanarikunci', phone: '+6281299991212' };
const CHAT = 717_299_990_717;
const STRAY = '81299990919';
const STORIES = {
  sms: 'kanaricerita pendek tentang pungutan di loket',
  mail: 'Kanarisurat: petugas meminta uang di loket kantor itu sejak lama.',
  open311: 'Kanariaplikasi: petugas meminta uang di loket kantor itu.',
  counter: 'Kanariloket bercerita: petugas meminta uang sebelum berkas diterima.',
  telegram: 'kanariobrolan tentang pungutan di loket',
  key: 'Kanarikunci bercerita: petugas meminta uang di loket pajak.',
};
const PERSONAL = [
  PHONE,
  STRAY,
  SENDER,
  FILER.email,
  FILER.first_name,
  FILER.phone.slice(1),
  CALLER.email,
  String(CHAT),
  KEYED.email,
  KEYED.phone.slice(3),
];
const WORDS = [
  'kanaricerita',
  'kanarisurat',
  'kanariaplikasi',
  'kanariloket',
  'kanariobrolan',
  'kanarikunci',
];

describe('a confidential reporter at a door', () => {
  const stack = new AsyncDisposableStack();
  const listening = stack.use(listenToEverybody());
  const { heard, as, during } = listening;
  let world: AgencyWorld;
  let out: MailServer;
  let telegram: TelegramDouble;
  let before: string;
  /** What other systems were sent: that of who handles the reports, and those of others. */
  const told: Record<'city' | 'other' | 'nation', Awaited<ReturnType<typeof startListener>>> = {} as never;
  const numbers: string[] = [];

  const settle = () => world.platform.services.settle();
  const sms = async (from: string, text: string) => {
    const message = { messageId: randomUUID(), from: `0${from}`, text };
    const answer = await as('operator of short messages', () =>
      callAsGateway(world.address, SMS_SECRET, message),
    );
    expect(answer.status).toBe(202);
    await settle();
  };
  const inbox = async (to: string): Promise<string> => {
    // The reporter's own phone: what is there is the reporter's.
    const answer = await fetch(`${world.address}/mailbox/messages?to=${encodeURIComponent(to)}`);
    return JSON.stringify(await answer.json());
  };
  const mail = async (to: string, text: string) => {
    const count = out.mails.length;
    await sendMailTo(world.platform.services.channels.mailPort!, {
      from: SENDER,
      to,
      subject: to.startsWith('balas') ? 'Re: Laporan' : 'Laporan',
      text,
    });
    return eventually('an answer by mail', async () => {
      await settle();
      return out.mails.length > count && out.mails.at(-1)!.parsed;
    });
  };
  let updates = 0;
  const chat = async (text: string) => {
    const count = telegram.sent.length;
    const from = {
      from: { id: CHAT, is_bot: false, first_name: KEYED.name },
      chat: { id: CHAT, type: 'private' },
    };
    const answer = await as('Telegram', () =>
      fetch(`${world.address}/channels/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': TELEGRAM_SECRET },
        body: JSON.stringify({ update_id: ++updates, message: { message_id: updates, ...from, text } }),
      }),
    );
    expect(answer.status).toBe(200);
    return eventually('an answer by Telegram', async () => {
      await settle();
      return telegram.sent.length > count && telegram.sent.at(-1)!.text;
    });
  };
  /** What a system asks of the graph, by its key. */
  const graph = async (who: string, key: string, query: string, variables: object = {}) => {
    const answer = await as(who, () =>
      fetch(`${world.address}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'x-lapor-client': 'aplikasi-kota',
        },
        body: JSON.stringify({ query, variables }),
      }),
    );
    return (await answer.json()) as { data: Record<string, any> };
  };
  const numberIn = (text: string) => {
    const [, number] = /Laporan (\d{4} \d{4}) \(kode/.exec(text) ?? [];
    if (!number) throw new Error('No number was told');
    numbers.push(number.replace(' ', ''));
  };

  beforeAll(async () => {
    out = stack.use(await startMailServer());
    telegram = stack.use(await startTelegramDouble());
    world = stack.use(
      await startAgencyWorld(PORT, {
        smtpUrl: out.url,
        smsCallbackSecrets: [SMS_SECRET],
        doors: {
          mailIn: { port: 0, host: '127.0.0.1', domain: DOMAIN },
          telegram: { botToken: telegram.token, webhookSecret: TELEGRAM_SECRET, apiUrl: telegram.url },
        },
      }),
    );
    before = await currentTransaction(world);
    const cityKey = await world.keyOf('city', 'pemkot-13-71', ['reports:read', 'graph:write']);
    const otherKey = await world.keyOf('other', 'pemkot-13-72', ['reports:read', 'graph:write']);
    for (const [name, officer, organisationId] of [
      ['city', 'city', 'pemkot-13-71'],
      ['other', 'other', 'pemkot-13-72'],
      ['nation', 'desk', null],
    ] as const) {
      told[name] = stack.use(await startListener());
      const made = await world.officer(officer).post('/channels/webhooks', {
        organisationId,
        url: told[name].url,
        types: [],
        label: 'Uji',
        requestKey: randomUUID(),
      });
      expect(made.status).toBe(201);
    }

    during('filed');
    await sms(PHONE, `LAPOR RAHASIA ${STORIES.sms}`);
    await sms(PHONE, 'Kuranji, Kota Padang');
    numberIn(await inbox(`+62${PHONE}`));
    const asked = await mail(`lapor@${DOMAIN}`, STORIES.mail);
    const answerTo = asked.replyTo!.value[0]!.address!;
    await mail(answerTo, 'Rahasia');
    const filed = await mail(answerTo, 'Kuranji, Kota Padang');
    numberIn(filed.text!);
    const sent = await as('system of the city', () =>
      fetch(`${world.address}/open311/v2/requests.json`, {
        method: 'POST',
        body: new URLSearchParams({
          api_key: cityKey,
          service_code: CATEGORY,
          description: STORIES.open311,
          lat: '-0.9145',
          long: '100.3875',
          'attribute[is_confidential]': 'true',
          ...FILER,
        }),
      }),
    );
    expect(sent.status).toBe(201);
    const [{ service_request_id: byOpen311 }] = (await sent.json()) as [{ service_request_id: string }];
    numbers.push(byOpen311);
    const { data: atCounter } = await as('desk', () =>
      world.officer('desk').ask(
        `mutation ($input: SubmitReportInput!) {
          result: submitReport(input: $input) { __typename ... on ReportSubmitted { report { number } } } }`,
        {
          input: {
            ...roadReport(),
            title: 'Uang di loket',
            text: STORIES.counter,
            isConfidential: true,
            reporter: CALLER,
            onBehalf: { consentRecordedAs: 'SPOKEN', note: 'Loket 2.' },
          },
        },
      ),
    );
    expect(atCounter.result.__typename).toBe('ReportSubmitted');
    numbers.push(atCounter.result.report.number as string);
    await chat(`LAPOR RAHASIA ${STORIES.telegram}`);
    numberIn(await chat('Kuranji, Kota Padang'));
    const { data: byKey } = await graph(
      'system of the city',
      cityKey,
      `mutation ($input: SubmitReportInput!) { result: submitReport(input: $input) {
        __typename ... on ReportSubmitted { report { number } } } }`,
      {
        input: {
          ...roadReport(),
          title: 'Uang di loket',
          text: STORIES.key,
          isConfidential: true,
          reporter: KEYED,
        },
      },
    );
    expect(byKey['result'].__typename).toBe('ReportSubmitted');
    numbers.push(byKey['result'].report.number as string);
    await sms(STRAY, 'halo pak apa kabar');

    during('handled');
    const desk = world.officer('desk');
    for (const number of numbers) {
      const { data } = await as('desk', () =>
        desk.ask(`{ report(number: "${number}") { id isConfidential } }`),
      );
      expect(data.report.isConfidential, number).toBe(true);
      const reportId = data.report.id as string;
      const verified = await as('desk', () =>
        desk.do('verifyReport', {
          reportId,
          class: 'GRIEVANCE',
          categoryId: CATEGORY,
          leadOrganisationId: 'pemkot-13-71',
          safeToPublish: true,
        }),
      );
      expect(verified.__typename).toBe('ReportChanged');
      const planned = await as('city', () =>
        world.officer('city').do('answerReport', {
          reportId,
          kind: 'PLAN',
          text: 'Diperiksa pekan depan.',
          promisedOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
        }),
      );
      expect(planned.__typename).toBe('ReportChanged');
    }
    await settle();

    during('looked at');
    const operator = async (path: string) => as('desk of doors', () => desk.get(path));
    for (const path of ['counts', 'messages', 'state', 'undelivered', 'actions'])
      expect((await operator(`/channels/desk/${path}`)).status, path).toBe(200);
    const { messages } = (await (await operator('/channels/desk/messages')).json()) as {
      messages: { id: string }[];
    };
    expect(messages).toHaveLength(1);
    await operator(`/channels/desk/messages/${messages[0]!.id}`);
    await as('desk', () => desk.get('/operations/health'));
    for (const path of ['/metrics', '/health/live', '/health/ready', '/operations/health'])
      await as('anybody', () => fetch(`${world.address}${path}`));
    for (const officer of ['desk', 'city', 'unit', 'other'] as const) {
      const listed = await as(officer, () => world.officer(officer).get('/channels/webhooks'));
      const { webhooks = [] } = (await listed.json()) as { webhooks?: { id: string }[] };
      for (const { id } of webhooks)
        await as(officer, () => world.officer(officer).get(`/channels/webhooks/${id}/messages`));
    }
    for (const number of numbers) {
      const read = `{ report(number: "${number}") { id title text placeText reporterLabel history { text } attachments { url } } }`;
      await graph('system of another city', otherKey, read);
      await graph('city', cityKey, read);
      for (const format of ['json', 'xml'])
        await as('anybody', () =>
          fetch(`${world.address}/open311/v2/requests/${number}.${format}?extensions=true`),
        );
      const rows = await world.sql<{ id: string }>('select id from reports.report where number = $1', [
        number,
      ]);
      for (const who of ['desk', 'city', 'other'] as const)
        await as(who, () => world.officer(who).get(`/tanda-terima/${rows[0]!.id}`));
    }
    await as('anybody', () =>
      fetch(`${world.address}/open311/v2/requests.json?extensions=true&page_size=100`),
    );
    await settle();
  }, 240_000);
  afterAll(() => stack.disposeAsync());

  /** Where the canaries of a kind are found among texts by name. */
  const found = (texts: Iterable<readonly [string, string]>, canaries: readonly string[]): string[] =>
    [...texts].flatMap(([name, text]) => hitsIn(text, canaries).map((hit) => `${hit} in ${name}`));
  const answers = (of: (who: string) => boolean) =>
    heard
      .filter(({ who }) => of(who))
      .map(({ who, when, what, answer }) => [`${what} to ${who} (${when})`, answer] as const);
  const rows = async () =>
    (await writtenSince(world, before)).map(({ table, rows: text }) => [table, text] as const);

  const inLines = () =>
    found(
      world.lines.map((line) => [line.slice(0, 160), line]),
      [...PERSONAL, ...WORDS],
    );
  const inFiles = () =>
    found(
      filesBelow(world.filesDirectory).map(({ path, content }) => [
        path,
        `${path}\n${content.toString('latin1')}`,
      ]),
      [...PERSONAL, ...WORDS],
    );

  it('filed by short message, by mail, by Telegram, by two interfaces for systems and at a counter, and was handled', () => {
    expect(new Set(numbers).size).toBe(6);
    expect(heard.length).toBeGreaterThan(40);
  });

  it('is named in no answer to anybody, at the desk of doors neither', () => {
    expect(
      found(
        answers(() => true),
        PERSONAL,
      ),
    ).toEqual([]);
  });

  it('says nothing to those who do not handle it', () => {
    const others = answers((who) => !['desk', 'city'].includes(who));
    expect(others.length).toBeGreaterThan(20);
    expect(others.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('GET /metrics to anybody'),
        expect.stringContaining('POST /graphql to system of another city'),
        expect.stringContaining('POST /channels/telegram to Telegram'),
      ]),
    );
    expect(found(others, WORDS)).toEqual([]);
  });

  it('is told nothing in its chat that says a word of the report, and nobody else has such a message', () => {
    expect(telegram.sent.length).toBeGreaterThan(3);
    expect(new Set(telegram.sent.map(({ chat_id: to }) => to))).toEqual(new Set([CHAT]));
    const texts = telegram.sent.map(({ text }) => ['chat', text] as const);
    expect(found(texts, [...PERSONAL, ...WORDS])).toEqual([]);
  });

  it('stands in no message to another system, and others hear nothing at all', () => {
    expect(told.other.received).toEqual([]);
    expect(told.nation.received).toEqual([]);
    expect(told.city.received.length).toBeGreaterThan(0);
    for (const { raw } of told.city.received) {
      expect(found([['webhook', raw]], [...PERSONAL, ...WORDS])).toEqual([]);
      expect(Object.keys((JSON.parse(raw) as { data: object }).data).toSorted()).toEqual([
        'isConfidential',
        'number',
        'state',
      ]);
    }
  });

  it('is told nothing by mail that says a word of the report, and nobody else is told who it is', () => {
    expect(out.mails.length).toBeGreaterThan(3);
    const toReporters = new Set([SENDER, FILER.email, CALLER.email, KEYED.email]);
    for (const { recipients, raw, parsed } of out.mails) {
      const text = `${parsed.subject}\n${parsed.text}`;
      expect(found([['mail', text]], WORDS)).toEqual([]);
      if (!recipients.every((to) => toReporters.has(to)))
        expect(found([['mail', raw]], PERSONAL)).toEqual([]);
    }
  });

  it('stands in no row of any service, and its words in none but those of `reports`', async () => {
    const written = await rows();
    const schemas = new Set(written.map(([table]) => table.split('.')[0]));
    expect([...schemas]).toEqual(expect.arrayContaining(['reports', 'sla', 'channels']));
    expect(found(written, PERSONAL)).toEqual([]);
    expect(
      found(
        written.filter(([table]) => !table.startsWith('reports.')),
        WORDS,
      ),
    ).toEqual([]);
  });

  it('stands in no log line and no file', () => {
    expect(world.lines.length).toBeGreaterThan(100);
    expect(inLines()).toEqual([]);
    expect(inFiles()).toEqual([]);
  });

  it.each([
    ['short messages', PHONE],
    ['Telegram', String(CHAT)],
    ['a key', KEYED.email],
  ])(
    'of %s is found where somebody puts it: in a row, an answer, a log line, a file',
    async (door, canary) => {
      await world.sql('delete from channels.desk_action');
      await world.sql(
        `insert into channels.desk_action (at, account_id, action, subject_id, detail)
       values (now(), 'desk', 'CLOSED', 'x', $1)`,
        [`dari ${canary}`],
      );
      expect(found(await rows(), PERSONAL)).toEqual([`${canary} in channels.desk_action`]);
      during(door);
      await as('anybody', () => world.officer('desk').get('/channels/desk/actions'));
      expect(
        found(
          answers((who) => who === 'anybody'),
          PERSONAL,
        ),
      ).toContain(`${canary} in GET /channels/desk/actions to anybody (${door})`);
      world.lines.push(JSON.stringify({ msg: door, from: canary }));
      expect(inLines().filter((hit) => hit.startsWith(canary))).toHaveLength(1);
      writeFileSync(join(world.filesDirectory, door), canary);
      expect(inFiles()).toContain(`${canary} in ${join(world.filesDirectory, door)}`);
    },
  );
});

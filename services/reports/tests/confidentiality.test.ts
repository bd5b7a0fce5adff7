import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { sendNewCodes } from '../src/modules/lost-code/index.ts';
import { canariesOf, everyField, hitsIn, listeningLogger, type Canaries } from './canaries.ts';
import { filesOnDisk, pdf, photo, startHttp, type Http } from './files.ts';
import { actor, change, startHarness, submission, type Harness } from './harness.ts';
import { VIEWERS, type ViewerName } from './oracle/authority.ts';
import { answer, dispose, LEAD, must, REPORTER, viewerOf } from './situations.ts';

const text = 'Alasan yang cukup panjang.';
const desk = actor.nationalAdmin();
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename ... on ReportSubmitted { accessCode report { id number submittedAt } } ... on InvalidInput { fields { path code } } } }`;

interface Subject {
  label: string;
  account: boolean;
  isAnonymous: boolean;
  isConfidential: boolean;
  id: string;
  number: string;
  accessCode: string | null;
  submissionKey: string;
  secrets: Canaries | null;
  narrative: string;
  fileName: string;
  exif: string;
}

describe('what must not be found', () => {
  let harness: Harness;
  let http: Http;
  const { logger, lines } = listeningLogger();
  const subjects: Subject[] = [];
  const heard: { viewer: ViewerName | 'reporter'; body: string }[] = [];
  const SOURCE = 'kanari-sumber-jaringan';

  async function submit(
    label: string,
    index: number,
    options: { account: boolean; isAnonymous: boolean; isConfidential: boolean },
  ) {
    const viewer: Viewer = { ...(options.account ? actor.citizen(REPORTER) : actor.public), source: SOURCE };
    const secrets = options.isAnonymous && !options.account ? null : canariesOf(label, index);
    const input = submission({
      isAnonymous: options.isAnonymous,
      isConfidential: options.isConfidential,
      text: `Cerita panjang tentang NarasiKanari${label} di kantor itu.`,
      // A NIK is taken only where the category needs it, and there nobody is anonymous.
      ...(!options.isAnonymous && { categoryId: 'kependudukan.ktp-kartu-tanda-penduduk' }),
      ...(secrets && {
        reporter: {
          ...secrets,
          phone: `0${secrets.phone}`,
          nik: options.isAnonymous ? null : secrets.nik,
        },
      }),
    });
    const key = options.account ? '' : input.submissionKey;
    const exif = `KanariExif${label}`;
    const fileName = `KanariBerkas${label}`;
    const attachmentIds = [];
    for (const [content, name] of [
      [await photo(exif), `${fileName}.jpg`],
      [pdf(), `${fileName}.pdf`],
    ] as const) {
      const { body } = await http.upload(viewer, content, { key, fileName: name });
      attachmentIds.push(body.id);
    }
    const { submitReport } = await harness.ask(viewer, SUBMIT, { input: { ...input, attachmentIds } });
    expect(submitReport).toMatchObject({ __typename: 'ReportSubmitted' });
    subjects.push({
      label,
      ...options,
      ...submitReport.report,
      accessCode: submitReport.accessCode,
      submissionKey: input.submissionKey,
      secrets,
      narrative: `NarasiKanari${label}`,
      fileName,
      exif,
    });
  }

  /** Everybody asks for everything of some reports and of every list. */
  async function everybodyLooks(at: readonly Subject[]) {
    const schema = harness.service.subgraph!.schema;
    const report = everyField(schema, 'Report');
    const list = `{ edges { node ${report} } }`;
    for (const name of VIEWERS) {
      for (const { id, number } of at) {
        const { report: found } = await harness.ask(
          viewerOf(name, id),
          `{ report(number: "${number}") ${report} }`,
        );
        heard.push({ viewer: name, body: JSON.stringify(found) });
      }
      const lists = await harness.ask(
        viewerOf(name, at[0]!.id),
        `{ publicReports(first: 100) ${list} verificationQueue ${list} myReports ${list} stoodInReports ${list}
           reportAuditEntries(first: 100) { edges { node ${everyField(schema, 'ReportAuditEntry')} } }
           ${['TO_VERIFY', 'NEW', 'WAITING_FOR_US', 'WAITING_FOR_CITIZEN', 'OVERDUE', 'DONE'].map((bucket) => `${bucket}: inbox(bucket: ${bucket}) ${list}`).join(' ')} }`,
      );
      heard.push({ viewer: name, body: JSON.stringify(lists) });
    }
  }

  /** The own contact goes in, and is to be found nowhere; the job compares it, and sends its link. */
  const loseCode = async (number: string, contact: string) => {
    await harness.ask(
      { ...actor.public, source: SOURCE },
      `mutation ($input: RequestNewAccessCodeInput!) { requestNewAccessCode(input: $input) { __typename } }`,
      { input: { number, contact } },
    );
    await sendNewCodes(harness.deps);
  };

  async function live(subject: Subject) {
    const { id, account, isAnonymous, exif, label, number, secrets } = subject;
    const reporter = account ? actor.citizen(REPORTER) : actor.withGrant(id);
    const files = async () => {
      const uploads = [
        await http.upload(reporter, await photo(exif)),
        await http.upload(reporter, pdf(), { fileName: `KanariBerkas${label}.pdf` }),
      ];
      return uploads.map(({ body }) => body.id);
    };
    await must(harness, desk, 'postponeReport', { reportId: id, missingData: text });
    await must(harness, reporter, 'completeReportData', { reportId: id, text, attachmentIds: await files() });
    await dispose(harness, id);
    await answer(harness, id, 'ACKNOWLEDGEMENT');
    await must(harness, unit, 'requestInformation', { reportId: id, text });
    await must(harness, reporter, 'replyToReport', { reportId: id, text, attachmentIds: await files() });
    await must(harness, unit, 'writeToReporter', { reportId: id, text });
    await must(harness, reporter, 'replyPrivately', { reportId: id, text });
    if (secrets) await loseCode(number, secrets.email);
    await everybodyLooks([subject]);
    if (!isAnonymous) await reveal(unit, id);
    if (!isAnonymous || account) await reveal(desk, id);
    await answer(harness, id, 'PLAN');
    await answer(harness, id, 'RESULT');
    await must(harness, reporter, 'confirmReport', { reportId: id, text });
    await must(harness, reporter, 'rateReport', { reportId: id, score: 1, text });
    await answer(harness, id, 'RESULT');
    await must(harness, desk, 'closeReport', { reportId: id, reason: text });
    await must(harness, reporter, 'disputeReport', { reportId: id, text });
    await change(harness, unit, 'returnReport', { reportId: id, reason: 'OTHER', text });
    await must(harness, desk, 'archiveReport', { reportId: id, code: 'REFERRED_OUTSIDE', text });
    await must(harness, reporter, 'appealArchive', { reportId: id, text });
    await everybodyLooks([subject]);
    await must(harness, reporter, 'withdrawReport', { reportId: id, reason: text });
  }
  const REVEAL = `mutation ($input: RevealIdentityInput!) { revealIdentity(input: $input) { __typename
    ... on IdentityRevealed { name nik phone email address } ... on InvalidInput { fields { path code } } ... on UserError { code } } }`;
  const reveal = (viewer: Viewer, reportId: string, reason: string = text) =>
    harness.ask(viewer, REVEAL, { input: { reportId, reason } }).then((data) => data.revealIdentity);

  beforeAll(async () => {
    harness = await startHarness({ logger });
    http = await startHttp(harness);
    // What goes out breaks on the way: the service has something to log.
    harness.service.connect({
      sla: async () => {
        throw new Error('sla is away');
      },
      channels: async () => {
        throw new Error('channels is away');
      },
    });
    let index = 0;
    for (const account of [true, false])
      for (const [isAnonymous, isConfidential] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ] as const)
        await submit(
          `${account ? 'Akun' : 'Tanpa'}${isAnonymous ? 'Anonim' : ''}${isConfidential ? 'Rahasia' : ''}X`,
          ++index,
          { account, isAnonymous, isConfidential },
        );
    await everybodyLooks(subjects);
    for (const subject of subjects) await live(subject);
    await harness.service.settle();
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  const personal = () => subjects.flatMap(({ secrets, exif }) => [...Object.values(secrets ?? {}), exif]);
  const dump = async () => {
    const tables = await harness.test.database.query<{ name: string }>(
      'tables',
      `select table_name as name from information_schema.tables where table_schema = 'reports' and table_type = 'BASE TABLE'`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      if (name === 'category') continue;
      const { rows: found } = await harness.test.database.pool.query(
        `select t::text as row from "${name}" t`,
      );
      rows.push(...found.map(({ row }) => `${name} ${row}`));
    }
    return rows;
  };

  it('heard enough to judge: every role looked, and readers found the narratives', () => {
    expect(new Set(heard.map(({ viewer }) => viewer)).size).toBe(VIEWERS.length);
    expect(
      hitsIn(
        heard.map(({ body }) => body).join(),
        subjects.map(({ narrative }) => narrative),
      ),
    ).toHaveLength(subjects.length);
    expect(lines.length).toBeGreaterThan(0);
    for (const form of [
      'Kanari',
      Buffer.from('xKanari').toString('base64'),
      Buffer.from('Kanari').toString('hex'),
    ])
      expect(hitsIn(`"${form}"`, ['Kanari'])).toEqual(['Kanari']);
  });

  it('no name, NIK, phone, mail, address or EXIF in any answer, to anybody', () => {
    const faults = heard.flatMap(({ viewer, body }) =>
      hitsIn(body, personal()).map((hit) => `${viewer}: ${hit}`),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('none of it in any row of any table, in clear, as bytes or in an event, and not on disk', async () => {
    const rows = await dump();
    expect(rows.length).toBeGreaterThan(200);
    expect(
      rows.flatMap((row) => hitsIn(row, personal()).map((hit) => `${hit} in ${row.slice(0, 60)}`)),
    ).toEqual([]);
    for (const { content } of filesOnDisk(harness.filesDirectory))
      expect(hitsIn(content.toString('latin1'), personal())).toEqual([]);
  });

  it('nothing personal, no narrative and no code in a log line', () => {
    const secrets = [
      ...personal(),
      ...subjects.flatMap(({ narrative, accessCode, submissionKey }) => [
        narrative,
        submissionKey,
        ...(accessCode ? [accessCode] : []),
      ]),
      SOURCE,
    ];
    expect(lines.flatMap((line) => hitsIn(line, secrets))).toEqual([]);
  });

  it('no access code, submission key, account or network source in any table', async () => {
    const secrets = [
      ...subjects.flatMap(({ accessCode, submissionKey }) => [
        submissionKey,
        ...(accessCode ? [accessCode] : []),
      ]),
      SOURCE,
      REPORTER,
    ];
    expect(
      (await dump()).flatMap((row) => hitsIn(row, secrets).map((hit) => `${hit} in ${row.slice(0, 60)}`)),
    ).toEqual([]);
  });

  it('of anonymous reporters no file name, and without account no original and no identity at all', async () => {
    const anonymous = subjects.filter(({ isAnonymous }) => isAnonymous);
    const names = anonymous.map(({ fileName }) => fileName);
    expect((await dump()).flatMap((row) => hitsIn(row, names))).toEqual([]);
    const traceless = anonymous.filter(({ account }) => !account).map(({ id }) => id);
    const left = await harness.row(
      `select (select count(*) from sealed_identity where report_id = any($1))::int as identities,
         (select count(*) from attachment where report_id = any($1) and original_key is not null)::int as originals,
         (select count(*) from attachment where report_id = any($1))::int as attachments,
         (select count(*) from report where id = any($1) and account_lookup is not null)::int as accounts`,
      traceless,
    );
    expect(left).toEqual({ identities: 0, originals: 0, attachments: traceless.length * 6, accounts: 0 });
    const { rows } = await harness.test.database.pool.query(
      'select id from attachment where report_id = any($1)',
      [traceless],
    );
    const onDisk = filesOnDisk(harness.filesDirectory).map(({ path }) => path);
    for (const { id } of rows) {
      expect(onDisk.some((path) => path.includes(id))).toBe(true);
      expect(onDisk.some((path) => path.endsWith(`${id}-original`))).toBe(false);
    }
  });

  it('no confidential narrative and no name of its files for those who do not handle it', () => {
    const confidential = subjects.filter(({ isConfidential }) => isConfidential);
    const secrets = confidential.flatMap(({ narrative, fileName }) => [narrative, fileName]);
    const handlers: ViewerName[] = [
      'national admin',
      'liaison officer of the lead unit',
      'agency head of the lead unit',
      'reporter by account',
      'reporter by grant',
      'API key of the lead unit that reads',
      'API key of the lead unit that writes',
    ];
    const faults = heard
      .filter(({ viewer }) => !handlers.includes(viewer as ViewerName))
      .flatMap(({ viewer, body }) => hitsIn(body, secrets).map((hit) => `${viewer}: ${hit}`));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('events and messages carry facts from a closed list only', async () => {
    const events = await harness.events();
    const keys = new Set(events.flatMap(({ payload }) => Object.keys(payload.facts ?? {})));
    expect([...keys].toSorted()).toEqual(['kind', 'number', 'organisationName', 'reasonCode']);
    expect(
      events.flatMap(({ payload }) =>
        hitsIn(JSON.stringify(payload), [...personal(), ...subjects.map(({ narrative }) => narrative), text]),
      ),
    ).toEqual([]);
  });

  describe('reading an identity', () => {
    it('never gives the whole NIK, to nobody and in no form', async () => {
      const { id, secrets } = known();
      const body = await reveal(desk, id);
      expect(body).toMatchObject({
        name: secrets!.name,
        nik: `1371${'•'.repeat(8)}${secrets!.nik.slice(-4)}`,
      });
      expect(hitsIn(JSON.stringify(body), [secrets!.nik, secrets!.nik.slice(4, 12)])).toEqual([]);
    });

    const known = () => subjects.find(({ label }) => label === 'AkunRahasiaX')!;
    const fresh = async () => {
      const { submitReport } = await harness.ask(actor.citizen(REPORTER), SUBMIT, {
        input: submission({ reporter: { name: 'Fulan Tersegel', phone: '081299998888' } }),
      });
      await dispose(harness, submitReport.report.id);
      return submitReport.report as { id: string; number: string };
    };
    it('gives what was sealed, needs a reason, and the reporter reads who asked and why', async () => {
      const { id, number } = await fresh();
      expect(await reveal(unit, id, 'singkat')).toMatchObject({
        fields: [{ path: 'input.reason', code: 'TOO_SHORT' }],
      });
      expect(await reveal(unit, id, '          ')).toMatchObject({ __typename: 'InvalidInput' });
      const reason = 'Perlu memastikan alamat pelapor.';
      expect(await reveal(unit, id, reason)).toEqual({
        __typename: 'IdentityRevealed',
        name: 'Fulan Tersegel',
        nik: null,
        phone: '+6281299998888',
        email: null,
        address: null,
      });
      const ask = async (viewer: Viewer) =>
        (
          await harness.ask(
            viewer,
            `{ report(number: "${number}") { identityReveals { at reason organisation { id } } history { kind text } } }`,
          )
        ).report;
      expect((await ask(actor.citizen(REPORTER))).identityReveals).toEqual([
        { at: harness.clock.now().toISOString(), reason, organisation: { id: LEAD } },
      ]);
      expect((await ask(unit)).identityReveals).toBeNull();
      const open = await ask(actor.public);
      expect([open.identityReveals, JSON.stringify(open.history).includes('IDENTITY_REVEALED')]).toEqual([
        null,
        false,
      ]);
      const told = (await harness.events('notification.requested')).filter(
        ({ payload }) => payload.recipient.reportId === id && payload.template === 'report-identity-read',
      );
      expect(told).toHaveLength(1);
    });
    it('gives nothing when it cannot be logged', async () => {
      const { id } = await fresh();
      const before = heard.length;
      await harness.test.database.query(
        'break',
        'alter table identity_reveal add constraint broken check (false) not valid',
      );
      await expect(reveal(unit, id)).rejects.toThrow(/^(?!.*Fulan)/);
      await harness.test.database.query('mend', 'alter table identity_reveal drop constraint broken');
      expect(heard).toHaveLength(before);
      expect(
        await harness.row(
          `select count(*)::int as entries from history where report_id = $1 and kind = 'IDENTITY_REVEALED'`,
          id,
        ),
      ).toEqual({ entries: 0 });
    });
    it('refuses a reporter of whom nothing is known, and everybody who does not handle the report', async () => {
      const { id } = subjects.find(({ label }) => label === 'TanpaAnonimX')!;
      expect(await reveal(desk, id)).toEqual({ __typename: 'TransitionRefused', code: 'NO_IDENTITY' });
      for (const viewer of [
        actor.public,
        actor.citizen(REPORTER),
        actor.officer('FIELD_OFFICER', LEAD),
        actor.officer('ANALYST', 'kemenpanrb'),
        actor.officer('OMBUDSMAN', 'ombudsman'),
      ])
        expect(await reveal(viewer, known().id)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    });
    it('opens a seal for its own report only', async () => {
      const [first, second] = [await fresh(), await fresh()];
      await harness.test.database.query(
        'move',
        'update sealed_identity set sealed = (select sealed from sealed_identity where report_id = $1) where report_id = $2',
        [first.id, second.id],
      );
      await expect(reveal(unit, second.id)).rejects.toThrow();
    });
  });

  it('answers alike to an unknown number, a foreign and a wrong code, and for a report that has none', async () => {
    const OPEN = `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename ... on UserError { code message } } }`;
    const open = (number: string, accessCode: string) =>
      harness.ask(actor.public, OPEN, { input: { number, accessCode } });
    const [withAccount, without, other] = [subjects[0]!, subjects[4]!, subjects[5]!];
    const answers = [
      await open('00000001', without.accessCode!),
      await open(without.number, other.accessCode!),
      await open(without.number, '1'.repeat(16)),
      await open(without.number, ''),
      await open(withAccount.number, without.accessCode!),
      await open(withAccount.number, '0'.repeat(16)),
      await open('', ''),
    ];
    expect(new Set(answers.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(await open(without.number, without.accessCode!)).toMatchObject({
      openReport: { __typename: 'ReportOpened' },
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '@lapor/clock';
import type { Channels } from '../src/index.ts';
import { startGraphDouble, type GraphDouble } from './graph-double.ts';
import { sendMailTo } from './mail-client.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { NOW, runChannels, type RunningChannels } from './running-channels.ts';

const DOMAIN = 'surat.lapor.example';
const NEW = `lapor@${DOMAIN}`;
const SENDER = 'Siti.Warga@contoh.test';
const KURANJI = {
  code: '13.71.09',
  name: 'Kuranji',
  fullName: 'Kuranji, Kota Padang, Sumatera Barat',
  level: 'DISTRICT',
};
const REPORT_TOKEN = 'b'.repeat(45);

describe('the door of mail', () => {
  let graph: GraphDouble;
  let out: MailServer;
  let running: RunningChannels;
  let channels: Channels;
  let clock: ReturnType<typeof movableClock>;
  let owner: string;

  beforeEach(async () => {
    graph = await startGraphDouble();
    graph.regions = [KURANJI];
    out = await startMailServer();
    clock = movableClock(NOW);
    owner = SENDER.toLowerCase();
    running = await runChannels({
      clock,
      gatewayUrl: () => graph.url,
      smtpUrl: out.url,
      mailIn: { port: 0, host: '127.0.0.1', domain: DOMAIN, trusted: 'mx.lapor.example' },
      contactBook: {
        contactFor: async () => ({ email: owner, language: 'id', facts: { replyToken: REPORT_TOKEN } }),
      },
      replies: {
        open: async (token) => {
          const [report] = graph.reports.values();
          return token === REPORT_TOKEN && report
            ? { reportId: report.id, number: report.number, grant: `grant of ${report.number}` }
            : null;
        },
      },
    });
    ({ channels } = running);
  });
  afterEach(async () => {
    await running[Symbol.asyncDispose]();
    await out[Symbol.asyncDispose]();
    await graph[Symbol.asyncDispose]();
  });

  interface Mail {
    to?: string;
    subject?: string;
    text?: string;
    from?: string;
    inReplyTo?: string;
    messageId?: string;
    headers?: Record<string, string>;
    attachments?: { filename: string; content: Buffer }[];
    envelope?: { from: string; to: string };
  }
  const send = async (mail: Mail) =>
    (await sendMailTo(channels.mailPort!, { from: `Siti <${SENDER}>`, to: NEW, ...mail })).response;
  const codeOf = (mail: Mail) =>
    send(mail).then(
      () => 250,
      (error: { responseCode?: number }) => error.responseCode,
    );
  const raw = (text: string, to = NEW, from = SENDER) =>
    sendMailTo(channels.mailPort!, { envelope: { from, to }, raw: text.replaceAll('\n', '\r\n') });
  const rest = async () => {
    while ((await channels.settle()) > 0);
  };
  const last = () => out.mails.at(-1)!.parsed;
  const replyTo = () => last().replyTo!.value[0]!.address!;
  const rows = () =>
    running.sql<{ state: string; reason: string | null; kept: boolean }>(
      'select state, reason, sealed is not null as kept from channels.inbound order by position',
    );
  const did = () =>
    graph.asked
      .map(({ operation }) => operation)
      .filter((name) => !['OpenAtDoor', 'ReportAtDoor', 'RegionsAtDoor'].includes(name));
  const says = async (mail: Mail) => {
    const before = out.mails.length;
    await send(mail);
    await rest();
    expect(out.mails.length).toBe(before + 1);
    return last().text!;
  };
  const file = async () => {
    await says({ subject: 'Jalan rusak', text: 'Jalan di depan pasar berlubang sejak sebulan.' });
    return says({ to: replyTo(), subject: 'Re: LAPOR!', inReplyTo: '<a@b>', text: 'Kuranji, Kota Padang' });
  };

  it('files a mail, asks for the place by one mail, and answers with number and page', async () => {
    expect(await says({ subject: 'Jalan rusak', text: 'Jalan di depan pasar berlubang.' })).toContain(
      'Di mana kejadiannya?',
    );
    expect(replyTo()).toMatch(new RegExp(`^balas\\+[a-z2-7]{32}@${DOMAIN}$`));
    expect(last().headers.get('auto-submitted')).toBe('auto-generated');
    const answer = await says({
      to: replyTo(),
      inReplyTo: '<x@y>',
      subject: 'Re: LAPOR!',
      text: 'Kuranji, Padang\n\nPada Jum, 20 Nov 2026 pukul 09.41 SP4N-LAPOR! <lapor@lapor.example>\nmenulis:\n\n> Di mana kejadiannya?\n',
    });
    expect(answer).toMatch(/Laporan 4821 3090 \(kode K1\) diterima\. Tempat: Kuranji, Kota Padang/);
    expect(answer).toContain('https://lapor.example/laporan/48213090');
    expect([...graph.reports.values()][0]!.input).toMatchObject({
      title: 'Jalan rusak. Jalan di depan pasar berlubang',
      text: 'Jalan rusak.\nJalan di depan pasar berlubang.\nTempat: Kuranji, Padang',
      regionCode: '13.71.09',
      reporter: { email: SENDER.toLowerCase() },
    });
    expect(graph.asked[0]).toMatchObject({ channel: 'EMAIL' });
    expect(JSON.stringify(await running.sql('select * from channels.inbound'))).not.toMatch(
      /siti\.warga|pasar/i,
    );
  });

  it('asks nothing where the place is plain, and takes files along like anybody', async () => {
    const attachments = [
      { filename: 'lubang.jpg', content: Buffer.alloc(2_000, 1) },
      { filename: 'virus.exe', content: Buffer.from('MZ') },
    ];
    const answer = await says({
      subject: 'Lampu jalan padam',
      text: 'Lampu padam tiga malam.\nLokasi: Kec. Kuranji, Kota Padang\n',
      attachments,
    });
    expect(answer).toContain('diterima. Tempat: Kuranji');
    const [report] = graph.reports.values();
    expect(report!.input.attachmentIds).toEqual([graph.files[0]!.id]);
    expect(graph.files).toMatchObject([
      { name: 'lubang.jpg', owner: report!.input.submissionKey, bytes: 2_000 },
    ]);
    expect(await running.sql('select 1 from channels.inbound_file')).toEqual([]);
  });

  it.each([
    ['LAPOR RAHASIA', 'Petugas loket meminta uang.'],
    ['Pungli di loket', 'Mohon dirahasiakan.\nPetugas loket meminta uang.'],
  ])('keeps in confidence what asks for it: %s', async (subject, text) => {
    const answer = await says({ subject, text: `${text}\nLokasi: Kec. Kuranji, Kota Padang\n` });
    expect(answer).toContain('diterima sebagai laporan rahasia');
    expect([...graph.reports.values()][0]!.input).toMatchObject({ isConfidential: true });
  });

  it('uploads no file twice while the platform falls silent', async () => {
    graph.silent = 'AFTER';
    await send({
      subject: 'Lampu jalan padam',
      text: 'Lampu padam tiga malam.\nLokasi: Kuranji, Kota Padang\n',
      attachments: [{ filename: 'a.jpg', content: Buffer.alloc(100, 1) }],
    });
    await rest();
    graph.silent = null;
    await running.retry();
    await rest();
    expect(graph.files).toHaveLength(1);
    expect(graph.reports.size).toBe(1);
  });

  describe('takes an answer to a mail about a report', () => {
    const toReport = `balas+${REPORT_TOKEN}@${DOMAIN}`;

    it('as its reporter, without what it quotes, and what was asked as the missing data', async () => {
      await file();
      graph.report = { state: 'IN_PROGRESS', viewerCanReply: true, viewerCanConfirm: true };
      const quoted =
        'Lubangnya masih ada dua.\r\n\r\nPada tanggal Sab, 21 Nov 2026 09:12, LAPOR! <lapor@lapor.example> menulis:\r\n> Laporan Anda sudah dijawab.\r\n';
      expect(await says({ to: toReport, subject: 'Re: Laporan', text: quoted })).toContain('Balasan Anda');
      expect(graph.asked.at(-1)).toMatchObject({
        operation: 'ReplyAtDoor',
        input: { text: 'Lubangnya masih ada dua.' },
      });
      graph.report = { state: 'POSTPONED', viewerCanCompleteData: true, missingData: 'Nama jalan.' };
      expect(await says({ to: toReport, subject: 'Re: Laporan', text: 'Jalan Belimbing' })).toContain(
        'Data untuk laporan',
      );
      graph.report = { state: 'IN_PROGRESS', viewerCanConfirm: true };
      expect(await says({ to: toReport, subject: 'Re: Laporan', text: 'Tutup' })).toContain('Balas YA');
      expect(await says({ to: replyTo(), subject: 'Re: x', text: 'Ya' })).toContain('dinyatakan selesai');
      expect(did().slice(1)).toEqual(['ReplyAtDoor', 'CompleteDataAtDoor', 'ConfirmAtDoor']);
    });

    it('with its files in the conversation', async () => {
      await file();
      graph.report = { state: 'IN_PROGRESS', viewerCanReply: true };
      await says({
        to: toReport,
        subject: 'Re: Laporan',
        text: 'Ini fotonya.',
        attachments: [{ filename: 'foto.png', content: Buffer.alloc(50, 2) }],
      });
      expect(graph.files).toMatchObject([{ name: 'foto.png', owner: 'grant of 48213090' }]);
      expect(graph.asked.at(-1)!.input.attachmentIds).toEqual([graph.files[0]!.id]);
    });

    it('from nobody else who got the mail: a person reads it, and nothing goes back', async () => {
      await file();
      graph.report = { state: 'IN_PROGRESS', viewerCanReply: true, viewerCanConfirm: true };
      const before = out.mails.length;
      await send({
        to: toReport,
        from: 'orang.lain@contoh.test',
        subject: 'Re: Laporan',
        text: 'Tutup saja',
      });
      await send({ to: `balas+${'c'.repeat(45)}@${DOMAIN}`, subject: 'Re: Laporan', text: 'Halo' });
      await rest();
      expect((await rows()).slice(2)).toEqual([
        { state: 'WAITING_FOR_PERSON', reason: 'OTHER_ADDRESS', kept: true },
        { state: 'WAITING_FOR_PERSON', reason: 'UNKNOWN_ADDRESS', kept: true },
      ]);
      expect(out.mails.length).toBe(before);
      expect(did()).toEqual(['FileAtDoor']);
    });
  });

  it('changes nothing for a sender that anybody can write into a mail, until a mail to it is answered', async () => {
    await file();
    graph.report = { state: 'IN_PROGRESS', viewerCanReply: true };
    expect(await says({ subject: 'Re: LAPOR!', text: 'NILAI 1\nBELUM beres sama sekali' })).toMatch(
      /belum|Nilai/,
    );
    // Said once an hour: whoever forges the sender has us write to somebody else.
    await send({ subject: 'Re: LAPOR!', text: 'BALAS ada tiga lubang' });
    await rest();
    expect(out.mails).toHaveLength(3);
    clock.set('2026-11-20T03:41:00.000Z');
    expect(await says({ subject: 'Re: LAPOR!', text: 'Belum beres, masih rusak' })).toContain(
      'balas surel ini',
    );
    expect(did()).toEqual(['FileAtDoor']);
    expect(await says({ to: replyTo(), subject: 'Re: LAPOR!', text: 'Belum beres, masih rusak' })).toContain(
      'belum beres',
    );
    const passed = {
      'Authentication-Results': 'mx.lapor.example; dkim=pass header.d=contoh.test; dmarc=pass',
    };
    expect(await says({ subject: 'Re: x', text: 'BALAS ada dua lubang', headers: passed })).toContain(
      'Balasan Anda',
    );
    clock.set('2026-11-20T04:42:00.000Z');
    const forged = { 'Authentication-Results': 'mx.penipu.test; dmarc=pass header.from=contoh.test' };
    expect(await says({ subject: 'Re: x', text: 'BALAS sudah beres', headers: forged })).toContain(
      'balas surel ini',
    );
    expect(did()).toEqual(['FileAtDoor', 'ReplyAtDoor', 'ReplyAtDoor']);
  });

  it('leaves to a person, unanswered, what the own mail server found to be forged', async () => {
    await send({
      subject: 'Jalan rusak',
      text: 'Jalan rusak di depan pasar.',
      headers: {
        'Authentication-Results':
          'mx.lapor.example; spf=fail smtp.mailfrom=contoh.test; dkim=none; dmarc=fail',
      },
    });
    await rest();
    expect(await rows()).toEqual([{ state: 'WAITING_FOR_PERSON', reason: 'NOT_TRUSTED', kept: true }]);
    expect(out.mails).toEqual([]);
  });

  it('keeps a mail once, however often its server brings it', async () => {
    for (let time = 0; time < 3; time++)
      await send({
        subject: 'Jalan rusak',
        text: 'Jalan rusak di depan pasar.',
        messageId: '<satu@contoh.test>',
      });
    await rest();
    expect(await rows()).toHaveLength(1);
    expect(out.mails).toHaveLength(1);
  });

  it('never answers nor files what a machine wrote, and keeps nothing of it', async () => {
    const machines: Mail[] = [
      { headers: { 'Auto-Submitted': 'auto-replied' } },
      { headers: { Precedence: 'bulk' } },
      { headers: { 'X-Autoreply': 'yes' } },
      { subject: 'Balasan otomatis: LAPOR!' },
      { subject: 'Re: Di luar kantor sampai 30 November' },
      { subject: 'Automatic reply: LAPOR!' },
      { headers: { 'List-Id': '<warga.milis.test>' } },
      { from: 'MAILER-DAEMON@contoh.test' },
      { messageId: '<answer-1@lapor.example>' },
      { headers: { 'X-Loop': `lapor@${DOMAIN}` } },
    ];
    for (const [index, mail] of machines.entries())
      await send({ subject: 'Halo', text: `Saya sedang tidak ada di kantor ${index}.`, ...mail });
    await rest();
    const kept = await rows();
    expect(kept.map(({ state, kept: isKept }) => [state, isKept])).toEqual(
      machines.map(() => ['REFUSED', false]),
    );
    expect(out.mails).toEqual([]);
    expect(graph.reports.size).toBe(0);
  });

  it('notes what came back of its own mails', async () => {
    await says({ subject: 'Jalan rusak', text: 'Jalan di depan pasar berlubang.' });
    const [, id] = /<([^@>]+)@/.exec(last().messageId!)!;
    const bounce = (action: string) =>
      `From: MAILER-DAEMON@mx.contoh.test
To: pantulan@${DOMAIN}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
Message-ID: <${action}@mx.contoh.test>

--b1
Content-Type: text/plain

Maaf.
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.contoh.test

Final-Recipient: rfc822; ${SENDER}
Action: ${action}
Status: 5.1.1

--b1
Content-Type: text/rfc822-headers

Message-ID: <${id}@lapor.example>
Subject: LAPOR!

--b1--
`;
    const state = async () =>
      (await running.sql<{ state: string }>('select state from channels.delivery where id = $1', [id]))[0]!
        .state;
    await raw(bounce('delayed'), `pantulan@${DOMAIN}`, '');
    expect(await state()).toBe('SENT');
    // Elsewhere, or from somebody, it is no word of a mail server.
    await raw(bounce('failed'), NEW, '');
    await raw(bounce('failed').replace('<failed@', '<f2@'), `pantulan@${DOMAIN}`, SENDER);
    expect(await state()).toBe('SENT');
    await raw(bounce('failed'), `pantulan@${DOMAIN}`, '');
    expect(await state()).toBe('NOT_ARRIVED');
    await rest();
    expect((await rows()).map((row) => row.state)).toEqual(['DONE', 'REFUSED']);
    await raw(bounce('failed').replaceAll(id!, 'answer-tidak-ada'), `pantulan@${DOMAIN}`, '');
    expect(await running.sql('select 1 from channels.early_receipt')).toEqual([]);
  });

  it('of nobody that is certain is read by a person, and nothing goes back, to anybody', async () => {
    for (const from of [
      '"a(b"@penipu.test',
      'a@penipu.test, b@penipu.test',
      `a@penipu.test\nFrom: ${SENDER}`,
    ])
      await raw(
        `Authentication-Results: mx.lapor.example; dmarc=pass header.from=penipu.test\nFrom: ${from}\nSubject: Re: x\n\nSTOP ${from.length}\n`,
      );
    await rest();
    expect(await rows()).toEqual(
      Array(3).fill({ state: 'WAITING_FOR_PERSON', reason: 'NO_SENDER', kept: true }),
    );
    expect(out.mails).toEqual([]);
  });

  it('takes a sentence that begins like the answer of a machine for what it is', async () => {
    expect(
      await says({ subject: 'Di luar kantor lurah lampu padam', text: 'Sudah tiga malam gelap.' }),
    ).toContain('Di mana kejadiannya?');
  });

  describe('lets whoever may be anybody', () => {
    const stopped = () => running.sql('select 1 from channels.conversation where stopped_at is not null');

    it('not end or begin news: an answer to our mail does', async () => {
      expect(await says({ subject: 'Re: x', text: 'STOP' })).toContain('balas surel ini');
      expect(await stopped()).toEqual([]);
      expect(await says({ to: replyTo(), subject: 'Re: x', text: 'STOP' })).toContain('hentikan');
      expect(await stopped()).toHaveLength(1);
      await send({ subject: 'Re: x', text: 'MULAI' });
      await send({ subject: 'Lampu', text: 'Lampu jalan padam sejak kemarin.' });
      await rest();
      expect(await stopped()).toHaveLength(1);
    });

    it('neither place, nor file, nor lengthen what waits for its place', async () => {
      await says({ subject: 'Jalan rusak', text: 'Jalan di depan pasar berlubang.' });
      const proven = replyTo();
      const forged = { filename: 'palsu.jpg', content: Buffer.alloc(50, 1) };
      expect(await says({ subject: 'Re: x', text: 'Kuranji, Kota Padang' })).toContain('balas surel ini');
      await send({ subject: 'Re: x', text: '', attachments: [forged] });
      await rest();
      expect(graph.reports.size).toBe(0);
      expect(await says({ subject: 'Lain', text: 'Laporan lain dengan alamat ini.' })).toContain('diterima');
      expect(await says({ to: proven, subject: 'Re: x', text: 'Kuranji, Kota Padang' })).toContain(
        'diterima',
      );
      expect([...graph.reports.values()].map(({ input }) => [input.regionCode, input.attachmentIds])).toEqual(
        [
          [null, undefined],
          ['13.71.09', undefined],
        ],
      );
      expect([...graph.reports.values()][1]!.input.text).toContain('Jalan di depan pasar berlubang.');
    });

    it('not have us write to others what they choose, nor often', async () => {
      const attachments = [{ filename: 'klik-penipu.test.exe', content: Buffer.from('MZ') }];
      const first = await says({ subject: 'Satu', text: 'Laporan pertama di sini.', attachments });
      expect(first).toContain('1 berkas');
      expect(first).not.toContain('penipu');
      for (let time = 0; time < 9; time++)
        await send({ subject: `Laporan ${time}`, text: `Isi laporan nomor ${time} di sini.` });
      await rest();
      expect(out.mails).toHaveLength(5);
      // Whoever reads our mails is answered all the same.
      expect(await says({ to: replyTo(), subject: 'Re: x', text: 'BANTUAN' })).toMatch(/LAPOR/);
    });
  });

  describe('at its port', () => {
    it('knows its addresses alone, and takes nothing that nobody could answer', async () => {
      for (const to of [`orang@${DOMAIN}`, 'lapor@lain.test', `balas+pendek@${DOMAIN}`, `balas@${DOMAIN}`])
        expect(await codeOf({ to, text: 'x' }), to).toBe(550);
      const noSender = 'Subject: halo\n\nisi yang cukup panjang\n';
      await expect(raw(noSender, NEW, 'tanpa-alamat@x')).rejects.toMatchObject({ responseCode: 550 });
      expect(await rows()).toEqual([]);
    });

    it('refuses what is larger than 25 MB', async () => {
      const attachments = [{ filename: 'besar.bin', content: Buffer.alloc(20_000_000, 7) }];
      expect(await codeOf({ text: 'besar', attachments })).toBe(552);
    });

    it('slows one sender down, for a while, and nobody else', async () => {
      await send({ subject: 'a', text: 'Satu laporan dari warga.' });
      await running.sql(
        `insert into channels.inbound (id, door, provider_message_id, sender, state, received_at)
         select gen_random_uuid(), door, 'm' || count, sender, 'DONE', received_at from channels.inbound, generate_series(1, 59) count`,
      );
      expect(await codeOf({ subject: 'b', text: 'Dua' })).toBe(450);
      expect(await codeOf({ subject: 'b', text: 'Dua', from: 'lain@contoh.test' })).toBe(250);
      clock.set('2026-11-20T02:51:00.000Z');
      expect(await codeOf({ subject: 'b', text: 'Dua' })).toBe(250);
    });

    it('turns nobody away for what others write under the same address', async () => {
      await says({ subject: 'a', text: 'Satu laporan dari warga.' });
      const proven = replyTo();
      await running.sql(
        `insert into channels.inbound (id, door, provider_message_id, sender, state, received_at)
         select gen_random_uuid(), door, 'm' || count, sender, 'DONE', received_at from channels.inbound, generate_series(1, 59) count`,
      );
      expect(await codeOf({ subject: 'b', text: 'Dua' })).toBe(450);
      expect(await codeOf({ to: proven, subject: 'Re: b', text: 'Kuranji' })).toBe(250);
      const headers = { 'Authentication-Results': 'mx.lapor.example; dmarc=pass header.from=contoh.test' };
      expect(await codeOf({ subject: 'c', text: 'Tiga', headers })).toBe(250);
      expect(await codeOf({ to: `balas+${REPORT_TOKEN}@${DOMAIN}`, subject: 'Re: b', text: 'Halo' })).toBe(
        250,
      );
    });

    it('says later, not never, while the database is away', async () => {
      await running.sql('alter table channels.inbound rename to inbound_away');
      expect(await codeOf({ subject: 'Jalan', text: 'Jalan rusak' })).toBe(451);
      await running.sql('alter table channels.inbound_away rename to inbound');
      expect(await codeOf({ subject: 'Jalan', text: 'Jalan rusak' })).toBe(250);
    });
  });
});

// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { aReport, dinas, entry } from '../features/report/a-report.testing.ts';
import { visit } from '../visit.testing.tsx';
import ReportRoute from './report.tsx';

const at = { path: '/laporan/48213097', pattern: '/laporan/:number' };
const user = userEvent.setup();
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const text = (found: string | RegExp) => screen.findByText(found);
const changed = { result: { __typename: 'ReportChanged', report: { id: 'r1', state: 'IN_PROGRESS' } } };

describe('the report page', () => {
  test('is read with one request, the case of the Ombudsman among it, and says who, what and by when', async () => {
    const clock = {
      __typename: 'Clock',
      id: 'c1',
      kind: 'FOLLOW_UP',
      status: 'MET',
      startedAt: '2026-11-17T03:00:00.000Z',
      stoppedAt: '2026-11-18T03:00:00.000Z',
      dueAt: '2026-11-24T17:00:00.000Z',
      dueOn: '2026-11-24',
      timeZone: 'Asia/Jakarta',
      isEstimated: false,
      urgency: 'ON_TIME',
      workingDaysLeft: 4,
      organisation: dinas,
      explanation: {
        startEvent: 'DISPOSITION',
        startedOn: '2026-11-17',
        length: 5,
        unit: 'WORKING',
        countedDays: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24'],
        skippedDays: [
          { date: '2026-11-21', reason: 'WEEKEND' },
          { date: '2026-11-22', reason: 'WEEKEND' },
        ],
        pauses: [
          {
            from: '2026-11-18T03:00:00.000Z',
            until: '2026-11-19T03:00:00.000Z',
            reason: 'INFORMATION_REQUESTED',
          },
        ],
        cappedByOuterLimit: false,
        policyVersion: 'permen-panrb-5-2025',
        calendarVersion: 'decrees-to-2026+aa',
        sentence: 'Tindak lanjut pertama: dihitung sejak laporan didisposisikan.',
        inEnglish: 'First follow-up.',
      },
    };
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: { ReportPage: () => ({ report: aReport({ clocks: [clock] }) }) },
    });
    await text('Diteruskan ke Dinas PUPR Kota Padang');
    await text('Mereka harus memberi tindak lanjut paling lambat Selasa, 24 November.');
    // A deadline that is past explains itself as well: start, days left out and why, pauses, rule.
    await user.click(await text('Bagaimana 24 November dihitung?'));
    await text('diteruskan Selasa, 17 November');
    await text('2: akhir pekan');
    await text('18 November–19 November (menunggu jawaban pelapor)');
    await text('Permen PANRB 5/2025; kalender 2026');
    expect(asked.map(({ name }) => name)).toEqual(['ReportPage']);
  });

  test('a private message goes to those who handle the report, and its choice is kept with the words', async () => {
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: { ReportPage: () => ({ report: aReport() }), ReplyPrivately: () => changed },
    });
    await user.click(await button('Tulis pesan untuk instansi'));
    await user.click(screen.getByRole('radio', { name: /Pesan pribadi/ }));
    await user.type(screen.getByLabelText('Pesan Anda'), 'Nomor antrean saya 12.');
    expect(localStorage.getItem('reply-48213097-audience')).toBe('private');
    await user.click(await button('Kirim pesan pribadi'));
    await text('Sudah kami terima');
    expect(asked.find(({ name }) => name === 'ReplyPrivately')?.variables['input']).toMatchObject({
      reportId: 'r1',
      text: 'Nomor antrean saya 12.',
    });
    expect(localStorage.getItem('reply-48213097')).toBeNull();
    expect(localStorage.getItem('reply-48213097-audience')).toBeNull();
  });

  test('words begun in private come back private', async () => {
    localStorage.setItem('reply-48213097', 'Ini rahasia kami.');
    localStorage.setItem('reply-48213097-audience', 'private');
    await visit(ReportRoute, { ...at, answers: { ReportPage: () => ({ report: aReport() }) } });
    expect(await screen.findByLabelText('Pesan Anda')).toHaveProperty('value', 'Ini rahasia kami.');
    await button('Kirim pesan pribadi');
    expect(screen.queryByRole('button', { name: 'Kirim pesan' })).toBeNull();
  });

  test('an action that another tab was faster with is refused, with the words and what has happened since', async () => {
    let moved = false;
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: moved
            ? aReport({
                state: 'COMPLETED',
                viewerCanConfirm: false,
                viewerCanReply: false,
                history: [
                  entry('h4', 'CONFIRMED', null, { actorKind: 'CITIZEN', organisation: null }),
                  ...aReport().history,
                ],
              })
            : aReport(),
        }),
        ReplyToReport: () => {
          moved = true;
          return { result: { __typename: 'TransitionRefused', code: 'WRONG_STATE' } };
        },
      },
    });
    await user.click(await button('Belum beres'));
    await user.type(screen.getByLabelText('Apa yang belum beres?'), 'Lubang yang besar belum ditutup.');
    await user.click(await button('Kirim'));
    const alert = (await text('Belum terkirim: laporan sudah berubah')).closest(
      '[role=alert]',
    ) as HTMLElement;
    await within(alert).findByText(/Anda menyatakan sudah beres/);
    within(alert).getByText('Lubang yang besar belum ditutup.');
    within(alert).getByRole('button', { name: 'Salin tulisan' });
    expect(screen.queryByRole('button', { name: 'Ya, sudah beres' })).toBeNull();
  });

  test('a decision says which version it was made on; what happened unseen does not stand in its way', async () => {
    const answers = [{ result: { __typename: 'StaleReport', version: 5, entriesSince: [] } }, changed];
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: { ReportPage: () => ({ report: aReport() }), ConfirmReport: () => answers.shift() },
    });
    await user.click(await button('Ya, sudah beres'));
    await text('Sudah kami terima');
    expect(
      asked
        .filter(({ name }) => name === 'ConfirmReport')
        .map(({ variables }) => variables['input'].expectedVersion),
    ).toEqual([4, 5]);
  });

  test('a session that ends while somebody writes: the words stay, and the sign-in leads back', async () => {
    const account = { email: 'warga@contoh.id' as string | null };
    const { history } = await visit(ReportRoute, {
      ...at,
      account,
      answers: {
        ReportPage: () => ({ report: aReport() }),
        ReplyToReport: () => ({ result: { __typename: 'NotFound' } }),
      },
    });
    await user.click(await button('Tulis pesan untuk instansi'));
    await user.type(screen.getByLabelText('Pesan Anda'), 'Masih ada genangan.');
    account.email = null;
    await user.click(await button('Kirim pesan'));
    await text('Sesi Anda sudah berakhir');
    expect(screen.getByLabelText('Pesan Anda')).toHaveProperty('value', 'Masih ada genangan.');
    await user.click(await button('Masuk lagi'));
    await waitFor(() => expect(history.at(-1)).toBe('/masuk?ke=%2Flaporan%2F48213097'));
    expect(localStorage.getItem('reply-48213097')).toBe('Masih ada genangan.');
  });

  test('a key that has ended leads to the code, and the words stay', async () => {
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({ report: aReport() }),
        ReplyToReport: () => ({ result: { __typename: 'NotFound' } }),
      },
    });
    await user.click(await button('Tulis pesan untuk instansi'));
    await user.type(screen.getByLabelText('Pesan Anda'), 'Masih ada genangan.');
    await user.click(await button('Kirim pesan'));
    await text('Laporan ini tidak terbuka lagi di perangkat ini');
    expect(screen.getByRole('link', { name: 'Buka dengan kode akses' }).getAttribute('href')).toBe(
      '/lacak?nomor=48213097',
    );
  });

  test('a rating carries its reasons; a low one says that it opens the report again', async () => {
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({
          report: aReport({ state: 'COMPLETED', viewerCanConfirm: false, viewerCanRate: true }),
        }),
        RateReport: () => changed,
      },
    });
    await user.click(await screen.findByRole('radio', { name: /Kurang/ }));
    await text('Dengan nilai ini laporan dibuka lagi, dan instansi harus memperbaikinya.');
    await user.click(screen.getByRole('checkbox', { name: 'Terlalu lama' }));
    await user.type(screen.getByLabelText('Apa alasannya?'), 'Dua bulan.');
    await user.click(await button('Kirim nilai'));
    await text('Sudah kami terima');
    expect(asked.find(({ name }) => name === 'RateReport')?.variables['input']).toMatchObject({
      score: 2,
      text: 'Terlalu lama.\nDua bulan.',
      expectedVersion: 4,
    });
  });

  test('asking the Ombudsman says what happens then', async () => {
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({ report: aReport({ viewerCanRequestOversight: true }) }),
        RequestOversight: () => ({ result: { __typename: 'OversightChanged' } }),
      },
    });
    await text('Yang terjadi setelah Anda meminta:');
    await user.click(await button('Minta pengawasan Ombudsman'));
    await user.type(screen.getByLabelText('Mengapa Anda meminta?'), 'Sudah lewat dua minggu.');
    await user.click(await button('Kirim permintaan'));
    await text('Sudah kami terima');
    expect(asked.some(({ name }) => name === 'RequestOversight')).toBe(true);
  });

  test('news by mail can be turned off, and what always comes is told', async () => {
    const { asked } = await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({ report: aReport() }),
        NotificationSettings: () => ({ notificationSettings: { wantsNews: true, canBeReached: true } }),
        SetNotificationSettings: () => changed,
      },
    });
    await user.click(await button('Kabar lewat surel'));
    const dialog = await screen.findByRole('dialog', { name: 'Kabar lewat surel' });
    await within(dialog).findByText(/Yang ini selalu kami kirim/);
    await user.click(within(dialog).getByRole('checkbox'));
    await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
    await within(dialog).findByText('Kabar tentang langkah laporan ini tidak dikirim lagi.');
    expect(asked.find(({ name }) => name === 'SetNotificationSettings')?.variables['input']).toEqual({
      reportId: 'r1',
      wantsNews: false,
    });
  });

  test('what was sent is listed with what it was about and what became of it', async () => {
    const told = (template: string, state: string, way: string | null, waits: object = {}) => ({
      __typename: 'ToldMessage',
      id: `${template} ${state}`,
      template,
      state,
      way,
      at: '2026-11-20T03:00:00.000Z',
      waitsFor: null,
      waitsUntil: null,
      ...waits,
    });
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({ report: aReport() }),
        NotificationSettings: () => ({
          notificationSettings: { wantsNews: true, canBeReached: true },
          reportMessages: [
            told('report-answered', 'ARRIVED', 'PHONE'),
            told('report-routed', 'NOT_ARRIVED', 'MAIL'),
            told('access-code-renewed', 'SENT', 'WHATSAPP'),
            told('report-received', 'NO_ADDRESS', null),
            told('of-tomorrow', 'UNCERTAIN', 'X'),
            told('report-completed', 'FAILED', 'TELEGRAM'),
            told('report-linked', 'WAITING', 'PHONE', {
              waitsFor: 'QUIET_HOURS',
              waitsUntil: '2026-11-20T23:00:00.000Z',
            }),
            told('report-message', 'WAITING', 'MAIL', { waitsFor: 'PROVIDER' }),
          ],
        }),
      },
    });
    await user.click(await button('Kabar lewat surel'));
    const list = await screen.findByRole('region', { name: 'Kabar untuk Anda' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      expect.stringMatching(/^Jawaban instansiSMS sampai · 20 November, 10\.00 WIB$/),
      expect.stringMatching(/^Laporan diteruskanSurel tidak sampai · /),
      expect.stringMatching(/^Kode akses digantiWhatsApp terkirim · /),
      expect.stringMatching(/^Laporan diterimatidak dikirim · /),
      expect.stringMatching(/^Kabar lainX belum pasti terkirim · /),
      expect.stringMatching(/^Laporan selesaiTelegram gagal dikirim · /),
      expect.stringMatching(
        /^Digabung dengan laporan lainSMS menunggu dikirim · .*Dikirim setelah jam tenang, mulai 21 November, 06\.00 WIB\.$/,
      ),
      expect.stringMatching(/^Pesan instansiSurel menunggu dikirim · .*Layanan pengirim belum menerimanya/),
    ]);
  });

  test('without an address there is no news to choose', async () => {
    await visit(ReportRoute, {
      ...at,
      answers: {
        ReportPage: () => ({ report: aReport() }),
        NotificationSettings: () => ({ notificationSettings: { wantsNews: true, canBeReached: false } }),
      },
    });
    await user.click(await button('Kabar lewat surel'));
    expect(await text(/tidak punya alamat surel atau akun/)).toBeTruthy();
  });

  test.each([
    [true, 'Data diri Anda sudah dihapus'],
    [false, 'Permintaan Anda sudah dicatat'],
  ])(
    'own data are erased once the number is typed, and what became of it is told',
    async (isErased, told) => {
      const { asked } = await visit(ReportRoute, {
        ...at,
        answers: {
          ReportPage: () => ({ report: aReport() }),
          EraseOwnData: () => ({ result: { __typename: 'OwnDataErased', isErased } }),
        },
      });
      await user.click(await button('Data diri saya'));
      const number = await screen.findByLabelText(/Ketik nomor laporan ini, 4821 3097/);
      await user.type(number, '11112222');
      await user.click(await button('Hapus data diri saya'));
      await text('Nomor ini berbeda dari nomor laporan');
      expect(asked.some(({ name }) => name === 'EraseOwnData')).toBe(false);
      await user.clear(number);
      await user.type(number, '4821 3097');
      await user.click(await button('Hapus data diri saya'));
      await text(told);
    },
  );
});

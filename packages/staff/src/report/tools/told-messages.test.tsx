// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderConsole, type Answers } from '../../testing/index.ts';
import { ToldMessages } from './told-messages.tsx';

afterEach(cleanup);

const message = (facts: Record<string, unknown>) => ({
  __typename: 'ToldMessage',
  id: `${facts['template']} ${facts['state']}`,
  template: 'report-answered',
  way: 'PHONE',
  state: 'SENT',
  at: '2026-11-20T03:00:00.000Z',
  waitsFor: null,
  waitsUntil: null,
  ...facts,
});
const show = (messages: unknown) =>
  renderConsole(<ToldMessages reportId="r1" onClose={() => undefined} />, {
    words: {},
    answers: {
      ToldMessages: () => (messages instanceof Error ? messages : { reportMessages: messages }),
    } satisfies Answers,
  });
const rows = async () => (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent);

it('says of each message what it was about, by what it went and what became of it, and never where to', async () => {
  show([
    message({ template: 'report-completed', state: 'ARRIVED' }),
    message({ template: 'report-answered', state: 'SENT', way: 'MAIL' }),
    message({ template: 'report-routed', state: 'UNCERTAIN', way: 'TELEGRAM' }),
    message({ template: 'report-message', state: 'NOT_ARRIVED', way: 'WHATSAPP' }),
    message({ template: 'report-asks-for-data', state: 'FAILED' }),
    message({ template: 'report-received', state: 'NO_ADDRESS', way: null }),
    message({ template: 'a-template-of-tomorrow', state: 'SENT' }),
  ]);
  expect(await rows()).toEqual([
    expect.stringMatching(/^Laporan selesaiSMS · .*Sampai$/),
    expect.stringMatching(/^Jawaban instansiSurel · .*Terkirim$/),
    expect.stringMatching(/^Laporan diteruskanTelegram · .*Belum pasti terkirim; tidak diulang$/),
    expect.stringMatching(/^Pesan instansiWhatsApp · .*Tidak sampai$/),
    expect.stringMatching(/^Permintaan melengkapi dataSMS · .*Gagal dikirim$/),
    expect.stringMatching(/^Laporan diterima.*Tidak dikirim: tanpa alamat, atau kabar dimatikan$/),
    expect.stringMatching(/^Kabar lainSMS · .*Terkirim$/),
  ]);
  expect(screen.queryByText(/Kabar yang terakhir dikirim tidak sampai/)).toBeNull();
});

it.each(['NOT_ARRIVED', 'FAILED', 'NO_ADDRESS'])('warns where the last of them is %s', async (state) => {
  show([message({ state }), message({ template: 'report-received', state: 'SENT' })]);
  const dialog = await screen.findByRole('dialog');
  expect(
    await within(dialog).findByText(/Kabar yang terakhir dikirim tidak sampai kepada pelapor/),
  ).toBeTruthy();
});

it('says what a message waits for, and warns of the one before it that did not arrive', async () => {
  const until = '2026-11-20T23:00:00.000Z';
  show([
    message({ template: 'report-routed', state: 'WAITING', waitsFor: 'QUIET_HOURS', waitsUntil: until }),
    message({ template: 'report-answered', state: 'WAITING', waitsFor: 'CAP_OF_THE_DAY', waitsUntil: until }),
    message({ template: 'report-linked', state: 'WAITING', way: null, waitsFor: 'PROVIDER' }),
    message({ template: 'report-message', state: 'WAITING', way: null }),
    message({ template: 'report-received', state: 'FAILED' }),
  ]);
  expect((await rows()).slice(0, 4)).toEqual([
    expect.stringMatching(/Menunggu dikirimDikirim setelah jam tenang, mulai .*06\.00/),
    expect.stringMatching(
      /Menunggu dikirimBatas jumlah kabar per hari sudah tercapai\. Dikirim mulai .*06\.00/,
    ),
    expect.stringMatching(/Menunggu dikirimLayanan pengirim belum menerimanya\. Kami coba lagi\.$/),
    expect.stringMatching(/Menunggu dikirim$/),
  ]);
  expect(screen.queryByText(/Kabar yang terakhir dikirim tidak sampai/)).not.toBeNull();
});

it('tells who may not see it, that nothing was sent yet, and a line that broke, apart', async () => {
  const { unmount } = show(null);
  expect(await screen.findByText(/hanya terlihat oleh pelapor dan petugas yang menangani/)).toBeTruthy();
  unmount();
  const second = show([]);
  expect(await screen.findByText('Belum ada kabar yang dikirim.')).toBeTruthy();
  second.unmount();
  show(new Error('no line'));
  expect(await screen.findByText('Kabar ke pelapor belum dapat dimuat')).toBeTruthy();
});

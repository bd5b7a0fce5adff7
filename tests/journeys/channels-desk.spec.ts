import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { passOn } from './people/passed-report.ts';
import { telephone } from './people/telephone.ts';

const BAGUS = 'Bagus Anggara';
const NUMBER = '+6281200000032';
const WORDS = 'pak tolong got depan rumah kami meluap terus sejak kemarin';

const parts = (desk: Page) => desk.getByRole('navigation', { name: 'Bagian kanal' });
const waiting = (desk: Page) => desk.getByRole('navigation', { name: 'Menunggu' });

test('a short message that nobody understands is read by one of two operators, becomes a report, and its sender hears of it', async ({
  browser,
}) => {
  // Two people sign in; a busy machine needs its time.
  test.slow();
  const warga = telephone(NUMBER);
  await warga.writes(WORDS);
  await warga.hears(/belum kami pahami dan kami simpan/);
  const bagus = await officer(browser, 'verifikator@contoh.go.id');
  const sri = await officer(browser, 'verifikator2@contoh.go.id');

  await test.step('it waits where operators look, with a number that cannot be called', async () => {
    await bagus.getByRole('link', { name: 'Pesan dan kanal' }).click();
    await expect(waiting(bagus).getByRole('link', { name: new RegExp(WORDS) })).toBeVisible();
    await bagus.keyboard.press('j');
    await expect(bagus.getByText('+62 812 •••• 0032')).toBeVisible();
    await expect(bagus.getByText(NUMBER)).toBeHidden();
    await expectAccessibleInBothThemes(bagus, 'message');
  });

  await test.step('a colleague sees who reads it, and can do nothing with it meanwhile', async () => {
    await sri.goto('/admin/kanal/pesan');
    await expect(waiting(sri).getByText(`${BAGUS} sedang membaca`)).toBeVisible();
    await waiting(sri).getByRole('link').first().click();
    await expect(sri.getByText('Sedang dibaca petugas lain')).toBeVisible();
    await expect(sri.getByText(`${BAGUS} membaca pesan ini`, { exact: false })).toBeVisible();
    await expect(sri.getByRole('tab', { name: 'Jawab' })).toBeHidden();
    await expectAccessible(sri, 'message of a colleague');
  });

  await test.step('the whole number is told for a reason', async () => {
    await bagus.getByRole('button', { name: 'Tampilkan alamat' }).click();
    const dialog = bagus.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tampilkan alamat' }).click();
    await expect(dialog.getByText('Tulis alasannya', { exact: false })).toBeVisible();
    await dialog.getByRole('textbox').fill('Rumahnya mungkin terendam, perlu ditelepon');
    await expectAccessible(bagus, 'asking for the number');
    await dialog.getByRole('button', { name: 'Tampilkan alamat' }).click();
    await expect(bagus.getByText(NUMBER)).toBeVisible();
  });

  await test.step('it becomes a report by keyboard, and what was written outlives the page', async () => {
    await bagus.keyboard.press('l');
    await bagus.getByRole('textbox', { name: 'Judul' }).fill('Got meluap di depan rumah warga');
    await bagus
      .getByRole('textbox', { name: 'Isi laporan' })
      .fill('Got di depan rumah kami meluap terus sejak kemarin.');
    await expect(bagus.getByText('Draf tersimpan', { exact: false })).toBeVisible();
    await bagus.reload();
    await bagus.getByRole('tab', { name: 'Jadikan laporan' }).click();
    await expect(bagus.getByRole('textbox', { name: 'Judul' })).toHaveValue(
      'Got meluap di depan rumah warga',
    );
    await bagus.getByRole('combobox', { name: 'Tempat kejadian' }).fill('kuranji');
    await bagus.getByRole('option', { name: /Kuranji, Kota Padang/ }).click();
    await expectAccessibleInBothThemes(bagus, 'making a report');
    await bagus.getByRole('textbox', { name: 'Judul' }).press('Control+Enter');
    await expect(bagus.getByText('Pengirim diberi tahu.', { exact: false })).toBeVisible();
    await expect(bagus.getByText('Tidak ada pesan yang menunggu')).toBeVisible();
  });

  const [, number, code] = await warga.hears(/jadikan laporan (\d{4} \d{4}) \(kode (K\d+)\)/);
  expect(code).toBe('K1');
  await warga.writes('STATUS K1');
  await warga.hears(new RegExp(`${number} \\(K1\\) menunggu diperiksa petugas`));

  await test.step('a second word is answered by the colleague, in letters that cost no more than they must', async () => {
    await warga.writes('ini sudah sampai mana pak kapan ada petugas ke sini');
    await sri.goto('/admin/kanal/pesan');
    await waiting(sri).getByRole('link').first().click();
    await sri.keyboard.press('b');
    const answer = sri.getByRole('textbox', { name: 'Jawaban' });
    await answer.fill('LAPOR! Laporan “K1” sedang diperiksa. Kabar berikutnya paling lambat 3 hari kerja.');
    await expect(sri.getByText('Unicode, lebih mahal (UCS-2)', { exact: false })).toBeVisible();
    await expectAccessibleInBothThemes(sri, 'answering');
    await sri.getByRole('button', { name: 'Pakai huruf biasa' }).click();
    await expect(sri.getByText('1 dari 6 SMS', { exact: false })).toBeVisible();
    await sri.getByRole('button', { name: 'Kirim jawaban' }).click();
    await expect(sri.getByText('Jawaban dikirim.')).toBeVisible();
    await warga.hears(/Laporan "K1" sedang diperiksa/);
  });

  await test.step('the words of a short message are changed, and the sender gets the new ones', async () => {
    await parts(sri).getByRole('link', { name: 'Templat' }).click();
    const sms = sri.getByRole('region', { name: 'SMS', exact: true });
    await sri.goto('/admin/kanal/templat?pola=report-routed');
    await expect(sms.getByText(/Laporan 4821 3097 diteruskan/).first()).toBeVisible();
    await sms.getByRole('button', { name: 'Ubah isi' }).click();
    const words = sms.getByRole('textbox', { name: 'Isi pesan' });
    await words.fill('LAPOR! Kabar baik: laporan {nomor} kini ditangani {instansi}.');
    await expect(sms.getByText(/Harus memuat \{perintah\}/)).toBeVisible();
    await words.press('End');
    await words.pressSequentially(' ');
    await sms.getByRole('button', { name: '{perintah}' }).click();
    await expect(sms.getByText(/Kabar baik: laporan 4821 3097 kini ditangani/).first()).toBeVisible();
    await expectAccessibleInBothThemes(sri, 'changing words');
    await sms.getByRole('textbox', { name: 'Alasan perubahan' }).fill('Lebih mudah dipahami warga.');
    await sms.getByRole('textbox', { name: 'Alasan perubahan' }).press('Control+Enter');
    await expect(sri.getByText('Versi 1 berlaku untuk pesan berikutnya.')).toBeVisible();
    await sms.getByRole('button', { name: 'Riwayat' }).click();
    await expect(sms.getByRole('list', { name: 'Riwayat' })).toContainText('Lebih mudah dipahami warga.');
    await expectAccessibleInBothThemes(sri, 'history of words');
    await passOn(browser, number!.replace(' ', ''), { lead: 'opd-13-71-dpupr' });
    await warga.hears(new RegExp(`Kabar baik: laporan ${number} kini ditangani .* Ketik STATUS K1`));
  });

  await test.step('and who did what stands in the log', async () => {
    await parts(sri).getByRole('link', { name: 'Catatan' }).click();
    const log = sri.getByRole('table', { name: 'Catatan kanal' });
    await expect(log.getByRole('row', { name: new RegExp(`${BAGUS}.*Menjadikan laporan`) })).toBeVisible();
    await expect(
      log.getByRole('row', { name: new RegExp(`${BAGUS}.*Melihat alamat pengirim`) }),
    ).toBeVisible();
    await expect(log.getByRole('row', { name: /Mengubah isi pesan.*Laporan diteruskan/ })).toBeVisible();
    await expectAccessibleInBothThemes(sri, 'log');
  });

  await test.step('doors, deliveries and words can be looked at', async () => {
    await parts(sri).getByRole('link', { name: 'Keadaan' }).click();
    const sms = sri.getByRole('table', { name: 'Pintu masuk' }).getByRole('row', { name: /SMS 1708/ });
    await expect(sms.getByText('Terbuka')).toBeVisible();
    await expectAccessibleInBothThemes(sri, 'state');
    await parts(sri).getByRole('link', { name: 'Templat' }).click();
    await expect(sri.getByRole('heading', { name: 'SMS', exact: true })).toBeVisible();
    await expectAccessibleInBothThemes(sri, 'templates');
    await parts(sri).getByRole('link', { name: 'Webhook' }).click();
    await expect(sri.getByText('Belum ada webhook')).toBeVisible();
    await expectAccessibleInBothThemes(sri, 'webhooks');
  });
});

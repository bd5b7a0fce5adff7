import { expect, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { filedReport } from './people/filed-report.ts';
import { officer } from './people/officer.ts';
import { verify } from './people/verification-desk.ts';

const BAGUS = 'Bagus Anggara';
const SRI = 'Sri Nuraini';

const decision = (desk: Page) => desk.getByRole('form', { name: 'Keputusan' });
const reading = (desk: Page) => desk.locator('#desk-report');
/** A report of the queue that a colleague works on, or has ready. */
const rowOf = (desk: Page, name: string, title: string) =>
  desk.getByRole('link', { name: new RegExp(`dikerjakan ${name}`) }).filter({ hasText: title });

test('two operators at one desk never have the same report, see each other, hear of what comes in, and take back what they sent', async ({
  browser,
}) => {
  // Three people sign in; a busy machine needs its time.
  test.slow();
  const lamp = await filedReport('Lampu jalan padam di Kuranji');
  await filedReport('Selokan mampet di Kuranji');

  const bagus = await officer(browser, 'verifikator@contoh.go.id');
  await bagus.goto(`/admin/verifikasi/${lamp.number}`);
  await expect(decision(bagus)).toBeVisible();
  const sri = await officer(browser, 'verifikator2@contoh.go.id');

  await test.step('each has a report of the own, and sees what the other works on', async () => {
    await expect(rowOf(sri, BAGUS, lamp.title)).toBeVisible();
    await expect(decision(sri)).toBeVisible();
    await expect(reading(sri)).not.toHaveText(lamp.title);
    await expect(rowOf(bagus, SRI, await reading(sri).innerText())).toBeVisible();
    await expectAccessibleInBothThemes(bagus, 'desk');
  });

  await test.step('what a colleague works on can be read, and taken over only after a word', async () => {
    await rowOf(sri, BAGUS, lamp.title).click();
    await expect(sri.getByRole('heading', { name: `${BAGUS} sedang memeriksa laporan ini` })).toBeVisible();
    await expect(decision(sri)).toBeHidden();
    await expect(bagus.getByText(`Juga membuka laporan ini: ${SRI}`)).toBeVisible();
    await expectAccessibleInBothThemes(sri, 'report of a colleague');
    await sri.getByRole('button', { name: 'Ambil alih' }).click();
    await expect(sri.getByRole('dialog', { name: `Ambil alih dari ${BAGUS}?` })).toBeVisible();
    await expectAccessible(sri, 'taking over');
    await sri.getByRole('dialog').getByRole('button', { name: 'Batal' }).click();
  });

  await test.step('a page that is loaded anew does not lose it', async () => {
    await bagus.reload();
    await expect(decision(bagus)).toBeVisible();
    // It has asked who is there, and taken the report again.
    await expect(bagus.getByText(`Juga membuka laporan ini: ${SRI}`)).toBeVisible();
    await expect(rowOf(sri, BAGUS, lamp.title)).toBeVisible();
    await expect(sri.getByRole('heading', { name: `${BAGUS} sedang memeriksa laporan ini` })).toBeVisible();
    await expect(decision(sri)).toBeHidden();
  });

  await test.step('who closes the tab has let it go, and the colleague who waits has it', async () => {
    await bagus.goto('about:blank');
    await expect(decision(sri)).toBeVisible();
    await expect(reading(sri)).toHaveText(lamp.title);
    await bagus.goto('/admin/verifikasi');
    await expect(decision(bagus)).toBeVisible();
    await expect(rowOf(bagus, SRI, lamp.title)).toBeVisible();
    await expect(reading(bagus)).not.toHaveText(lamp.title);
  });

  await test.step('both hear of what a citizen files, and no list moves by itself', async () => {
    const pipe = await filedReport('Pipa air bocor di Kuranji');
    for (const desk of [bagus, sri]) {
      await expect(desk.getByText('1 laporan baru')).toBeVisible();
      await expect(desk.getByRole('link', { name: pipe.title })).toBeHidden();
    }
    await expectAccessible(bagus, 'news at the desk');
    await bagus.getByRole('button', { name: 'Tampilkan' }).click();
    await expect(bagus.getByRole('link', { name: pipe.title })).toBeVisible();
  });

  await verify(sri, {
    number: lamp.number,
    category: { search: 'lampu penerangan', name: /Lampu Penerangan Jalan/ },
    lead: { search: 'pupr kota padang', name: /Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang/ },
  });
  await bagus.context().close();
  await sri.context().close();

  await test.step('an answer is taken back before it is sent, and nothing that was written is lost', async () => {
    const unit = await officer(browser, 'pupr.padang@contoh.go.id');
    await unit.goto(`/instansi/laporan/${lamp.number}`);
    await unit.getByRole('tab', { name: 'Tanda terima' }).click();
    const answer = unit.getByRole('textbox', { name: 'Isi jawaban' });
    await answer.fill('Petugas kami memeriksa lampunya malam ini.');
    await unit.getByRole('button', { name: /Kirim ke warga/ }).click();
    await expect(answer).toHaveValue('');
    await unit.getByRole('button', { name: 'Batalkan' }).click();
    await expect(unit.getByText('Dibatalkan. Isian Anda masih ada.')).toBeVisible();
    await expect(answer).toHaveValue('Petugas kami memeriksa lampunya malam ini.');
    await expect(unit.getByText('Tanda terima dari', { exact: false })).toBeHidden();
    await expectAccessibleInBothThemes(unit, 'answer taken back');
  });
});

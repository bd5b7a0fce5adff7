import { expect, type Page } from '@playwright/test';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { byKeyboard } from './people/by-keyboard.ts';
import { letStand, settle } from './people/clock.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { verify } from './people/verification-desk.ts';

const reading = (desk: Page) => desk.locator('#desk-report');
const numberOf = (desk: Page) => desk.locator('#desk-report + a').innerText();

const PRESSES = 7;

/** One report by keyboard alone: class, agency, both checks, sent. Answers which it was. */
async function verifyByKeys(desk: Page): Promise<string> {
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await desk.keyboard.press(key);
  };
  const number = await numberOf(desk);
  await press('1');
  const lead = desk.getByRole('group', { name: 'Teruskan ke' }).getByRole('radio').first();
  await expect(lead).toBeVisible();
  await press('f');
  await expect(lead).toBeChecked();
  await press('c');
  await press('Space');
  await press('Tab');
  await press('Space');
  await expect(desk.getByText('Tayang untuk umum setelah diteruskan.')).toBeVisible();
  await press('Enter');
  expect(presses).toBe(PRESSES);
  await expect(desk.locator('#desk-report + a')).not.toHaveText(number);
  return number;
}

test('two operators at once, by keyboard, each verify three different reports, in seven presses each', async ({
  browser,
}) => {
  const bagus = await officer(browser, 'verifikator@contoh.go.id');
  // So few that nothing is held ready for long: each next one is taken before it is opened.
  const things = ['Trotoar', 'Selokan', 'Jembatan', 'Pagar'];
  await Promise.all(
    things.flatMap((thing) => ['Pauh', 'Nanggalo'].map((place) => filedReport(`${thing} rusak di ${place}`))),
  );
  const sri = await officer(browser, 'verifikator2@contoh.go.id');
  await Promise.all([bagus, sri].map((desk) => desk.goto('/admin/verifikasi')));
  await Promise.all([bagus, sri].map((desk) => expect(reading(desk)).toBeVisible()));

  await test.step('"?" tells every key, and what is ready stands in the queue', async () => {
    await byKeyboard(bagus).expectTold([...'15QWEKFGHISVPCTADLZ/', 'Enter']);
    await expect(bagus.getByText('siap untuk Anda').first()).toBeVisible();
    await expectAccessibleInBothThemes(bagus, 'desk with reports ready');
  });

  await test.step('what is not ticked is named, and nothing is carried out of sight', async () => {
    await bagus.keyboard.press('1');
    const lead = bagus.getByRole('group', { name: 'Teruskan ke' }).getByRole('radio').first();
    await expect(lead).toBeVisible();
    await bagus.keyboard.press('f');
    await bagus.keyboard.press('Enter');
    await expect(bagus.getByText(/Belum dicentang: “Data pribadi sudah disamarkan”, “/)).toBeInViewport();
    await expect(bagus.getByLabel('Data pribadi sudah disamarkan')).toBeFocused();
    await expect(reading(bagus)).toBeInViewport();
    await expect(bagus.getByRole('banner')).toBeInViewport({ ratio: 1 });
    await expect(bagus.getByRole('link', { name: /^Meja verifikasi/ }).first()).toBeInViewport();
    expect(await bagus.evaluate(() => window.scrollY)).toBe(0);
    await reading(bagus).focus();
  });

  const verified = await Promise.all(
    [bagus, sri].map(async (desk) => {
      const numbers = [await verifyByKeys(desk), await verifyByKeys(desk), await verifyByKeys(desk)];
      // The next one begins at its title.
      await expect(reading(desk)).toBeFocused();
      return numbers;
    }),
  );
  expect(new Set(verified.flat()).size).toBe(6);
  await letStand(bagus, 'Laporan diteruskan.');
  await expect(bagus.getByText('3 Anda hari ini')).toBeVisible();
});

test('a verifier merges a duplicate and parts it again, redacts a telephone number, archives a group of junk', async ({
  browser,
}) => {
  const road = await filedReport('Aspal terkelupas di Jalan Limau Manis');
  const same = await filedReport('Aspal terkelupas Limau Manis', {
    text: 'Aspal terkelupas di Jalan Limau Manis. Hubungi saya di 080000000000 untuk tempatnya.',
  });
  for (let copy = 0; copy < 4; copy++) await filedReport('Promo murah klik sekarang juga');
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await verify(desk, {
    number: road.number,
    category: { search: 'jalan berlubang', name: /Jalan Berlubang/ },
    lead: { search: 'pupr kota padang', name: /Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang/ },
  });

  await test.step('two reports stand beside each other, and are merged and parted', async () => {
    await desk.goto(`/admin/verifikasi/${same.number}`);
    await expect(desk.getByRole('link', { name: road.title })).toBeVisible();
    await desk.keyboard.press('d');
    const compare = desk.getByRole('dialog', { name: 'Gabungkan dengan laporan yang sama' });
    await expect(compare.getByRole('heading', { name: 'Laporan induk' })).toBeVisible();
    await expect(compare.getByText(/kata sama/)).toBeVisible();
    await expectAccessibleInBothThemes(desk, 'two reports beside each other');
    await compare.getByRole('button', { name: 'Gabungkan' }).click();
    await expect(desk.getByText('Digabungkan dengan laporan')).toBeVisible();
    await desk.getByRole('button', { name: 'Batalkan' }).click();
    await expect(desk.getByText('Dipisahkan lagi.', { exact: false })).toBeVisible();
  });

  await test.step('a telephone number is redacted before it is public', async () => {
    await desk.goto(`/admin/verifikasi/${same.number}`);
    await expect(desk.getByText('1 data pribadi terlihat')).toBeVisible();
    await expect(desk.getByLabel('Data pribadi sudah disamarkan')).toBeDisabled();
    await desk.keyboard.press('s');
    await expect(desk.getByRole('textbox', { name: 'Yang tayang' })).toHaveValue(/\[nomor disamarkan\]/);
    await expect(desk.getByLabel('Data pribadi sudah disamarkan')).toBeEnabled();
  });

  await test.step('a group of junk is looked at and archived', async () => {
    await settle();
    await desk.goto('/admin/sampah');
    const group = desk
      .getByRole('region', { name: 'Kata-kata yang sama berulang' })
      .filter({ hasText: 'Promo murah klik sekarang juga' });
    await expect(group).toBeVisible();
    await expectAccessibleInBothThemes(desk, 'suspected junk');
    await group.getByRole('button', { name: /^Arsipkan 4 laporan/ }).click();
    const dialog = desk.getByRole('dialog', { name: 'Arsipkan satu kelompok' });
    await expect(dialog.getByText('Yang dibaca pelapor')).toBeVisible();
    await dialog.getByRole('button', { name: 'Arsipkan 4 laporan' }).click();
    await expect(desk.getByText('4 laporan diarsipkan.', { exact: false })).toBeVisible();
    await expect(group).toBeHidden();
  });
});

import { expect } from '@playwright/test';
import { test } from './people/journey.ts';
import { expectAccessible } from './people/axe.ts';
import { citizen, fileReport } from './people/citizen.ts';
import { settle } from './people/clock.ts';
import { officer } from './people/officer.ts';
import { verify } from './people/verification-desk.ts';

const TEXT =
  'Petugas loket meminta uang pelicin untuk surat keterangan, saya punya bukti percakapan dengan petugas itu.';
const NAME = 'Fulanah binti Fulan';

test('a confidential report: nobody outside sees anything, the unit reads the text and no name until a logged reveal, of which the reporter is told', async ({
  browser,
}) => {
  const phone = await citizen(browser);
  const { number } = await fileReport(phone, {
    text: TEXT,
    region: 'Kuranji',
    email: 'fulanah@contoh.id',
    name: NAME,
    isConfidential: true,
  });
  await settle();

  await test.step('the national desk passes it to Disdukcapil', async () => {
    const desk = await officer(browser, 'verifikator@contoh.go.id');
    await desk.goto(`/admin/verifikasi/${number}`);
    await expect(desk.getByText(TEXT).first()).toBeVisible();
    await expect(desk.getByText(NAME)).toBeHidden();
    await verify(desk, {
      number,
      category: { search: 'pungutan liar', name: /Pungutan Liar/i },
      lead: { search: 'dukcapil kota padang', name: /Dinas Kependudukan dan Pencatatan Sipil Kota Padang/ },
      isConfidential: true,
      isSensitive: true,
    });
    await desk.context().close();
  });
  await settle();

  await test.step('the public, the city above and another agency see nothing', async () => {
    const stranger = await citizen(browser);
    await stranger.goto(`/laporan/${number}`);
    await expect(stranger.getByRole('heading', { name: 'Laporan tidak ditemukan' })).toBeVisible();
    await expectAccessible(stranger, 'report not found');
    await stranger.goto('/laporan');
    await expect(stranger.getByText('uang pelicin')).toBeHidden();
    for (const email of ['diskominfo.padang@contoh.go.id', 'diskominfo.pariaman@contoh.go.id']) {
      const other = await officer(browser, email);
      await other.goto(`/instansi/laporan/${number}`);
      await expect(other.getByRole('heading', { name: /tidak ditemukan/i })).toBeVisible();
      await expect(other.getByText('uang pelicin')).toBeHidden();
      await other.context().close();
    }
  });

  await test.step('the unit reads the text and no name, until it opens the identity with a reason', async () => {
    const unit = await officer(browser, 'dukcapil.padang@contoh.go.id');
    await unit
      .getByRole('link', { name: /uang pelicin/ })
      .first()
      .click();
    await expect(unit.getByText(TEXT)).toBeVisible();
    await expect(unit.getByText(NAME)).toBeHidden();
    await unit.getByRole('button', { name: /Minta buka identitas/ }).click();
    const dialog = unit.getByRole('dialog');
    await expect(dialog.getByText('Pelapor diberi tahu')).toBeVisible();
    await dialog.getByRole('textbox').fill('Kami perlu mencocokkan nomor antrean pelapor.');
    await dialog.getByRole('button', { name: 'Catat alasan dan buka' }).click();
    await expect(unit.getByText(NAME)).toBeVisible();
    await expectAccessible(unit, 'identity revealed');
    await unit.context().close();
  });
  await settle();

  await test.step('the reporter is told who read it and why', async () => {
    await phone.getByRole('button', { name: 'Buka laporan saya' }).click();
    await expect(phone.getByText('Kami perlu mencocokkan nomor antrean pelapor.').first()).toBeVisible();
    await expect(
      phone.getByText('Dinas Kependudukan dan Pencatatan Sipil Kota Padang').first(),
    ).toBeVisible();
    await expectAccessible(phone, 'confidential report, reporter');
    const mail = await (await fetch(new URL('/mailbox/messages?to=fulanah@contoh.id', phone.url()))).text();
    expect(mail).toContain('identitas');
    expect(mail).not.toContain('pelicin');
  });
});

import { expect, type Page } from '@playwright/test';
import { test } from './people/journey.ts';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessible } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { acceptByCalls, acceptInBrowser, askAs } from './people/invited-officer.ts';
import { officer } from './people/officer.ts';

const GOVERNMENT = 'pemkot-13-77';

const UNITS = `query ($id: ID!, $after: String) {
  organisation(id: $id) { children(first: 100, after: $after) { edges { node { id name kind } } pageInfo { hasNextPage endCursor } } }
}`;
const INVITE = `mutation ($input: InviteOfficerInput!) {
  inviteOfficer(input: $input) { __typename ... on UserError { code message } ... on OfficerChanged { officer { id accountState } } }
}`;

interface Unit {
  id: string;
  name: string;
}

/** The units that the city lists for itself. */
async function unitsOf(page: Page): Promise<Unit[]> {
  const { organisation } = await askAs(page, UNITS, { id: GOVERNMENT });
  expect(organisation.children.pageInfo.hasNextPage).toBe(false);
  return organisation.children.edges.map(({ node }: { node: Unit }) => node);
}

/** How many cities are connected, as the national page says it. */
async function connectedCities(page: Page): Promise<number> {
  await page.goto(`${PLATFORM_URL}/admin/adopsi`);
  const row = page
    .getByRole('table')
    .first()
    .getByRole('row', { name: /^Kota\b/ });
  await expect(row).toBeVisible();
  await expectAccessible(page, 'adoption');
  const [connected] = /\d+(?= dari )/.exec((await row.innerText()).replaceAll('\n', ' ')) ?? [];
  expect(connected, await row.innerText()).toBeDefined();
  return Number(connected);
}

async function declare(
  page: Page,
  item: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('button', { name: `Nyatakan: ${item}` }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, `declaring ${item}`);
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Nyatakan', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('Kota Pariaman gets connected: its admin invites a liaison officer for each unit, they sign in with a second factor, the checklist turns complete, and the nation sees it', async ({
  browser,
}) => {
  test.slow();
  const nation = await officer(browser, 'verifikator@contoh.go.id');
  const before = await connectedCities(nation);

  const admin = await officer(browser, 'diskominfo.pariaman@contoh.go.id');
  const units = await unitsOf(admin);
  expect(units.length).toBeGreaterThan(25);

  await test.step('the checklist says what is missing', async () => {
    await admin.goto(`${PLATFORM_URL}/instansi/kesiapan`);
    await expect(admin.getByRole('heading', { name: 'Kesiapan: Pemerintah Kota Pariaman' })).toBeVisible();
    await expect(admin.getByRole('heading', { name: 'Belum: SK tim pengelola' })).toBeVisible();
    await expectAccessible(admin, 'readiness');
  });

  const works = units.find(({ id }) => id === 'opd-13-77-dpupr')!;
  await test.step('the first is invited on the screen, and sets up the account on a phone', async () => {
    await admin.goto(`${PLATFORM_URL}/instansi/petugas`);
    await expectAccessible(admin, 'officers');
    await admin.getByRole('button', { name: 'Undang petugas' }).first().click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Nama lengkap').fill('Petugas PUPR');
    await dialog.getByLabel('Surel dinas').fill('bukan alamat');
    await dialog.getByRole('combobox', { name: 'Bertugas di' }).fill('pekerjan umum');
    await dialog.getByRole('option', { name: new RegExp(works.name) }).click();
    await dialog.getByLabel('Peran').selectOption('LIAISON_OFFICER');
    await expectAccessible(admin, 'inviting');
    await dialog.getByRole('button', { name: 'Kirim undangan' }).click();
    // Not an address: the fault stands at the field, and nothing typed is lost.
    await expect(dialog.getByLabel('Surel dinas')).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByLabel('Nama lengkap')).toHaveValue('Petugas PUPR');
    await dialog.getByLabel('Surel dinas').fill('pupr@pariaman.contoh.go.id');
    await dialog.getByRole('button', { name: 'Kirim undangan' }).click();
    await expect(dialog).toBeHidden();
    await expect(admin.getByText('Diundang, belum diterima').first()).toBeVisible();
    await expectAccessible(admin, 'one officer');
    await settle();
    const phone = await acceptInBrowser(browser, 'pupr@pariaman.contoh.go.id');
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(phone, "the new officer's console");
  });

  await test.step('the others follow', async () => {
    const others = units.filter(({ id }) => id !== works.id);
    for (const { id, name } of others) {
      const { inviteOfficer } = await askAs(admin, INVITE, {
        input: {
          name: `Penghubung ${name}`.slice(0, 120),
          email: `${id}@pariaman.contoh.go.id`,
          organisationId: id,
          role: 'LIAISON_OFFICER',
        },
      });
      expect(inviteOfficer, name).toMatchObject({ __typename: 'OfficerChanged' });
    }
    await settle();
    for (const { id } of others) await acceptByCalls(`${id}@pariaman.contoh.go.id`);
    await settle();
  });

  await test.step('what only the agency knows is declared, with its decree as a file', async () => {
    await admin.goto(`${PLATFORM_URL}/instansi/kesiapan`);
    await declare(admin, 'SK tim pengelola', async (dialog) => {
      await dialog.getByLabel('Nomor SK').fill('555/123/SK/Diskominfo/2026');
      await dialog.getByLabel('Tanggal SK').fill('2026-11-02');
      await dialog.getByRole('button', { name: 'Nyatakan', exact: true }).click();
      await expect(dialog.getByText('Lampirkan berkas SK.')).toBeVisible();
      await dialog.locator('input[type=file]').setInputFiles({
        name: 'sk-tim-pengelola.pdf',
        mimeType: 'application/pdf',
        buffer: decree(),
      });
      await expect(dialog.getByText('sk-tim-pengelola.pdf')).toBeVisible();
      // Named as soon as it is chosen; it is there when nothing is on its way any more.
      await expect(dialog.getByRole('progressbar')).toHaveCount(0);
    });
    for (const item of ['Prosedur tetap', 'Sarana', 'Petugas terlatih'])
      await declare(admin, item, (dialog) =>
        dialog.getByLabel('Keterangan').fill('Ada dan dipakai sejak 2026.'),
      );
    await expect(admin.getByRole('heading', { name: '6 dari 6 terpenuhi' })).toBeVisible();
    await expectAccessible(admin, 'complete checklist');
  });

  await test.step('the nation sees one city more', async () => {
    expect(await connectedCities(nation)).toBe(before + 1);
  });

  await test.step('and every step is in the log', async () => {
    await admin.goto(`${PLATFORM_URL}/instansi/log`);
    await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(admin.getByText(/SK tim pengelola/).first()).toBeVisible();
    await expectAccessible(admin, 'audit log');
  });
});

/** A small PDF, as a scanner makes one. */
function decree(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    '<< /Length 44 >>\nstream\nBT 72 760 Td (Surat Keputusan) Tj ET          \nendstream',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

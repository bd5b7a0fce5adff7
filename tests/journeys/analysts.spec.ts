import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { settle } from './people/clock.ts';
import { acceptInBrowser } from './people/invited-officer.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';

test('the national admin invites an analyst of KSP, who follows the link, sets up the account, and asks a first query', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const address = 'analis.baru@ksp.contoh.go.id';
  const desk = await officer(browser, 'verifikator@contoh.go.id');
  await test.step('the invitation: the role is offered where analysts work, with what it may do', async () => {
    await desk.goto(`${PLATFORM_URL}/admin/petugas`);
    await desk.getByRole('button', { name: 'Undang petugas' }).first().click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Nama lengkap').fill('Analis Baru');
    await dialog.getByLabel('Surel dinas').fill(address);
    await dialog.getByRole('combobox', { name: 'Bertugas di' }).fill('kantor staf presiden');
    await dialog
      .getByRole('option', { name: /Kantor Staf Presiden/ })
      .first()
      .click();
    await dialog.getByLabel('Peran').selectOption('ANALYST');
    await expectAccessible(desk, 'inviting an analyst');
    await dialog.getByRole('button', { name: 'Kirim undangan' }).click();
    await expect(dialog).toBeHidden();
    await expect(desk.getByText('Diundang, belum diterima').first()).toBeVisible();
    await settle();
  });
  const analyst = await acceptInBrowser(browser, address);
  await analyst.setViewportSize({ width: 1440, height: 900 });
  await test.step('the console opens with figures, and nothing of the desk', async () => {
    await expect(analyst.getByRole('heading', { level: 1, name: 'Ruang situasi' })).toBeVisible();
    await expect(analyst.getByRole('link', { name: 'Meja verifikasi' })).toHaveCount(0);
  });
  await test.step('the first query runs in GraphiQL', async () => {
    await analyst.getByRole('link', { name: 'Tanya data (GraphiQL)' }).first().click();
    await analyst
      .getByRole('button', { name: /Execute/ })
      .first()
      .click();
    await expect(analyst.locator('.graphiql-response')).toContainText('followUpRate');
    await expect(analyst.locator('.graphiql-response')).not.toContainText('errors');
  });
});

test('an analyst of Kemendagri reads how far local governments are, makes and revokes an own key, and runs a ready query', async ({
  browser,
}) => {
  const page = await officer(browser, 'analis.kemendagri@contoh.go.id');

  await test.step('adoption: kinds apart, connected and used apart, and who is behind a figure', async () => {
    await page.goto(`${PLATFORM_URL}/admin/adopsi`);
    const kinds = page.getByRole('table', { name: 'Menurut jenis' });
    for (const kind of ['Provinsi', 'Kabupaten', 'Kota'])
      await expect(kinds.getByRole('row', { name: new RegExp(`^${kind}`) }).first()).toBeVisible();
    await expect(page.getByRole('table', { name: 'Menurut provinsi' })).toBeVisible();
    await expectAccessibleInBothThemes(page, 'adoption');
    await expect(page.getByText('Kementerian', { exact: true }), 'no ministries').toHaveCount(0);
    await kinds.getByRole('link', { name: 'Kota', exact: true }).click();
    const tree = page.getByRole('treegrid', { name: 'Pohon organisasi' });
    await tree
      .getByRole('row', { name: 'Pemerintah Provinsi Sumatera Barat' })
      .getByRole('button', { name: /^Buka/ })
      .click();
    await expect(tree.getByRole('row', { name: /Kota Padang$/ })).toBeVisible();
  });

  await test.step('nothing of verification or administration is offered', async () => {
    await expect(page.getByRole('link', { name: 'Verifikasi', exact: true })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Log', exact: true })).toHaveCount(0);
  });

  await test.step('a key of the own reads figures and no box of an agency', async () => {
    await page.getByRole('link', { name: 'Kunci API' }).first().click();
    await page.getByLabel('Nama kunci').fill('Buku catatan statistik');
    await page.getByRole('button', { name: 'Buat kunci' }).click();
    await expect(page.getByText('Kunci ini hanya tampil sekali')).toBeVisible();
    const key = await page.locator('code.secret').innerText();
    const call = (query: string) =>
      fetch(`${PLATFORM_URL}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-lapor-client': 'journey',
          authorization: `Bearer ${key}`,
        },
        body: JSON.stringify({ query }),
      });
    const ask = async (query: string) => (await (await call(query)).json()) as { data?: any };
    const figures = await ask(
      '{ reportFigures(period: { from: "2026-01-01", to: "2026-12-31" }) { edges { node { figures { received } } } } }',
    );
    expect(figures.data.reportFigures.edges[0].node.figures.received).toBeGreaterThanOrEqual(0);
    expect((await ask('{ inbox { edges { node { id } } } }')).data?.inbox?.edges ?? []).toEqual([]);
    await page.getByLabel('Kunci sudah saya simpan').check();
    await page.getByRole('button', { name: 'Selesai' }).click();
    await page.getByRole('button', { name: 'Cabut kunci Buku catatan statistik' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click();
    await expect(page.getByText('Belum ada kunci')).toBeVisible();
    expect((await call('{ __typename }')).status).toBe(401);
  });

  await test.step('GraphiQL opens with standard tables, and one of them runs', async () => {
    await page.getByRole('link', { name: 'Tanya data (GraphiQL)' }).first().click();
    await expect(
      page
        .getByText('Execute query')
        .or(page.getByRole('button', { name: /Execute/ }))
        .first(),
    ).toBeVisible();
    await page
      .getByRole('button', { name: /Execute/ })
      .first()
      .click();
    await expect(page.locator('.graphiql-response')).toContainText('followUpRate');
    await expect(page.locator('.graphiql-response')).not.toContainText('errors');
  });
});

import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';

test('an analyst of Kemendagri reads how far local governments are, makes an own key, and runs a ready query', async ({
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
    await expect(page).toHaveURL(/organisasi\?jenis=CITY/);
    await expect(page.getByRole('row', { name: /^Kota|Pemerintah Kota/ }).first()).toBeVisible();
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
    const ask = async (query: string) => {
      const response = await fetch(`${PLATFORM_URL}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-lapor-client': 'journey',
          authorization: `Bearer ${key}`,
        },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as { data?: any };
    };
    const figures = await ask(
      '{ reportFigures(period: { from: "2026-01-01", to: "2026-12-31" }) { edges { node { figures { received } } } } }',
    );
    expect(figures.data.reportFigures.edges[0].node.figures.received).toBeGreaterThanOrEqual(0);
    expect((await ask('{ inbox { edges { node { id } } } }')).data?.inbox?.edges ?? []).toEqual([]);
    await page.getByLabel('Kunci sudah saya simpan').check();
    await page.getByRole('button', { name: 'Selesai' }).click();
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

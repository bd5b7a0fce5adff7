import { expect } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';
import { expectAccessibleInBothThemes } from './people/axe.ts';
import { citizen } from './people/citizen.ts';
import { settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { filedReport } from './people/filed-report.ts';
import { test } from './people/journey.ts';
import { newestMessage } from './people/mailbox.ts';
import { officer } from './people/officer.ts';
import { officerByGraph } from './people/officer-by-graph.ts';

const DESK = 'verifikator@contoh.go.id';
const HEAD = 'kepala.kesehatan@contoh.go.id';

test('the head of a unit without officers answers by the secret link in the mail, without an account', async ({
  browser,
}) => {
  const desk = await officer(browser, DESK);
  await test.step('the desk enters where its head is reached', async () => {
    await desk.goto(`${PLATFORM_URL}/admin/organisasi/opd-13-71-dinkes`);
    await desk.getByRole('button', { name: 'Ubah keterangan' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Surel pimpinan').fill(HEAD);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog).toBeHidden();
    await desk.context().close();
    await settle();
  });

  const report = await filedReport('Puskesmas tutup pada jam kerja');
  const graph = await officerByGraph(browser, DESK);
  await graph.do('verifyReport', {
    reportId: report.id,
    class: 'GRIEVANCE',
    categoryId: 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang',
    leadOrganisationId: 'opd-13-71-dinkes',
    safeToPublish: true,
  });
  await graph.leave();
  const [, link] = await newestMessage(HEAD, /(https?:\/\/\S+\/serah-terima#[\w.~-]+)/);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const head = await context.newPage();
  await test.step('on a phone: what was reported and until when, and nothing else of the console', async () => {
    await head.goto(link!);
    await expect(head.getByRole('heading', { level: 1, name: report.title })).toBeVisible();
    expect(head.url(), 'the secret has left the address bar').not.toContain('#');
    await expect(head.getByText(/menjawab sebagai pengganti/)).toBeVisible();
    await expectAccessibleInBothThemes(head, 'handed over to a head');
  });

  await test.step('a plan needs words and a day; then it is sent', async () => {
    await head.getByRole('button', { name: 'Kirim ke warga' }).click();
    await expect(head.getByText('Wajib diisi.').first()).toBeVisible();
    await head.getByLabel('Isi jawaban').fill('Mulai Senin dijaga dua petugas pada jam kerja.');
    await head.getByLabel('Kapan dikerjakan?').fill(comingDay());
    await head.getByRole('button', { name: 'Kirim ke warga' }).click();
    await expect(head.getByText('Jawaban terkirim ke pelapor')).toBeVisible();
    await settle();
  });

  await test.step('everybody reads the answer as the unit’s', async () => {
    const stranger = await citizen(browser);
    await stranger.goto(`/laporan/${report.number}`);
    await expect(stranger.getByText('Mulai Senin dijaga dua petugas').first()).toBeVisible();
    await expect(stranger.getByText(/Dinas Kesehatan/).first()).toBeVisible();
  });
});

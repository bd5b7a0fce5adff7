import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './people/axe.ts';
import { letStand, moveClock, settle } from './people/clock.ts';
import { comingDay } from './people/coming-day.ts';
import { askAs } from './people/invited-officer.ts';
import { test } from './people/journey.ts';
import { officer } from './people/officer.ts';
import { passedReport } from './people/passed-report.ts';

const RINA = 'pupr.padang@contoh.go.id';
const DEWI = 'dishub.padang@contoh.go.id';
const HENDRA = 'dlh.padang@contoh.go.id';
const LEAD = 'opd-13-71-dpupr';
const DAY = 86_400_000;
const TEXT = 'Regu kami datang besok pagi dan menutup lubangnya.';

const ME = '{ viewerOfficer { id posts { id onBehalfOf { id } } delegations { id } } }';
const DELEGATE = `mutation ($input: DelegatePostInput!) { result: delegatePost(input: $input) {
  __typename ... on UserError { code } ... on InvalidInput { fields { path code } } } }`;
const END = `mutation ($input: EndDelegationInput!) { result: endDelegation(input: $input) {
  __typename ... on UserError { code } } }`;

const answer = (page: Page) => page.getByRole('textbox', { name: 'Isi jawaban' });
const notFound = (page: Page) => page.getByRole('heading', { level: 1, name: 'Laporan tidak ditemukan' });

/** A day of Padang, as a date field takes it. */
const dayOf = (instant: number) =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' });

test('an officer on leave names a colleague, who acts for the officer until the last day and not an hour longer', async ({
  browser,
}) => {
  test.slow();
  // Browsers go by the machine's day: the platform does so here too.
  const today = Math.max(Date.now(), Date.parse('2026-11-20T02:40:00Z'));
  await moveClock(new Date(today).toISOString());
  const report = await passedReport(browser, 'Petugas lapangan meminta uang rokok', {
    lead: LEAD,
    isConfidential: true,
  });

  const dewi = await officer(browser, DEWI);
  await dewi.goto(`/instansi/laporan/${report.number}`);
  await expect(notFound(dewi)).toBeVisible();

  const rina = await officer(browser, RINA);
  const {
    viewerOfficer: {
      posts: [post],
    },
  } = await askAs(rina, ME, {});
  const delegate = async (who: Page, substituteId: string, postId = post.id) =>
    (
      await askAs(who, DELEGATE, {
        input: {
          postId,
          substituteId,
          from: dayOf(today),
          until: dayOf(today + DAY),
          requestKey: randomUUID(),
        },
      })
    ).result;

  await test.step('nobody takes a post of another, names oneself, or somebody of another government', async () => {
    expect(await delegate(dewi, 'demo-padang-dlh')).toMatchObject({ __typename: 'NotFound' });
    expect(await delegate(rina, 'demo-padang-pupr')).toMatchObject({ code: 'OWN_ACCOUNT' });
    expect(await delegate(rina, 'demo-solok-pupr')).toMatchObject({ code: 'SUBSTITUTE_UNSUITABLE' });
  });

  await test.step('Rina names Dewi for today and tomorrow', async () => {
    await rina.goto('/instansi/akun');
    await rina.getByRole('button', { name: 'Tunjuk pengganti' }).click();
    const dialog = rina.getByRole('dialog', { name: 'Tunjuk pengganti sementara' });
    await dialog.getByRole('button', { name: 'Tunjuk pengganti' }).click();
    await expect(dialog.getByText('Pilih penggantinya.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Pengganti' }).fill('nurhayati');
    await expect(dialog.getByRole('option', { name: /Nurhayati/ })).toHaveCount(0);
    await dialog.getByRole('combobox', { name: 'Pengganti' }).fill('dewi');
    await dialog.getByRole('option', { name: /Dewi Anggraini/ }).click();
    await dialog.getByLabel('Hari terakhir').fill(dayOf(today + DAY));
    await expectAccessibleInBothThemes(rina, 'naming a substitute');
    await dialog.getByRole('button', { name: 'Tunjuk pengganti' }).click();
    await expect(rina.getByText('Pengganti ditunjuk.')).toBeVisible();
    await expect(rina.getByText(/Dewi Anggraini/).first()).toBeVisible();
    await settle();
  });

  await test.step('Dewi reads for whom she stands in, and until when', async () => {
    await dewi.goto('/instansi/akun');
    await expect(dewi.getByText('Anda menggantikan Rina Oktavia')).toBeVisible();
    await expect(dewi.getByText('menggantikan Rina Oktavia', { exact: true })).toBeVisible();
    await expectAccessible(dewi, 'account of a substitute');
  });

  await test.step('what was passed to her she passes on to nobody, nor does she end it', async () => {
    const { viewerOfficer } = await askAs(dewi, ME, {});
    const held = viewerOfficer.posts.find(({ onBehalfOf }: any) => onBehalfOf !== null);
    expect(await delegate(dewi, 'demo-padang-dlh', held.id)).toMatchObject({ __typename: 'NotFound' });
    const { viewerOfficer: absent } = await askAs(rina, ME, {});
    const [{ id: delegationId }] = absent.delegations;
    const { result } = await askAs(dewi, END, { input: { delegationId, requestKey: randomUUID() } });
    expect(result).toMatchObject({ __typename: 'NotFound' });
  });

  await test.step('she answers the report as Rina’s unit, and the history says who it was', async () => {
    await dewi.goto(`/instansi/laporan/${report.number}`);
    await answer(dewi).fill(TEXT);
    await dewi.getByLabel('Kapan dikerjakan?').fill(comingDay());
    await dewi.getByRole('button', { name: /Kirim ke warga/ }).click();
    await letStand(dewi, 'Jawaban terkirim.');
    await settle();
    await rina.goto(`/instansi/laporan/${report.number}`);
    await expect(rina.getByText(TEXT).first()).toBeVisible();
    const entry = rina.getByRole('listitem').filter({ hasText: TEXT });
    await expect(
      entry.getByText('Rencana dari Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang'),
    ).toBeVisible();
    await expect(entry.getByText(/Dewi Anggraini, atas nama Rina Oktavia/)).toBeVisible();
    await expectAccessibleInBothThemes(rina, 'what a substitute did');
  });

  await test.step('a colleague who was not named sees nothing of it', async () => {
    const hendra = await officer(browser, HENDRA);
    await hendra.goto(`/instansi/laporan/${report.number}`);
    await expect(notFound(hendra)).toBeVisible();
    await hendra.context().close();
  });

  await test.step('after the last day it is over by itself', async () => {
    const end = Date.parse(`${dayOf(today + 2 * DAY)}T00:00:30+07:00`);
    await moveClock(new Date(end).toISOString());
    const again = await officer(browser, DEWI);
    await again.goto(`/instansi/laporan/${report.number}`);
    await expect(notFound(again)).toBeVisible();
    await again.goto('/instansi/akun');
    await expect(again.getByRole('heading', { name: 'Saat tidak bertugas' })).toBeVisible();
    await expect(again.getByText('Anda menggantikan Rina Oktavia')).toHaveCount(0);
    const back = await officer(browser, RINA);
    await back.goto(`/instansi/laporan/${report.number}`);
    // What was done stays, with the name of who did it.
    await expect(back.getByRole('listitem').filter({ hasText: TEXT })).toContainText(
      'Dewi Anggraini, atas nama Rina Oktavia',
    );
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { PLATFORM_URL } from '../platform/addresses.ts';

/** What the visits need: a report that everybody may read, and an account. */
export interface World {
  publicReport: { number: string };
  citizen: { email: string; password: string };
}

/** One look at a page. */
export interface Visit {
  name: string;
  open(page: Page, world: World): Promise<void>;
  /** Opening it is one document from the server, so that its questions to the graph can be counted. */
  isLoad: boolean;
  /** More than one question to the graph, and why. */
  questions?: { most: number; why: string };
}

const at = (
  address: string | ((world: World) => string),
  name = String(address),
  questions?: Visit['questions'],
): Visit => ({
  name,
  open: async (page, world) => void (await page.goto(typeof address === 'string' ? address : address(world))),
  isLoad: true,
  ...(questions ? { questions } : {}),
});

/** Goes on from where the visit before has ended. */
const then = (name: string, open: (page: Page) => Promise<void>): Visit => ({ name, open, isLoad: false });

const goOn = async (page: Page) => page.locator('.actions button[type=submit]').click();

const TEXT = 'Lampu jalan di depan puskesmas padam sejak dua minggu lalu dan warga takut lewat malam hari.';

/** What is looked at of each path of the router, in this order: a report is written, sent and opened on the way. */
const VISITS: Readonly<Record<string, readonly Visit[]>> = {
  '/': [at('/')],
  '/lapor/:step?': [
    at('/lapor'),
    then('what happened', async (page) => {
      await page.locator('textarea').first().fill(TEXT);
      await expect(page.locator('input[name=kind]').first()).toBeVisible();
    }),
    then('where and when', goOn),
    then('photos and contact', goOn),
    then('check your answers', goOn),
  ],
  '/terkirim': [
    then('sent', async (page) => {
      await goOn(page);
      await expect(page.locator('.bignum')).toHaveCount(2);
    }),
  ],
  '/laporan/:number': [
    then('own report', async (page) => {
      await page.getByRole('button', { name: /^(Buka laporan saya|Open my report)/ }).click();
      await expect(page).toHaveURL(/\/laporan\/\d{8}$/);
    }),
    at(({ publicReport }) => `/laporan/${publicReport.number}`, 'public report'),
    at('/laporan/10000001', 'no such report'),
  ],
  '/lacak': [at('/lacak')],
  '/laporan': [
    at('/laporan'),
    at('/laporan?tampilan=peta', 'map'),
    at('/laporan?q=naga+terbang+hijau', 'nothing found'),
  ],
  '/kinerja': [at('/kinerja')],
  '/kinerja/:id': [at('/kinerja/pemkot-13-71')],
  '/statistik': [at('/statistik')],
  '/moderasi': [at('/moderasi')],
  '/bantuan': [at('/bantuan')],
  '/privasi': [at('/privasi')],
  '/cara-kerja': [at('/cara-kerja')],
  '/istilah': [at('/istilah')],
  '/aksesibilitas': [at('/aksesibilitas')],
  '/status': [at('/status')],
  '/periksa': [at('/periksa'), at('/periksa#bukan-tanda-terima', 'no receipt')],
  '/masuk': [at('/masuk')],
  '/akun/:section?': [
    {
      name: 'my reports',
      isLoad: true,
      async open(page, { citizen }) {
        const answer = await page.request.post(`${PLATFORM_URL}/auth/sign-in/email`, {
          data: citizen,
          headers: { origin: PLATFORM_URL },
        });
        expect(answer.status()).toBe(200);
        await page.evaluate(() => localStorage.setItem('has-signed-in', '1'));
        await page.goto('/akun');
      },
    },
    at('/akun/profil'),
    at('/akun/keamanan'),
    at('/akun/data'),
    at('/akun/hapus'),
  ],
};

/** Besides those of the router: what no path knows. */
const LOST = at('/tidak-ada', 'no such page');

/** Every visit. Fails when the router and this list differ: whoever adds a page says here how to look at it. */
export async function citizenVisits(): Promise<readonly Visit[]> {
  const source = await readFile(join(import.meta.dirname, '../../web-citizen/src/app/routes.tsx'), 'utf8');
  const paths = [...source.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path]) => path!);
  expect(paths.length, 'every route but the last has a path that is read here').toBe(
    source.match(/<Route\b/g)!.length - 1,
  );
  expect(Object.keys(VISITS).sort(), 'tests/pages/citizen-visits.ts says how each page is looked at').toEqual(
    paths.sort(),
  );
  return [...Object.values(VISITS).flat(), LOST];
}

/** Nothing is being fetched any more, and nothing stands in for it. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}

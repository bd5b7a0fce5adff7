import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { Secret, TOTP, URI } from 'otpauth';
import { Agent, fetch } from 'undici';
import { PLATFORM_URL } from '../../platform/addresses.ts';
import { expectAccessible } from './axe.ts';
import { newestMessage } from './mailbox.ts';

const PASSWORD = 'kata sandi yang cukup panjang';

/** The link that an invited officer finds in the mail. */
async function invitationLink(email: string): Promise<{ page: string; token: string }> {
  const [, page, token] = await newestMessage(email, /(https?:\/\/\S+\/undangan)#(\S+)/);
  return { page: page!, token: token! };
}

const codeOf = (base32: string) =>
  new TOTP({ secret: Secret.fromBase32(base32.replaceAll(/\s/g, '')) }).generate();

/** Follows the link in a browser of their own: password, authenticator app, recovery codes, console. */
export async function acceptInBrowser(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const link = await invitationLink(email);
  await page.goto(`${link.page}#${link.token}`);
  await expect(page.getByRole('heading', { name: /Selamat datang/ })).toBeVisible();
  expect(page.url(), 'the secret has left the address bar').not.toContain(link.token);
  await expectAccessible(page, 'invitation');
  await page.getByLabel('Buat kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Terima undangan' }).click();

  await page.getByText('Aplikasi autentikator', { exact: true }).click();
  await expectAccessible(page, 'choice of the second factor');
  await page.getByRole('button', { name: 'Atur sekarang' }).click();
  const code = page.getByLabel('Kode 6 angka dari aplikasi');
  await code.waitFor();
  await expectAccessible(page, 'authenticator app');
  // The sixth digit sends by itself.
  await code.fill(codeOf(await page.locator('code.secret').innerText()));
  await expect(page.getByRole('heading', { name: 'Kode pemulihan LAPOR!' })).toBeVisible();
  await expectAccessible(page, 'recovery codes');
  await page.getByLabel('Kode pemulihan sudah saya simpan').check();
  await page.getByRole('button', { name: 'Buka konsol' }).click();
  return page;
}

let places = 0;

/** The same without a browser, over the calls that the pages make, each from a network of its own as offices are. */
export async function acceptByCalls(email: string): Promise<void> {
  const { token } = await invitationLink(email);
  const cookies = new Map<string, string>();
  places += 1;
  const place = new Agent({ localAddress: `127.0.1.${places}` });
  const call = async (path: string, body: object): Promise<any> => {
    const answer = await fetch(`${PLATFORM_URL.replace('localhost', '127.0.0.1')}/auth${path}`, {
      method: 'POST',
      dispatcher: place,
      headers: {
        'content-type': 'application/json',
        origin: PLATFORM_URL,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify(body),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const text = await answer.text();
    expect(answer.ok, `${email}, ${path}: ${answer.status} ${text}`).toBe(true);
    return JSON.parse(text);
  };
  await call('/invitations/accept', { token, password: PASSWORD });
  const { totpURI } = (await call('/two-factor/enable', { password: PASSWORD })) as { totpURI: string };
  await call('/two-factor/verify-totp', { code: (URI.parse(totpURI) as TOTP).generate() });
  await place.close();
}

/** Runs a document as the person whose page this is. */
export async function askAs(page: Page, query: string, variables: object): Promise<any> {
  const calls: APIRequestContext = page.request;
  const response = await calls.post(`${PLATFORM_URL}/graphql`, {
    data: { query, variables },
    headers: { 'x-lapor-client': 'web-agency', origin: PLATFORM_URL },
  });
  const { data, errors } = (await response.json()) as { data: any; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

import { expect, type Page } from '@playwright/test';
import { CONTROL_URL } from '../../platform/addresses.ts';

const post = (path: string, body?: unknown) =>
  fetch(CONTROL_URL + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });

/** Lets the services come to rest: events delivered, due work done. */
export const settle = async (): Promise<void> => void (await post('/settle'));

/** Moves the platform's clock and lets happen what falls due. */
export const moveClock = async (instant: string): Promise<void> =>
  void (await post('/clock', { set: instant }));

/** Lets seconds pass on the platform's clock. */
export const letPass = async (seconds: number): Promise<void> => void (await post('/pass', { seconds }));

/** The seconds pass in which an officer can take back what was sent; the page then says what was made. */
export async function letStand(page: Page, said: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Batalkan' }).last()).toBeVisible();
  await letPass(11);
  await expect(page.getByText(said).last()).toBeVisible({ timeout: 30_000 });
}

import { expect, type Page } from '@playwright/test';
import { CONTROL_URL } from '../../platform/addresses.ts';

const post = async (path: string, body?: unknown) => {
  const { ok, status } = await fetch(CONTROL_URL + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  expect(ok, `the platform answers ${status} to ${path}`).toBe(true);
};

/** The platform as it was in its first minute: its clock, its demonstration accounts, no report. */
export const beginAnew = (): Promise<void> => post('/fresh');

/** Lets the services come to rest: events delivered, due work done. */
export const settle = (): Promise<void> => post('/settle');

/** Moves the platform's clock and lets happen what falls due. */
export const moveClock = (instant: string): Promise<void> => post('/clock', { set: instant });

/** Lets seconds pass on the platform's clock. */
export const letPass = (seconds: number): Promise<void> => post('/pass', { seconds });

/** The seconds pass in which an officer can take back what was sent; the page then says what was made. */
export async function letStand(page: Page, said: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Batalkan' }).last()).toBeVisible();
  await letPass(11);
  await expect(page.getByText(said).last()).toBeVisible({ timeout: 30_000 });
}

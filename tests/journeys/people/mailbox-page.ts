import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { PLATFORM_URL } from '../../platform/addresses.ts';

const used = new Set<string>();

/**
 * Looks into the local mailbox, in a window beside the person's own, for the newest six digits sent to an address or a phone
 * number; those it has given before are not given again.
 */
export async function codeFor(person: Page, to: string): Promise<string> {
  const mailbox = await person.context().newPage();
  try {
    await mailbox.goto(`${PLATFORM_URL}/mailbox`);
    await mailbox.getByRole('searchbox').fill(to);
    await mailbox.getByRole('button', { name: 'Cari' }).click();
    let code: string | undefined;
    // It is sent beside the answer: looked for until it is there.
    await expect(async () => {
      await mailbox.reload();
      const messages = await mailbox.getByRole('article').allInnerTexts();
      code = messages.flatMap((text) => text.match(/\b\d{6}\b/g) ?? []).find((digits) => !used.has(digits));
      expect(code, `a code for ${to}`).toBeDefined();
    }).toPass();
    await expectAccessible(mailbox, 'mailbox');
    used.add(code!);
    return code!;
  } finally {
    await mailbox.close();
  }
}

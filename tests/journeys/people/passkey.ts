import type { Page } from '@playwright/test';

/** Gives the person's device a place for passkeys whose owner always shows finger or face. */
export async function holdPasskeys(person: Page): Promise<void> {
  const browser = await person.context().newCDPSession(person);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

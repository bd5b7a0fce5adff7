import { test as base } from '@playwright/test';
import { beginAnew } from './clock.ts';
import { forgetSessions } from './officer.ts';

/** A journey on a platform in its first minute, on which nobody else was; its people leave at its end. */
export const test = base.extend<{ platform: void }>({
  platform: [
    async ({ browser }, use) => {
      forgetSessions();
      await beginAnew();
      await use();
      // An open page would go on asking for what is no longer there.
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

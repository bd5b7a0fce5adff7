import { test as base } from '@playwright/test';

/** A journey whose people leave at its end: an open page would go on saying that somebody works there. */
export const test = base.extend<{ everybodyLeaves: void }>({
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

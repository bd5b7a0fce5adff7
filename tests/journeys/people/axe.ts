import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What breaks WCAG 2.0 to 2.2, A and AA, or axe's best practices on the page as it stands. */
export async function axeFaults(page: Page): Promise<string[]> {
  // What is being fetched has no heading yet; a page that stays without one fails here or below.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // For pages in frames of other origins, of which we have none, it would open a window beside this one each time.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect((await axeFaults(page)).map((fault) => `${what}: ${fault}`)).toEqual([]);
}

/** The same in both themes; the page is light again afterwards. */
export async function expectAccessibleInBothThemes(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${what}, ${colorScheme}`);
  }
}

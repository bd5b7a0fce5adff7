import { expect, type Page } from '@playwright/test';

/** More stops than any page has: whoever tabs on is lost. */
const MOST_STOPS = 80;

interface Focused {
  /** Null: nothing has the focus, and nobody can tell where they are. */
  name: string | null;
  isShown: boolean;
  isCovered: boolean;
}

/** What has the focus, and whether somebody who sees can tell. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return { name: null, isShown: false, isCovered: false };
    const labels = (element as HTMLInputElement).labels;
    const name =
      element.getAttribute('aria-label') ??
      (labels?.length ? [...labels].map(({ innerText }) => innerText).join(' ') : element.innerText);
    // A card shows the focus of the field in it.
    const frames = [element, ...(labels ?? [])];
    const isShown = frames.some((frame) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(frame);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most - 1);
    const hit = document.elementFromPoint(
      clamp((left + right) / 2, innerWidth),
      clamp((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2, innerHeight),
    );
    const isCovered = !frames.some((frame) => hit && (frame.contains(hit) || hit.contains(frame)));
    return { name: name.trim().replaceAll(/\s+/g, ' '), isShown, isCovered };
  });

/** Somebody who has no mouse: every step is a key, and after each one it can be seen where the focus is. */
export function byKeyboard(page: Page) {
  const expectFocus = async (after: string) => {
    await expect
      .poll(async () => (await focused(page)).name, { message: `something has the focus after ${after}` })
      .not.toBeNull();
  };
  const pressed: string[] = [];
  const press = async (key: string) => {
    pressed.push(key);
    await page.keyboard.press(key);
    await expectFocus(key);
  };
  return {
    press,
    /** What was pressed so far, without what was written. */
    pressed: pressed as readonly string[],
    /** Tabs to what is called so, looking at each stop on the way; backwards with `Shift+Tab`. */
    async tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      const passed: string[] = [];
      for (let stops = 0; stops < MOST_STOPS; stops++) {
        pressed.push(key);
        await page.keyboard.press(key);
        const stop = await focused(page);
        // Past the last stop the focus is the browser's own; the next Tab is the page's first again.
        if (stop.name === null) continue;
        expect(stop, `“${stop.name}” shows that it has the focus`).toMatchObject({
          isShown: true,
          isCovered: false,
        });
        if (name.test(stop.name)) return;
        passed.push(stop.name.slice(0, 30));
      }
      expect(passed, `a stop called ${name}`).toEqual([]);
    },
    async type(text: string): Promise<void> {
      await page.keyboard.type(text);
      await expectFocus('typing');
    },
    /** "?" tells what these keys do on this page. */
    async expectTold(keys: readonly string[]): Promise<void> {
      await page.keyboard.press('?');
      const all = page.getByRole('dialog', { name: 'Pintasan papan tik' });
      for (const key of keys)
        await expect(
          all.locator('.kbd').getByText(key, { exact: true }).first(),
          `"?" tells ${key}`,
        ).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(all).toBeHidden();
    },
    /** The focus comes to what is called so by itself. */
    expectAt: (name: RegExp) => expect.poll(async () => (await focused(page)).name ?? '').toMatch(name),
  };
}

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** The list stands still. */
const RESTED_MS = 120;

/**
 * Keeps the line that is read where it is when others come or go above it. Somebody at the beginning of the list stays at the
 * beginning, where the new ones are.
 */
export function useAnchoredList(
  body: RefObject<HTMLElement | null>,
  items: readonly { key: string }[],
  /** Brings a line that is not drawn to the top. */
  bring: (index: number) => void,
): void {
  const shown = useRef(items);
  shown.current = items;
  const anchor = useRef<{ key: string; top: number } | null>(null);
  const brought = useRef(bring);
  brought.current = bring;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      anchor.current = anchorOf(body.current, shown.current);
    };
    // While it moves nothing is kept: to measure lines at every step would make the step late.
    const moved = () => {
      anchor.current = null;
      clearTimeout(timer);
      timer = setTimeout(note, RESTED_MS);
    };
    note();
    window.addEventListener('scroll', moved, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', moved);
    };
  }, [body]);

  const before = useRef(items);
  useLayoutEffect(() => {
    if (before.current === items) return;
    before.current = items;
    const kept = anchor.current;
    if (!kept) return;
    const index = items.findIndex(({ key }) => key === kept.key);
    const line = body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (index < 0) return;
    if (!line) brought.current(index);
    else {
      const moved = line.getBoundingClientRect().top - kept.top;
      if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
    }
  }, [body, items]);
}

/** The first line on the screen; null while the beginning of the list is to be seen. */
function anchorOf(body: HTMLElement | null, items: readonly { key: string }[]) {
  if (!body || body.getBoundingClientRect().top >= 0) return null;
  for (const line of body.querySelectorAll<HTMLElement>('[data-index]')) {
    const { top, bottom } = line.getBoundingClientRect();
    const item = items[Number(line.dataset['index'])];
    if (bottom > 0 && item) return { key: item.key, top };
  }
  return null;
}

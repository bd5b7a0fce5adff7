import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Keeps what stands below a box where it is in the window when the box begins or ceases to say something. */
export function useSteadyBelow(box: RefObject<HTMLElement | null>, isShown: boolean): void {
  const pushed = useRef(0);
  useLayoutEffect(() => {
    const element = box.current;
    const below = element?.nextElementSibling;
    if (!below) return;
    const push = isShown ? heightOver(element, below) : 0;
    // At the top of the page it would push the box itself out of sight.
    if (push !== pushed.current && window.scrollY > 0)
      window.scrollBy({ top: push - pushed.current, behavior: 'instant' });
    pushed.current = push;
  }, [box, isShown]);
}

/** By how much the box pushes what is below it, margins and all. */
function heightOver(box: HTMLElement, below: Element): number {
  const shown = below.getBoundingClientRect().top;
  box.style.display = 'none';
  const without = below.getBoundingClientRect().top;
  box.style.removeProperty('display');
  return shown - without;
}

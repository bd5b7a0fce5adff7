import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether what stands in a box is wider than the box: then a keyboard has to get into it to scroll. */
export function useScrolls<Box extends HTMLElement>(): [RefObject<Box | null>, boolean] {
  const ref = useRef<Box>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setScrolls(box.scrollWidth > box.clientWidth));
    for (const each of [box, ...box.children]) watch.observe(each);
    return () => watch.disconnect();
  }, []);
  return [ref, scrolls];
}

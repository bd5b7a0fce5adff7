import { useEffect, useRef, useState, type RefObject } from 'react';

/** How wide an element stands, in pixels: charts are drawn at their true size, so that their words stay readable on a phone. */
export function useWidth<Kind extends Element>(usual: number): [RefObject<Kind | null>, number] {
  const element = useRef<Kind>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      // What is folded up has no width, and would be drawn anew when it is opened.
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

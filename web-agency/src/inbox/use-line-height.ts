import { useEffect, useState, type RefObject } from 'react';

/** As many lines say how high one usually is. */
const LOOKED_AT = 20;

/**
 * How high a line of this list is, by those that are drawn; null before there are any. A guess that is off by a few pixels lets the list be reckoned
 * again for each line that comes into sight.
 */
export function useLineHeight(
  body: RefObject<HTMLElement | null>,
  density: string,
  hasLines: boolean,
): number | null {
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    if (!hasLines) return;
    const look = () => {
      const lines = [...(body.current?.querySelectorAll<HTMLElement>('tr[data-index]:not(.group)') ?? [])];
      const some = lines.slice(0, LOOKED_AT).map(({ offsetHeight }) => offsetHeight);
      const usual = some.toSorted((one, other) => one - other)[Math.floor(some.length / 2)];
      if (usual) setHeight(usual);
    };
    look();
    // Lines become cards on a narrow window.
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [body, density, hasLines]);
  return height;
}

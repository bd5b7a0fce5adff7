import { useEffect, useRef } from 'react';

/** Where a change takes away what had the focus, the element of this id has it next: a keyboard is never nowhere. */
export function useKeptFocus(id: string, change: unknown): void {
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    if (document.activeElement === document.body) document.getElementById(id)?.focus();
  }, [id, change]);
}

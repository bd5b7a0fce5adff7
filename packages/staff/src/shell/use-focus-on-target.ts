import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Whoever has not got there by then has gone on. */
const PATIENCE_MS = 10_000;

/** Leads to the field that the address names (`/laporan/48213097#jawab`) as soon as the page has drawn it. */
export function useFocusOnTarget(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const id = hash.slice(1);
    if (!id) return;
    const reach = () => {
      const target = document.getElementById(id);
      target?.focus();
      target?.scrollIntoView({ block: 'center' });
      return target !== null;
    };
    if (reach()) return;
    const watch = new MutationObserver(() => {
      if (reach()) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => watch.disconnect(), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [hash, key]);
}

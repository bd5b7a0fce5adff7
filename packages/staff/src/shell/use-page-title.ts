import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Names the tab: "Menunggu kami (41) – Konsol instansi – LAPOR!". */
export function usePageTitle(title: string, consoleLabel: string) {
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} – ${consoleLabel} – LAPOR!`;
  }, [title, consoleLabel, pathname]);
}

import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { tokenOf } from './token.ts';

/**
 * The secret of the link. It leaves the address bar at once, so that no picture of the screen and no copied address
 * passes it on; a reload finds it in this tab, under `kept`.
 */
export function useLink(kept = 'hand-over-link'): string {
  const { hash, pathname } = useLocation();
  const go = useNavigate();
  const [token, setToken] = useState(() => tokenOf(hash) || read(kept));
  useEffect(() => {
    const given = tokenOf(hash);
    if (given === '') return;
    try {
      sessionStorage.setItem(kept, given);
    } catch {
      // Then a reload needs the link again.
    }
    setToken(given);
    void go(pathname, { replace: true });
  }, [hash, pathname, go, kept]);
  return token;
}

function read(kept: string): string {
  try {
    return sessionStorage.getItem(kept) ?? '';
  } catch {
    return '';
  }
}

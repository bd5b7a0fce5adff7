import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { tokenOf } from './token.ts';

const KEY = 'hand-over-link';

/**
 * The secret of the link. It leaves the address bar at once, so that no picture of the screen and no copied address
 * passes it on; a reload finds it in this tab.
 */
export function useLink(): string {
  const { hash, pathname } = useLocation();
  const go = useNavigate();
  const [token, setToken] = useState(() => tokenOf(hash) || read());
  useEffect(() => {
    const given = tokenOf(hash);
    if (given === '') return;
    try {
      sessionStorage.setItem(KEY, given);
    } catch {
      // Then a reload needs the link again.
    }
    setToken(given);
    void go(pathname, { replace: true });
  }, [hash, pathname, go]);
  return token;
}

function read(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

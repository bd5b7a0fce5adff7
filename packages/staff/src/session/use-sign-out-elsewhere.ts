import { useEffect } from 'react';
import { draftPlaces, forgetAsSignedOut, tellsOfSignOut } from '../drafts/others-words.ts';

/** Forgets in this tab what belonged to somebody who signed out in another one, and calls back when that happens now. */
export function useSignOutElsewhere(onSignedOut: () => void) {
  useEffect(() => {
    // A tab that slept, or was brought back with the browser, heard of nothing.
    forgetAsSignedOut(draftPlaces());
    const listen = (event: StorageEvent) => {
      if (!tellsOfSignOut(event)) return;
      forgetAsSignedOut(draftPlaces());
      onSignedOut();
    };
    window.addEventListener('storage', listen);
    return () => window.removeEventListener('storage', listen);
  }, [onSignedOut]);
}

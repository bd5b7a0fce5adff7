import { useEffect, useRef, useSyncExternalStore } from 'react';
import { readChoice, rememberChoice } from '../storage/choices.ts';
import { shortcutOf } from './shortcut.ts';

const CHOICE = 'shortcuts';
const listeners = new Set<() => void>();
const areOn = () => readChoice(CHOICE) !== 'off';

/** Letter shortcuts can be switched off: voice control and a shaky hand press letters unasked (WCAG 2.1.4). */
export function useShortcutChoice(): { on: boolean; toggle: () => void } {
  const on = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areOn);
  const toggle = () => {
    rememberChoice(CHOICE, on ? 'off' : 'on');
    for (const listener of listeners) listener();
  };
  return { on, toggle };
}

/** Single keys that act on the page. A key without an action, or whose action answers `false`, is left to the browser. */
export function useShortcuts(actions: Record<string, (() => unknown) | undefined>) {
  const { on } = useShortcutChoice();
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const key = shortcutOf(event, document.querySelector('dialog[open]') !== null);
      const action = key === null ? undefined : current.current[key];
      if (action && action() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}

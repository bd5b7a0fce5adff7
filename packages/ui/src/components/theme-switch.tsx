import { useState } from 'react';
import { moonIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './button.tsx';

type Theme = 'light' | 'dark';
const key = 'theme';

/** Puts the reader's choice on the root; call it before the first paint. Without a choice the device decides. */
export function applyStoredTheme() {
  const stored = read();
  if (stored) document.documentElement.dataset['theme'] = stored;
}

/** Turns light into dark and back, and remembers it. `shown` gives the words a menu needs. */
export function ThemeSwitch({ label, shown }: { label: string; shown?: boolean }) {
  const [, setTheme] = useState<Theme | null>(null);
  const toggle = () => {
    const next = current() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = next;
    try {
      localStorage.setItem(key, next);
    } catch {
      // Storage may be closed to us; the choice then lasts for this page.
    }
    setTheme(next);
  };
  return shown ? (
    <button type="button" onClick={toggle}>
      <Icon of={moonIcon} />
      {label}
    </button>
  ) : (
    <IconButton icon={moonIcon} label={label} onClick={toggle} />
  );
}

function current(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function read(): Theme | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}

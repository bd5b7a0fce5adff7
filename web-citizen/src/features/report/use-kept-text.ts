import { useState } from 'react';
import { readStored, writeStored } from '../../app/stored.ts';

/** A text that is kept on the device while it is written, and forgotten once it is sent. */
export function useKeptText(
  key: string,
): [text: string, setText: (text: string) => void, forget: () => void] {
  const [text, setText] = useState(() => readStored(key) ?? '');
  return [
    text,
    (next) => {
      writeStored(key, next || null);
      setText(next);
    },
    () => {
      writeStored(key, null);
      setText('');
    },
  ];
}

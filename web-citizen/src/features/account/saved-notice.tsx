import { useEffect, useRef } from 'react';
import { Notice } from '@lapor/ui';

/** Says that something went through, and takes the focus that a form lost when it vanished. */
export function SavedNotice({ children }: { children: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="success" role="status">
        <p>{children}</p>
      </Notice>
    </div>
  );
}

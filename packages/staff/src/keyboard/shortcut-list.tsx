import { Kbd } from '@lapor/ui';
import { Fragment } from 'react';
import { useShortcutChoice } from './use-shortcuts.ts';

/** For the foot of the console: keys and what they do. Nothing while shortcuts are off. */
export function ShortcutList({
  items,
}: {
  items: readonly (readonly [keys: readonly string[], what: string])[];
}) {
  const { on } = useShortcutChoice();
  if (!on) return null;
  return (
    <>
      {items.map(([keys, what]) => (
        <span key={what}>
          {keys.map((key) => (
            <Fragment key={key}>
              <Kbd>{key}</Kbd>{' '}
            </Fragment>
          ))}
          {what}
        </span>
      ))}
    </>
  );
}

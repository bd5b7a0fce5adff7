import { Kbd } from '@lapor/ui';
import { useShortcutChoice } from '../../keyboard/use-shortcuts.ts';

/** The name of a suggestion, with the key that chooses it. */
export function Suggested({ title, shortcut }: { title: string; shortcut: string | undefined }) {
  const { on } = useShortcutChoice();
  return (
    <>
      <b>{title}</b>
      {on && shortcut && (
        <span aria-hidden="true">
          {' '}
          <Kbd>{shortcut.toUpperCase()}</Kbd>
        </span>
      )}
    </>
  );
}

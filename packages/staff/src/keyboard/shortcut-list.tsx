import { Dialog, Kbd } from '@lapor/ui';
import { Fragment, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { useShortcutChoice, useShortcuts } from './use-shortcuts.ts';

export type ShortcutItem = readonly [keys: readonly string[], what: string];

export interface ShortcutGroup {
  title: string;
  items: readonly ShortcutItem[];
}

interface ShortcutListProps {
  /** What the foot has room for. */
  items: readonly ShortcutItem[];
  /** All of them, for the box that "?" opens; without it those of the foot. */
  all?: readonly ShortcutGroup[];
}

/** For the foot of the console: keys and what they do, and "?" for all of them. Nothing while shortcuts are off. */
export function ShortcutList({ items, all }: ShortcutListProps) {
  const t = useText();
  const { on } = useShortcutChoice();
  const [open, setOpen] = useState(false);
  useShortcuts({ '?': () => setOpen(true) });
  if (!on) return null;
  const groups = all ?? [{ title: t('shortcuts.here'), items }];
  return (
    <>
      {items.map(([keys, what]) => (
        <span key={what}>
          <Keys keys={keys} /> {what}
        </span>
      ))}
      <span>
        <Kbd>?</Kbd>{' '}
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t('shortcuts.all')}
        </button>
      </span>
      <Dialog open={open} title={t('shortcuts.title')} onClose={() => setOpen(false)}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="legend">{group.title}</h3>
            <dl className="shortcuts">
              {group.items.map(([keys, what]) => (
                <div key={what}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="caption">{t('shortcuts.off')}</p>
      </Dialog>
    </>
  );
}

const Keys = ({ keys }: { keys: readonly string[] }) =>
  keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && ' '}
      <Kbd>{key}</Kbd>
    </Fragment>
  ));

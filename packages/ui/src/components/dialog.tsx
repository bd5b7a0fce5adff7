import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { closeIcon } from './glyphs.ts';
import { IconButton } from './button.tsx';
import { useUiWords } from './ui-provider.tsx';
import { useModal } from './use-modal.ts';

interface DialogProps {
  open: boolean;
  title: ReactNode;
  size?: 'wide' | 'photo';
  onClose: () => void;
  /** Buttons; the one that does it first, then the way out. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One decision, in the native dialog element. Its content exists only while it is open. */
export function Dialog({ open, title, size, onClose, actions, children }: DialogProps) {
  const titleId = useId();
  const modal = useModal(open, onClose);
  const { close } = useUiWords();
  return (
    <dialog className={classNames('dialog', size && `dialog--${size}`)} aria-labelledby={titleId} {...modal}>
      {open && (
        <div className="stack stack-3">
          <div className="row row--between row--nowrap row--top">
            <h2 className="h3" id={titleId}>
              {title}
            </h2>
            <IconButton icon={closeIcon} label={close} onClick={onClose} />
          </div>
          {children}
          {actions != null && <div className="dialog__actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

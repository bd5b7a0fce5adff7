import { useId, type ReactNode } from 'react';
import { closeIcon } from './glyphs.ts';
import { IconButton } from './button.tsx';
import { useUiWords } from './ui-provider.tsx';
import { useModal } from './use-modal.ts';

/** For looking without going: a preview at the side of the window. */
export function SidePanel({
  open,
  title,
  onClose,
  children,
}: {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const titleId = useId();
  const modal = useModal(open, onClose);
  const { close } = useUiWords();
  return (
    <dialog className="sidepanel" aria-labelledby={titleId} {...modal}>
      {open && (
        <div className="stack stack-3">
          <div className="row row--between row--nowrap">
            <h2 className="h3" id={titleId}>
              {title}
            </h2>
            <IconButton icon={closeIcon} label={close} onClick={onClose} />
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}

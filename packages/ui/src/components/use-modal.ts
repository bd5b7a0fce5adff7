import { useEffect, useLayoutEffect, useRef } from 'react';

/** Keeps a native dialog in step with `open`: top layer, focus kept inside, Escape and focus return by the browser. */
export function useModal(open: boolean, onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  // One that is taken away while it is open is closed first: only then does the focus return to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => {
      if (dialog?.open) dialog.close();
    };
  }, []);
  return {
    ref,
    onCancel: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      onClose();
    },
    // A click beside the content hits the dialog element itself.
    onClick: (event: { target: unknown }) => {
      if (event.target === ref.current) onClose();
    },
  };
}

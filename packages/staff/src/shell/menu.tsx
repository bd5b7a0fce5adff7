import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface MenuProps {
  /** Name of the button. */
  label: string;
  button: ReactNode;
  buttonClass?: string;
  /** What stands in the box. */
  children: ReactNode;
}

/** A button that shows a box of links and buttons below it. Escape, a press outside, leaving it with Tab or following a link closes it. */
export function Menu({ label, button, buttonClass = 'icon-btn', children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent | FocusEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      trigger.current?.focus();
    };
    const followed = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      if (link && root.current?.contains(link)) setOpen(false);
    };
    document.addEventListener('click', followed);
    document.addEventListener('keydown', escape);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('click', followed);
      document.removeEventListener('keydown', escape);
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  return (
    <div className="menu" ref={root}>
      <button
        ref={trigger}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div className="menu__box" id={id} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}

import { closeIcon, FieldError, IconButton, Tag, type Glyph } from '@lapor/ui';
import { useId, type ReactNode } from 'react';

interface PickedFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Words of what was picked. */
  picked: string | null;
  icon?: Glyph;
  /** Takes the choice back; absent: it can only be changed. */
  clear?: { label: string; onClear: () => void };
  /** The search box. */
  children: ReactNode;
}

/** Label, what was picked, and the search below it. */
export function PickedField({ label, hint, error, picked, icon, clear, children }: PickedFieldProps) {
  const id = useId();
  return (
    <div className={error ? 'field field--error' : 'field'} role="group" aria-labelledby={id}>
      <span className="legend" id={id}>
        {label}
      </span>
      {hint != null && <p className="hint">{hint}</p>}
      {error && <FieldError>{error}</FieldError>}
      {picked !== null && (
        <p className="picked row row--tight">
          <Tag icon={icon}>{picked}</Tag>
          {clear && <IconButton icon={closeIcon} label={clear.label} onClick={clear.onClear} />}
        </p>
      )}
      {children}
    </div>
  );
}

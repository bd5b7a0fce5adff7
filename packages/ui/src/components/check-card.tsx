import type { ReactNode } from 'react';

interface CheckCardProps {
  title: ReactNode;
  text?: ReactNode;
  name?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A switch big enough to be explained: a checkbox as a card. */
export function CheckCard({ title, text, name, checked, disabled, onChange }: CheckCardProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span className="choice__title">{title}</span>
        {text != null && <span className="choice__text">{text}</span>}
      </span>
    </label>
  );
}

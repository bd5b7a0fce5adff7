import type { ReactNode } from 'react';

export interface ChipChoiceProps<Value extends string> {
  /** Name of the group. */
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
  /** Further chips, e.g. "Lainnya …" that opens something. */
  children?: ReactNode;
}

/** Suggestions to pick one of, as chips. */
export function ChipChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
  children,
}: ChipChoiceProps<Value>) {
  return (
    <div className="row row--tight" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          className="chip-choice"
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
      {children}
    </div>
  );
}

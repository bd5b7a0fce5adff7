import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  /** Visible words; a checkbox in a table row gives `aria-label` instead. */
  label?: ReactNode;
};

export function Checkbox({ label, className, ...rest }: CheckboxProps) {
  const input = <input {...rest} type="checkbox" />;
  if (label == null) return <span className={classNames('check', className)}>{input}</span>;
  return (
    <label className={classNames('check', className)}>
      {input}
      <span>{label}</span>
    </label>
  );
}

import type { SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { useFieldLinks } from './field.tsx';

export type SelectProps = SelectHTMLAttributes<HTMLSelectElement>;

/** The native select, with `<option>` children. */
export function Select({ className, ...rest }: SelectProps) {
  return <select {...useFieldLinks()} {...rest} className={classNames('select', className)} />;
}

import type { InputHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useFieldLinks } from './field.tsx';
import { Icon, type Glyph } from './icon.tsx';

export type TextInputProps = InputHTMLAttributes<HTMLInputElement> & {
  /** Spaced digits: report numbers and access codes. */
  code?: boolean;
  icon?: Glyph;
  ref?: Ref<HTMLInputElement>;
};

export function TextInput({ code, icon, className, ...rest }: TextInputProps) {
  const links = useFieldLinks();
  const input = (
    <input
      type="text"
      {...links}
      {...rest}
      className={classNames('input', code && 'input--code', className)}
    />
  );
  if (!icon) return input;
  return (
    <div className="input-group">
      <Icon of={icon} />
      {input}
    </div>
  );
}

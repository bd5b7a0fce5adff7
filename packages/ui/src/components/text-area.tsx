import type { Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { useFieldLinks } from './field.tsx';

export type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  short?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
};

export function TextArea({ short, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...useFieldLinks()}
      {...rest}
      className={classNames('textarea', short && 'short', className)}
    />
  );
}

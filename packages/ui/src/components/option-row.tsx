import type { InputHTMLAttributes, ReactNode } from 'react';

/** A radio (or checkbox) with the reason why it is offered, for the verification desk. */
export function OptionRow({
  title,
  why,
  type = 'radio',
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'title'> & {
  title: ReactNode;
  why?: ReactNode;
  type?: 'radio' | 'checkbox';
}) {
  return (
    <label className="option">
      <input {...rest} type={type} />
      <span>
        {title}
        {why != null && <span className="option__why">{why}</span>}
      </span>
    </label>
  );
}

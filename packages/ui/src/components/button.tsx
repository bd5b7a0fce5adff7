import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type Glyph } from './icon.tsx';
import { Anchor, type AnchorProps } from './ui-provider.tsx';

interface Look {
  /** `primary` is red: one on a screen. `danger` is an outline, never a filled red. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'large';
  block?: boolean;
  icon?: Glyph;
  iconEnd?: Glyph;
  children: ReactNode;
}

const classOf = ({ variant = 'secondary', size, block }: Look, className?: string) =>
  classNames(
    'btn',
    `btn--${variant}`,
    size === 'small' && 'btn--small',
    size === 'large' && 'btn--lg',
    block && 'btn--block',
    className,
  );

const content = ({ icon, iconEnd, children }: Look) => (
  <>
    {icon && <Icon of={icon} />}
    {children}
    {iconEnd && <Icon of={iconEnd} />}
  </>
);

export type ButtonProps = Look & {
  /** Shows a spinner and swallows further clicks; the button keeps the focus. */
  busy?: boolean;
} & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({
  variant,
  size,
  block,
  icon,
  iconEnd,
  busy,
  className,
  children,
  ...rest
}: ButtonProps) {
  const look = { variant, size, block, icon, iconEnd, children };
  return (
    <button
      type="button"
      {...rest}
      className={classOf(look, className)}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {busy && <span className="spin" aria-hidden="true" />}
      {content(busy ? { ...look, icon: undefined } : look)}
    </button>
  );
}

export type LinkButtonProps = Look & AnchorProps;

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function LinkButton({
  variant,
  size,
  block,
  icon,
  iconEnd,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  const look = { variant, size, block, icon, iconEnd, children };
  return (
    <Anchor {...rest} className={classOf(look, className)}>
      {content(look)}
    </Anchor>
  );
}

/** A button that is only an icon; its name is `label`. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: { icon: Glyph; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className={classNames('icon-btn', className)} aria-label={label}>
      <Icon of={icon} />
    </button>
  );
}

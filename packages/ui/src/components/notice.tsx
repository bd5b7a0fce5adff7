import type { ReactNode } from 'react';
import { doneIcon, infoIcon, stopIcon, warningIcon } from './glyphs.ts';
import { Icon, type Glyph } from './icon.tsx';
import { classNames } from './class-names.ts';

export interface NoticeProps {
  tone?: 'info' | 'success' | 'warning' | 'danger' | 'plain';
  icon?: Glyph;
  title?: ReactNode;
  /** `status` and `alert` are read out when they appear. */
  role?: 'status' | 'alert';
  children?: ReactNode;
}

const glyphs = { info: infoIcon, success: doneIcon, warning: warningIcon, danger: stopIcon, plain: infoIcon };

export function Notice({ tone = 'info', icon, title, role, children }: NoticeProps) {
  return (
    <div className={classNames('notice', tone !== 'plain' && `notice--${tone}`)} role={role}>
      <Icon of={icon ?? glyphs[tone]} />
      <div>
        {title != null && (
          <p>
            <strong>{title}</strong>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

import { Icon, type Glyph } from '@lapor/ui';
import type { ReactNode } from 'react';

interface WayProps {
  icon: Glyph;
  title: string;
  state: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** One way to sign in: what it is, how it stands, what can be done. */
export const Way = ({ icon, title, state, actions, children }: WayProps) => (
  <li className="way">
    <Icon of={icon} />
    <div className="stack stack-2">
      <div>
        <h3 className="h4">{title}</h3>
        <p className="caption">{state}</p>
      </div>
      {children}
      {actions && <div className="row row--tight">{actions}</div>}
    </div>
  </li>
);

import type { ReactNode } from 'react';
import { Icon, type Glyph } from './icon.tsx';

export const Tag = ({ icon, children }: { icon?: Glyph; children: ReactNode }) => (
  <span className="tag">
    {icon && <Icon of={icon} />}
    {children}
  </span>
);

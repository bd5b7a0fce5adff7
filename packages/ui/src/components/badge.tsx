import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export const Badge = ({ tone, children }: { tone?: 'due' | 'ombudsman'; children: ReactNode }) => (
  <span className={classNames('badge', tone === 'due' && 'badge--due', tone === 'ombudsman' && 'badge--omb')}>
    {children}
  </span>
);

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** Talk; `mine` when the reader wrote it. */
export const Bubble = ({ mine, children }: { mine?: boolean; children: ReactNode }) => (
  <div className={classNames('bubble', mine && 'bubble--you')}>{children}</div>
);

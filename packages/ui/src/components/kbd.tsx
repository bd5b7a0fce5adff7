import type { ReactNode } from 'react';

export const Kbd = ({ children }: { children: ReactNode }) => <span className="kbd">{children}</span>;

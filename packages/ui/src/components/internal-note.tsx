import type { ReactNode } from 'react';

/** Dashed: only officers see it. */
export const InternalNote = ({ children }: { children: ReactNode }) => <div className="note">{children}</div>;

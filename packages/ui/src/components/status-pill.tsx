import type { ReactNode } from 'react';
import {
  archivedIcon,
  completedIcon,
  disposedIcon,
  inProgressIcon,
  postponedIcon,
  submittedIcon,
} from './glyphs.ts';
import { Icon, type Glyph } from './icon.tsx';

export type PillState = 'SUBMITTED' | 'POSTPONED' | 'DISPOSED' | 'IN_PROGRESS' | 'COMPLETED' | 'ARCHIVED';

const looks: Record<PillState, { className: string; icon: Glyph }> = {
  SUBMITTED: { className: 'submitted', icon: submittedIcon },
  POSTPONED: { className: 'postponed', icon: postponedIcon },
  DISPOSED: { className: 'disposed', icon: disposedIcon },
  IN_PROGRESS: { className: 'progress', icon: inProgressIcon },
  COMPLETED: { className: 'completed', icon: completedIcon },
  ARCHIVED: { className: 'archived', icon: archivedIcon },
};

/** What has happened: colour, icon shape and word together. */
export const StatusPill = ({ state, children }: { state: PillState; children: ReactNode }) => (
  <span className={`status status--${looks[state].className}`}>
    <Icon of={looks[state].icon} />
    {children}
  </span>
);

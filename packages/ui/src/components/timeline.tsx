import type { ReactNode } from 'react';
import { Icon, type Glyph } from './icon.tsx';

export type EntryTone = 'you' | 'official' | 'late' | 'ombudsman' | 'done' | 'next';

const classes = {
  you: 'is-you',
  official: 'is-official',
  late: 'is-late',
  ombudsman: 'is-omb',
  done: 'is-done',
  next: 'is-next',
};

/** Newest first. */
export const Timeline = ({ label, children }: { label?: string; children: ReactNode }) => (
  <ol className="timeline" aria-label={label}>
    {children}
  </ol>
);

interface TimelineEntryProps {
  icon: Glyph;
  tone?: EntryTone;
  /** What happened, in words. */
  what: ReactNode;
  when?: ReactNode;
  children?: ReactNode;
}

export const TimelineEntry = ({ icon, tone, what, when, children }: TimelineEntryProps) => (
  <li className={tone && classes[tone]}>
    <span className="timeline__dot">
      <Icon of={icon} />
    </span>
    <p className="timeline__what">{what}</p>
    {when != null && <p className="timeline__when">{when}</p>}
    {children}
  </li>
);

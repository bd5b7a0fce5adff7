import type { ReactNode } from 'react';
import { lastDayIcon, ombudsmanIcon, onTimeIcon, overdueIcon, soonIcon } from './glyphs.ts';
import { Icon, type Glyph } from './icon.tsx';

export type DueUrgency = 'ON_TIME' | 'SOON' | 'LAST_DAY' | 'OVERDUE' | 'OMBUDSMAN';

const looks: Record<DueUrgency, { className: string; icon: Glyph }> = {
  ON_TIME: { className: 'ok', icon: onTimeIcon },
  SOON: { className: 'soon', icon: soonIcon },
  LAST_DAY: { className: 'lastday', icon: lastDayIcon },
  OVERDUE: { className: 'overdue', icon: overdueIcon },
  OMBUDSMAN: { className: 'ombudsman', icon: ombudsmanIcon },
};

/** What is due: square, its clock face fuller and its fill heavier as time runs out. */
export const DueChip = ({ urgency, children }: { urgency: DueUrgency; children: ReactNode }) => (
  <span className={`due due--${looks[urgency].className}`}>
    <Icon of={looks[urgency].icon} />
    {children}
  </span>
);

import type { ReactNode } from 'react';
import { organisationIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';

/** An agency's answer: a framed document, so that it is never taken for talk. */
export const OfficialAnswer = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <div className="official">
    <p className="official__head">
      <Icon of={organisationIcon} size="small" />
      {head}
    </p>
    <div className="official__body">{children}</div>
  </div>
);

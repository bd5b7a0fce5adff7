import type { ReactNode } from 'react';

export const ClockList = ({ children }: { children: ReactNode }) => <div className="clocks">{children}</div>;

/** One clock: its name, a chip or pill, the date in words. */
export const ClockRow = ({
  name,
  mark,
  children,
}: {
  name: ReactNode;
  mark: ReactNode;
  children: ReactNode;
}) => (
  <div className="clock">
    <span className="clock__name">{name}</span>
    {mark}
    <span className="clock__date">{children}</span>
  </div>
);

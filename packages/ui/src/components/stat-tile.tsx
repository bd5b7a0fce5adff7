import type { ReactNode } from 'react';
import { Anchor } from './ui-provider.tsx';

interface StatTileProps {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  note?: ReactNode;
  /** The reports behind the figure. */
  href?: string;
}

export function StatTile({ label, value, unit, note, href }: StatTileProps) {
  const content = (
    <>
      <span className="tile__label">{label}</span>
      <span className="tile__value">
        {value}
        {unit != null && <small> {unit}</small>}
      </span>
      {note != null && <span className="tile__note">{note}</span>}
    </>
  );
  return href ? (
    <Anchor className="tile" href={href}>
      {content}
    </Anchor>
  ) : (
    <div className="tile">{content}</div>
  );
}

/** What stands below a figure, a line each: two numbers side by side would read as one. */
export const TileNotes = ({ of }: { of: readonly ReactNode[] }) => (
  <>
    {of
      .filter((note) => note != null && note !== false)
      .map((note, place) => (
        // eslint-disable-next-line react/no-array-index-key -- their order is all that tells them apart
        <span key={place} className="block">
          {note}
        </span>
      ))}
  </>
);

export const Tiles = ({ children }: { children: ReactNode }) => <div className="tiles">{children}</div>;

import type { ReactNode } from 'react';
import { eyeIcon, lockIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';

interface SeenMatrixProps {
  caption: string;
  /** Heading of the first column and of the things that are seen. */
  head: readonly string[];
  rows: readonly { who: ReactNode; cells: readonly { seen: boolean; text: ReactNode }[] }[];
}

/** Who sees what: an eye or a lock, and a word. */
export function SeenMatrix({ caption, head, rows }: SeenMatrixProps) {
  return (
    <div className="table-wrap">
      <table className="matrix">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{row.who}</th>
              {row.cells.map((cell, column) => (
                <td key={column}>
                  <span className={cell.seen ? 'yes' : 'no'}>
                    <Icon of={cell.seen ? eyeIcon : lockIcon} />
                    {cell.text}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

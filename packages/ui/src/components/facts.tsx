import { Fragment, type ReactNode } from 'react';

/** Names and values in two columns. */
export const Facts = ({ rows }: { rows: readonly (readonly [ReactNode, ReactNode])[] }) => (
  <dl className="facts">
    {rows.map(([term, value], index) => (
      <Fragment key={index}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
);

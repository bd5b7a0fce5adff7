import { Fragment, type ReactNode } from 'react';

interface RichTextProps {
  /** A message with tags, e.g. "By <b>{day}</b>", its values already filled in. */
  text: string;
  tags: Record<string, (inner: string) => ReactNode>;
}

/** A message in which some words are bold or a link. Tags do not nest; anything else in it stays text. */
export function RichText({ text, tags }: RichTextProps) {
  // Splitting by two groups yields: plain, tag, inner, plain, tag, inner, …
  const parts = text.split(/<(\w+)>(.*?)<\/\1>/);
  return (
    <>
      {parts.map((part, index) => {
        if (index % 3 === 0) return part;
        if (index % 3 === 1) return null;
        return (
          <Fragment key={index}>
            {(tags[parts[index - 1] ?? ''] ?? ((inner: string) => inner))(part)}
          </Fragment>
        );
      })}
    </>
  );
}

import type { ReactNode } from 'react';
import { Page } from '../app/page.tsx';
import { useT, type MessageId } from '../app/language-provider.tsx';

export interface TextPageProps {
  title: MessageId;
  lead: MessageId;
  /** Heading and paragraphs of each section. */
  sections: readonly { heading: MessageId; paragraphs: readonly MessageId[] }[];
  /** Stands above the sections. */
  tools?: ReactNode;
  children?: ReactNode;
}

/** A page to read. */
export function TextPage({ title, lead, sections, tools, children }: TextPageProps) {
  const t = useT();
  return (
    <Page title={t(title)} narrow className="stack stack-6 top-gap prose">
      <div>
        <h1>{t(title)}</h1>
        <p className="lead top-gap-2">{t(lead)}</p>
      </div>
      {tools}
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading} className="stack stack-2" aria-labelledby={heading}>
          <h2 id={heading} className="h3">
            {t(heading)}
          </h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{t(paragraph)}</p>
          ))}
        </section>
      ))}
      {children}
    </Page>
  );
}

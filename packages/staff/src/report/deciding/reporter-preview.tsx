import { useId, type ReactNode } from 'react';
import { useText } from '../../language/use-text.ts';

/** What the reporter will read, as it will be sent. */
export function ReporterPreview({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  const t = useText();
  const id = useId();
  return (
    <section className="textbox stack stack-2" aria-labelledby={id}>
      <p className="caption" id={id}>
        {t('deciding.reporterReads')}
      </p>
      <p>
        <strong>{title}</strong>
      </p>
      {text.trim() !== '' && <p className="narrative">{text.trim()}</p>}
      {children}
    </section>
  );
}

import { useId, type ReactNode } from 'react';
import { Icon, downloadIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';

interface FindingSectionProps {
  /** What the figures say, in a sentence. */
  finding: string;
  /** What they are, in a few words. */
  about: string;
  /** Address of the whole table as CSV. */
  csv?: string;
  children: ReactNode;
}

/** A finding as the title, then its chart and its table. */
export function FindingSection({ finding, about, csv, children }: FindingSectionProps) {
  const t = useT();
  const id = useId();
  return (
    <section className="card finding" aria-labelledby={id}>
      <div>
        <p className="caption">{about}</p>
        <h2 id={id} className="h3">
          {finding}
        </h2>
      </div>
      {children}
      {csv && (
        <p className="finding__foot caption">
          {/* A file, not a page: the router must not take it. */}
          <a href={csv} download>
            <Icon of={downloadIcon} size="small" />
            {t('stats.csv')}
          </a>
          <a href="#definisi">{t('stats.definitions')}</a>
        </p>
      )}
    </section>
  );
}

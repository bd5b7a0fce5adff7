import { TableButton } from '@lapor/staff';
import { Button, LinkButton, plusIcon } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import type { Bucket } from './buckets.ts';
import type { Density } from './inbox-table.tsx';

interface InboxHeadProps {
  bucket: Bucket;
  /** The list as it is narrowed, for the export. */
  table: Readonly<Record<string, unknown>>;
  density: Density;
  onDensity: (density: Density) => void;
  /** May enter a report for somebody else. */
  mayRecord: boolean;
  /** On a phone; otherwise the export is not offered there. */
  unfolded: boolean;
}

/** Which box this is, and what can be done with it as a whole. */
export function InboxHead({ bucket, table, density, onDensity, mayRecord, unfolded }: InboxHeadProps) {
  const t = useText();
  const isRoomy = density === 'lega';
  return (
    <div className={unfolded ? 'row row--between inbox-head is-open' : 'row row--between inbox-head'}>
      <div>
        <h1>{t(`bucket.${bucket}`)}</h1>
        <p className="caption">{t(`bucket.${bucket}.about`)}</p>
      </div>
      <div className="row row--tight">
        <Button
          variant="quiet"
          size="small"
          className="only-desk"
          aria-pressed={isRoomy}
          onClick={() => onDensity(isRoomy ? 'rapat' : 'lega')}
        >
          {t('inbox.roomy')}
        </Button>
        <span className="inbox-head__table">
          <TableButton name={t('inbox.tableName')} list={table} />
        </span>
        {mayRecord && (
          <LinkButton variant="primary" size="small" icon={plusIcon} href="/catat">
            {t('counter.title')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

import { Anchor } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import type { Bucket } from './buckets.ts';
import { hrefOfFilter, type InboxFilter } from './inbox-filter.ts';

const BOXES: readonly Bucket[] = [
  'OPEN',
  'NEW',
  'WAITING_FOR_US',
  'WAITING_FOR_CITIZEN',
  'OVERDUE',
  'DONE',
  'ALL',
];

/** The boxes of one unit, beside the one that is shown, and the way back to its figures: they lead to all its reports. */
export function UnitBoxes({ bucket, filter }: { bucket: Bucket; filter: InboxFilter }) {
  const t = useText();
  return (
    <nav className="row row--tight unit-boxes" aria-label={t('inbox.unitBoxes')}>
      {BOXES.map((box) => (
        <Anchor key={box} href={hrefOfFilter(box, filter)} aria-current={box === bucket ? 'page' : undefined}>
          {t(`bucket.${box}`)}
        </Anchor>
      ))}
      <Anchor href={`/kinerja/${encodeURIComponent(filter.unit)}`}>{t('unitView.title')}</Anchor>
    </nav>
  );
}

import { Icon, Notice, hiddenIcon } from '@lapor/ui';
import { formatDayOf } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { ErasureWishFragment } from './erasure-wish.graphql.ts';

type Masked = FragmentOf<typeof ErasureWishFragment>;

/** Since when the wish waits, and what happens when; `null` without one. */
function useWish(masked: Masked) {
  const t = useT();
  const words = useWords();
  const { erasureRequest, region } = readFragment(ErasureWishFragment, masked);
  if (!erasureRequest) return null;
  const day = (at: string) => formatDayOf(words, at, region?.timeZone ?? 'Asia/Jakarta');
  const { requestedAt, erasesAfter } = erasureRequest;
  return {
    since: t('report.wishSince', { day: day(requestedAt) }),
    next: erasesAfter ? t('report.wishEnds', { day: day(erasesAfter) }) : t('report.wishRuns'),
  };
}

/** On the page of a report: its reporter asked to be erased, and is told that this is not forgotten. */
export function ErasureWish({ report }: { report: Masked }) {
  const t = useT();
  const wish = useWish(report);
  return (
    wish && (
      <Notice tone="plain" icon={hiddenIcon} title={t('report.wishWaits')}>
        <p>
          {wish.since} {wish.next}
        </p>
      </Notice>
    )
  );
}

/** The same in a list of reports, as a line. */
export function ErasureWishLine({ report }: { report: Masked }) {
  const t = useT();
  const wish = useWish(report);
  return (
    wish && (
      <p className="caption row row--tight row--nowrap row--top">
        <Icon of={hiddenIcon} size="small" />
        <span>
          {t('report.wishWaits')}. {wish.next}
        </span>
      </p>
    )
  );
}

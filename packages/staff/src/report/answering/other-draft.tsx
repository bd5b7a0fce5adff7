import { Button, Notice } from '@lapor/ui';
import { useDates } from '../../dates/use-dates.ts';
import { useText } from '../../language/use-text.ts';
import type { Kept } from './use-kept-draft.ts';

/** A newer draft of the same officer from another device: which of the two goes on. */
export function OtherDraft({ other, onSettle }: { other: Kept; onSettle: (take: boolean) => void }) {
  const t = useText();
  const dates = useDates();
  return (
    <Notice tone="info" title={t('writing.otherDraft', { moment: dates.moment(other.savedAt, 'short') })}>
      <p className="textbox narrative top-gap-2" lang="id">
        {other.text}
      </p>
      <p className="row row--tight top-gap-2">
        <Button size="small" onClick={() => onSettle(true)}>
          {t('writing.takeOther')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onSettle(false)}>
          {t('writing.keepOwn')}
        </Button>
      </p>
    </Notice>
  );
}

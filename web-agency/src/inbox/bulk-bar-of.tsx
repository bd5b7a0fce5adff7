import { BulkBar } from '@lapor/ui';
import { useText } from '../app/use-text.ts';
import type { BulkKind } from '../bulk/bulk-input.ts';
import { MOST_SELECTED } from './use-selection.ts';

const KINDS: readonly BulkKind[] = ['ACKNOWLEDGE', 'ANSWER_FROM_TEMPLATE', 'DISPOSE'];

interface BulkBarOfProps {
  count: number;
  onAct: (kind: BulkKind) => void;
  /** Chooses all that are loaded. */
  onAll: () => void;
  onClear: () => void;
}

/** What can be done with the chosen reports; each leads to a preview. */
export function BulkBarOf({ count, onAct, onAll, onClear }: BulkBarOfProps) {
  const t = useText();
  return (
    <div className="bulk-place">
      <BulkBar
        label={t('bulk.label')}
        count={
          <span role="status">
            {t(count >= MOST_SELECTED ? 'bulk.chosenMost' : 'bulk.chosen', { count })}
          </span>
        }
        clear={{ label: t('bulk.clear'), onClear }}
      >
        {KINDS.map((kind) => (
          <button key={kind} type="button" onClick={() => onAct(kind)}>
            {t(`bulk.${kind}`)}
          </button>
        ))}
        <button type="button" className="plain" onClick={onAll}>
          {t('bulk.selectAll')}
        </button>
      </BulkBar>
    </div>
  );
}

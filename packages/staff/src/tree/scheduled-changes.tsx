import { Button, Notice } from '@lapor/ui';
import { useState } from 'react';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import type { ResultOf } from '../graphql.ts';
import { useDates } from '../dates/use-dates.ts';
import { useText } from '../language/use-text.ts';
import type { Organisation } from './organisation-details.tsx';
import { FactList } from './fact-list.tsx';
import { CancelScheduledChangeDocument, type ChangeFields } from './tree.graphql.ts';

type Change = ResultOf<typeof ChangeFields>;

/** What waits for its day, with the way to call it off. Nothing when nothing waits, or for those who may not know. */
export function ScheduledChanges({
  organisation,
  onChanged,
}: {
  organisation: Organisation;
  onChanged: () => void;
}) {
  const t = useText();
  const dates = useDates();
  const [cancelling, setCancelling] = useState<Change | null>(null);
  const waiting = organisation.scheduledChanges ?? [];
  if (waiting.length === 0) return null;
  return (
    <>
      {waiting.map((change) => (
        <Notice
          key={change.id}
          tone="info"
          title={t('tree.waits', {
            what: t(`tree.changed.${change.kind}`),
            day: dates.day(change.effectiveOn, 'date'),
          })}
        >
          <FactList facts={change.facts} />
          {change.reason && <p className="caption">{change.reason}</p>}
          {(organisation.viewerCanRestructure || organisation.viewerCanAddUnits) && (
            <p className="top-gap-2">
              <Button size="small" onClick={() => setCancelling(change)}>
                {t('tree.cancelChange')}
              </Button>
            </p>
          )}
        </Notice>
      ))}
      {cancelling && (
        <ChangeDialog
          document={CancelScheduledChangeDocument}
          draft={`cancel-change:${cancelling.id}`}
          empty={{}}
          title={t('tree.cancelTitle')}
          lead={
            <p>
              {t('tree.waits', {
                what: t(`tree.changed.${cancelling.kind}`),
                day: dates.day(cancelling.effectiveOn, 'date'),
              })}
            </p>
          }
          submitLabel={t('tree.cancelChange')}
          doneText={t('tree.cancelled')}
          inputOf={() => ({ changeId: cancelling.id })}
          onClose={() => setCancelling(null)}
          onDone={onChanged}
        />
      )}
    </>
  );
}

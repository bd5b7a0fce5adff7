import { Button, Panel } from '@lapor/ui';
import { useState } from 'react';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { WordsField } from '../changing/form-fields.tsx';
import { useText } from '../language/use-text.ts';
import type { ReadinessOf } from './readiness.graphql.ts';
import { NoteObstacleDocument } from './readiness.graphql.ts';

/** What stands in the way, in the agency's own words: supervisors read it beside the checklist. */
export function ObstaclePanel({
  organisation,
  obstacle,
}: {
  organisation: ReadinessOf;
  obstacle: string | null;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t('readiness.obstacle')}
      tools={
        organisation.viewerCanDeclareReadiness && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t(obstacle ? 'readiness.changeObstacle' : 'readiness.writeObstacle')}
          </Button>
        )
      }
    >
      <p className={obstacle ? 'narrative' : 'muted'}>{obstacle ?? t('readiness.noObstacle')}</p>
      {open && (
        <ChangeDialog
          document={NoteObstacleDocument}
          draft={`obstacle:${organisation.id}`}
          empty={{ obstacle: obstacle ?? '' }}
          title={t('readiness.obstacle')}
          submitLabel={t('save')}
          doneText={t('readiness.obstacleSaved')}
          inputOf={(value) => ({ organisationId: organisation.id, obstacle: value.obstacle.trim() || null })}
          onClose={() => setOpen(false)}
        >
          {(form) => (
            <WordsField
              form={form}
              name="obstacle"
              label={t('readiness.obstacleText')}
              hint={t('readiness.obstacleHint')}
            />
          )}
        </ChangeDialog>
      )}
    </Panel>
  );
}

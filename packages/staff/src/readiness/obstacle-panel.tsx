import { Button, Field, Panel, TextArea } from '@lapor/ui';
import { useState } from 'react';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { useText } from '../language/use-text.ts';
import type { ReadinessOf } from './readiness-page.tsx';
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
          {({ value, change, faultAt }) => (
            <Field
              label={t('readiness.obstacleText')}
              hint={t('readiness.obstacleHint')}
              error={faultAt('obstacle')}
            >
              <TextArea
                value={value.obstacle}
                onChange={(event) => change({ obstacle: event.currentTarget.value })}
              />
            </Field>
          )}
        </ChangeDialog>
      )}
    </Panel>
  );
}

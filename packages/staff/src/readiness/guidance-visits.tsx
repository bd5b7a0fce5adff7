import { Button, Panel, plusIcon } from '@lapor/ui';
import { useState } from 'react';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { LineField, WordsField } from '../changing/form-fields.tsx';
import type { ResultOf } from '../graphql.ts';
import { useDates } from '../dates/use-dates.ts';
import { useToday } from '../dates/use-today.ts';
import { useText } from '../language/use-text.ts';
import type { ReadinessOf } from './readiness.graphql.ts';
import { RecordGuidanceVisitDocument, type ReadinessFields } from './readiness.graphql.ts';

type Visit = ResultOf<typeof ReadinessFields>['visits'][number];

/** When the Ombudsman came to help (pendampingan), about what, and what was agreed. */
export function GuidanceVisits({
  organisation,
  visits,
}: {
  organisation: ReadinessOf;
  visits: readonly Visit[];
}) {
  const t = useText();
  const dates = useDates();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t('readiness.visits')}
      tools={
        organisation.viewerCanRecordVisit && (
          <Button size="small" icon={plusIcon} onClick={() => setOpen(true)}>
            {t('readiness.recordVisit')}
          </Button>
        )
      }
    >
      {visits.length === 0 ? (
        <p className="muted">{t('readiness.noVisits')}</p>
      ) : (
        <ul className="lines">
          {visits.map(({ id, visitedOn, office, topics, agreement, by }) => (
            <li key={id}>
              <div className="stack stack-2">
                <p>
                  <strong>{dates.day(visitedOn)}</strong>
                  <span className="caption block">
                    {office.name}
                    {by?.name && ` · ${by.name}`}
                  </span>
                </p>
                <p className="narrative">{topics}</p>
                {agreement && (
                  <p className="remark narrative">
                    {t('readiness.agreed')} {agreement}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {open && <RecordVisitDialog organisation={organisation} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function RecordVisitDialog({ organisation, onClose }: { organisation: ReadinessOf; onClose: () => void }) {
  const t = useText();
  const today = useToday();
  return (
    <ChangeDialog
      document={RecordGuidanceVisitDocument}
      draft={`visit:${organisation.id}`}
      empty={{ visitedOn: today, topics: '', agreement: '' }}
      title={t('readiness.recordVisit')}
      lead={<p className="caption">{organisation.name}</p>}
      submitLabel={t('save')}
      doneText={t('readiness.visitRecorded')}
      check={({ visitedOn, topics }) => ({
        visitedOn: visitedOn === '' ? 'REQUIRED' : visitedOn > today ? 'FUTURE' : undefined,
        topics: topics.trim() ? undefined : 'REQUIRED',
      })}
      words={{ visitedOn: { FUTURE: 'readiness.dateFuture', INVALID: 'readiness.dateFuture' } }}
      inputOf={({ visitedOn, topics, agreement }) => ({
        organisationId: organisation.id,
        visitedOn,
        topics: topics.trim(),
        agreement: agreement.trim() || null,
      })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <LineField
            form={form}
            name="visitedOn"
            label={t('readiness.visitedOn')}
            narrow
            type="date"
            max={today}
          />
          <WordsField
            form={form}
            name="topics"
            label={t('readiness.topics')}
            hint={t('readiness.topicsHint')}
            short
          />
          <WordsField form={form} name="agreement" label={t('readiness.agreement')} short />
        </>
      )}
    </ChangeDialog>
  );
}

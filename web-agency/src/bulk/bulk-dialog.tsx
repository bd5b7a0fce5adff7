import { LoadFailure, useLanguage, useSession } from '@lapor/staff';
import {
  createRequestKeys,
  DecisionDialog,
  DraftMark,
  NO_DETAILS,
  useDecision,
  useDraft,
} from '@lapor/staff/decisions';
import { Button, Dialog, Skeleton } from '@lapor/ui';
import { useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import type { Selectable } from '../inbox/use-selection.ts';
import { BulkFields } from './bulk-fields.tsx';
import { bulkFaults, bulkInput, type BulkForm, type BulkKind } from './bulk-input.ts';
import { BulkLines, type BulkLine } from './bulk-lines.tsx';
import { whyNot } from './bulk-words.ts';
import { ApplyBulkDocument, BulkTemplatesDocument, PreviewBulkDocument } from './bulk.graphql.ts';
import './bulk.css';

type Applied = Extract<ResultOf<typeof ApplyBulkDocument>['result'], { __typename: 'BulkApplied' }>;
type Forecast = ResultOf<typeof PreviewBulkDocument>['previewBulk'][number];

interface BulkDialogProps {
  kind: BulkKind;
  reports: readonly Selectable[];
  onClose: () => void;
  /** It was done; these were left as they are. */
  onDone: (leftAlone: ReadonlySet<string>) => void;
}

// A template that was written a moment ago is there, though the list may have been empty.
const CHANGED_BY_TEMPLATES = { additionalTypenames: ['AnswerTemplate'] };

const EMPTY: BulkForm = {
  text: '',
  note: '',
  target: null,
  templateId: '',
  promisedOn: '',
  ...NO_DETAILS,
};

/** One thing for many reports: the words, what would come of each, one button, and then what came of each. */
export function BulkDialog({ kind, reports, onClose, onDone }: BulkDialogProps) {
  const t = useText();
  const { words } = useLanguage();
  const { workplace } = useSession();
  const draft = useDraft<BulkForm>(`bulk:${kind}`, EMPTY);
  const decision = useDecision(ApplyBulkDocument);
  const keys = useRef(createRequestKeys(() => crypto.randomUUID()));
  const [tried, setTried] = useState(false);
  const [applied, setApplied] = useState<(Applied & { skipped: readonly Forecast[] }) | null>(null);
  const fromTemplate = kind === 'ANSWER_FROM_TEMPLATE';
  const [{ data: found }] = useQuery({
    query: BulkTemplatesDocument,
    variables: { organisationId: workplace.organisation.id },
    pause: !fromTemplate,
    context: CHANGED_BY_TEMPLATES,
  });
  const templates = found?.answerTemplates;
  const template = templates?.find(({ id }) => id === draft.value.templateId)?.kind ?? null;
  const templateId = fromTemplate && template ? draft.value.templateId : null;
  // Looked at once: what happens meanwhile is caught by the version that was seen.
  const [{ data, error, fetching }, look] = useQuery({
    query: PreviewBulkDocument,
    variables: useMemo(
      () => ({ action: kind, reportIds: reports.map(({ id }) => id), templateId }),
      [kind, reports, templateId],
    ),
    pause: (fromTemplate && !template) || applied !== null,
    requestPolicy: 'network-only',
  });
  const forecasts = fromTemplate && !template ? undefined : data?.previewBulk;
  const would = forecasts?.filter(({ wouldChange }) => wouldChange).length ?? 0;
  const own = bulkFaults(kind, draft.value, template);

  async function submit() {
    setTried(true);
    if (Object.keys(own).length > 0 || !forecasts) return;
    const input = bulkInput(kind, draft.value, template, forecasts);
    if (!input) return;
    const done = await decision.decide({ ...input, requestKey: keys.current.keyFor(input) });
    if (done?.__typename !== 'BulkApplied') return;
    keys.current.forget();
    draft.clear();
    setApplied({ ...done, skipped: forecasts.filter(({ wouldChange }) => !wouldChange) });
    const changed = new Set(
      done.outcomes.flatMap(({ reportId, isChanged }) => (isChanged ? [reportId] : [])),
    );
    onDone(new Set(reports.map(({ id }) => id).filter((id) => !changed.has(id))));
  }

  const name = new Map(reports.map((report) => [report.id, report]));
  const line = (id: string, verdict: BulkLine['verdict'], says: string, text?: string | null): BulkLine => ({
    id,
    number: name.get(id)?.number ?? '',
    title: name.get(id)?.title ?? '',
    verdict,
    says,
    words: text,
  });

  if (applied)
    return (
      <Dialog
        open
        size="wide"
        title={t('bulk.doneTitle', { count: applied.changedCount, all: reports.length })}
        onClose={onClose}
        actions={
          <Button variant="primary" onClick={onClose}>
            {t('bulk.close')}
          </Button>
        }
      >
        <p role="status">
          {applied.changedCount === reports.length ? t('bulk.doneAll') : t('bulk.doneSome')}
        </p>
        <BulkLines
          label={t('bulk.outcomes')}
          lines={[
            ...applied.outcomes
              .filter(({ isChanged }) => !isChanged)
              .map(({ reportId, code, report }) =>
                line(reportId, 'NOT', whyNot(t, code, report ? words.states[report.state] : undefined)),
              ),
            ...applied.skipped.map(({ reportId, code, report }) =>
              line(reportId, 'NOT', whyNot(t, code, report ? words.states[report.state] : undefined)),
            ),
            ...applied.outcomes
              .filter(({ isChanged }) => isChanged)
              .map(({ reportId }) => line(reportId, 'DONE', t(`bulk.did.${kind}`))),
          ]}
        />
      </Dialog>
    );

  return (
    <DecisionDialog
      open
      wide
      title={t(`bulk.title.${kind}`, { count: reports.length })}
      lead={<p className="caption">{t('bulk.lead')}</p>}
      submitLabel={forecasts ? t(`bulk.submit.${kind}`, { count: would }) : t(`bulk.submitLater.${kind}`)}
      busy={decision.busy}
      faults={decision.faults}
      gone="refused.goneHere"
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <BulkFields
        kind={kind}
        form={draft.value}
        change={draft.change}
        templates={templates}
        faults={{ ...decision.faults.fields, ...(tried ? own : {}) }}
        tried={tried}
      />
      {error && !forecasts && (
        <LoadFailure
          error={error}
          title={t('bulk.lookFailed')}
          retrying={fetching}
          onRetry={() => look({ requestPolicy: 'network-only' })}
        />
      )}
      {fetching && !forecasts && <Skeleton label={t('bulk.looking')} lines={3} />}
      {forecasts && (
        <section className="stack stack-2" aria-label={t('bulk.preview')}>
          <p role="status">
            <strong>{t('bulk.would', { count: would, all: reports.length })}</strong>
          </p>
          <BulkLines
            label={t('bulk.preview')}
            lines={[...forecasts]
              .sort((one, other) => Number(one.wouldChange) - Number(other.wouldChange))
              .map(({ reportId, wouldChange, code, report, text }) =>
                wouldChange
                  ? line(reportId, 'WILL', t(`bulk.will.${kind}`), text)
                  : line(reportId, 'NOT', whyNot(t, code, report ? words.states[report.state] : undefined)),
              )}
          />
        </section>
      )}
    </DecisionDialog>
  );
}

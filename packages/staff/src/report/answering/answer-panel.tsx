import { Button, Field, Kbd, Panel, sendIcon, Tabs, TextArea, TextInput, useToast } from '@lapor/ui';
import { lastPromiseDay, localDateOf, nextDay } from '@lapor/wording';
import { useEffect, useRef, useState } from 'react';
import { DraftMark } from '../../drafts/draft-mark.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { fieldText } from '../../decisions/field-faults.ts';
import { RefusalNotice } from '../../decisions/refusal-notice.tsx';
import { useDates } from '../../dates/use-dates.ts';
import { EvidenceField } from '../../evidence/evidence-field.tsx';
import type { UploadedFile } from '../../evidence/upload.ts';
import { useFilesFirst } from '../../evidence/use-files-first.ts';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { submitOnCtrlEnter } from '../../keyboard/submit-on-ctrl-enter.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { leftIn } from '../../templates/placeholders.ts';
import { ReportClocksFields } from '../clocks/clocks.graphql.ts';
import { ReportHeadFields, ReportTextFields } from '../reading/report-reading.graphql.ts';
import { AnswerFields } from './answering.graphql.ts';
import { AnswerDetailsFields } from './answer-details-fields.tsx';
import { detailsToSend, missingDetails, NO_DETAILS, type AnswerDetails } from './answer-details.ts';
import { CitizenPreview } from './citizen-preview.tsx';
import { ConsequenceLines } from './consequence-lines.tsx';
import type { Message } from './consequences.ts';
import { actingUnit, needsApproval } from './needs-approval.ts';
import { LatePromise } from './late-promise.tsx';
import { OtherDraft } from './other-draft.tsx';
import { TemplateButton } from './template-button.tsx';
import { UnsentDraft } from './unsent-draft.tsx';
import { useKeptDraft } from './use-kept-draft.ts';
import { useSendMessage } from './use-send-message.ts';

interface AnswerDraft extends AnswerDetails {
  tab: Message | null;
  /** Shared by the four kinds of answer, so that changing the kind loses nothing. */
  answer: string;
  question: string;
  /** To the reporter alone. */
  letter: string;
  promisedOn: string;
  files: readonly UploadedFile[];
}

const EMPTY: AnswerDraft = {
  tab: null,
  answer: '',
  question: '',
  letter: '',
  promisedOn: '',
  files: [],
  ...NO_DETAILS,
};
const ANSWERS = ['PLAN', 'RESULT', 'OBSTACLE', 'ACKNOWLEDGEMENT'] as const;
const needsPromise = (tab: Message) => tab === 'PLAN' || tab === 'OBSTACLE';

const hints: Record<Message, StaffMessageId> = {
  PLAN: 'answer.planHint',
  RESULT: 'answer.resultHint',
  OBSTACLE: 'answer.obstacleHint',
  ACKNOWLEDGEMENT: 'answer.acknowledgementHint',
  QUESTION: 'answer.questionHint',
  MESSAGE: 'writing.messageHint',
  REPLY: 'answer.replyHint',
};

type AnsweredReport = FragmentOf<typeof AnswerFields> &
  FragmentOf<typeof ReportHeadFields> &
  FragmentOf<typeof ReportTextFields> &
  FragmentOf<typeof ReportClocksFields>;

/** Writing to the citizen: a plan, a result, an obstacle, an acknowledgement, a question. Mounted with a key per report. */
export function AnswerPanel({ report: masked }: { report: AnsweredReport }) {
  const report = {
    ...readFragment(ReportHeadFields, masked),
    ...readFragment(ReportTextFields, masked),
    ...readFragment(ReportClocksFields, masked),
    ...readFragment(AnswerFields, masked),
  };
  const t = useText();
  const dates = useDates();
  const toast = useToast();
  const { words } = useLanguage();
  const { timeZone, workplace } = useSession();
  const draftName = `answer:${report.id}`;
  const draft = useDraft<AnswerDraft>(draftName, EMPTY);
  const { busy, faults, send } = useSendMessage(report.id);
  const files = useFilesFirst(() => void submit());
  const [tried, setTried] = useState(false);

  const tabs: { id: Message; label: string }[] = [
    ...(report.viewerCanAnswer ? ANSWERS.map((id) => ({ id, label: words.answerKinds[id] })) : []),
    ...(report.viewerCanRequestInformation ? [{ id: 'QUESTION' as const, label: t('answer.ask') }] : []),
    ...(report.viewerCanWriteToReporter ? [{ id: 'MESSAGE' as const, label: t('writing.message') }] : []),
    ...(report.viewerCanReply ? [{ id: 'REPLY' as const, label: t('answer.reply') }] : []),
  ];
  const tab = tabs.find(({ id }) => id === draft.value.tab)?.id ?? tabs[0]?.id;
  const unitId = actingUnit(report, workplace.organisation.id);
  const unit =
    report.assignments.find(({ organisation }) => organisation.id === unitId)?.organisation ??
    (report.handler?.id === unitId ? report.handler : null);
  // The national desk answers as it is.
  const approval = workplace.roles.includes('NATIONAL_ADMIN')
    ? null
    : report.approvals.find(({ organisation }) => organisation.id === unitId)?.answerApproval;
  useEffect(() => setTried(false), [tab]);
  useShortcuts({ b: tab && (() => document.getElementById('jawab')?.focus()) });

  const answerKind = ANSWERS.find((kind) => kind === tab);
  const lastKind = useRef<(typeof ANSWERS)[number]>('PLAN');
  if (answerKind) lastKind.current = answerKind;
  const keeping = useKeptDraft(
    report.id,
    report.viewerDraft,
    {
      written: report.viewerCanAnswer
        ? {
            outcome: draft.value.outcome,
            obstacleReason: draft.value.obstacleReason,
            noProofReason: draft.value.noProofReason,
            // While something else is written the answer waits as the kind that was begun.
            kind: answerKind ?? lastKind.current,
            text: draft.value.answer,
            promisedOn: draft.value.promisedOn,
          }
        : null,
      savedAt: draft.savedAt,
    },
    (kept) => {
      files.cancel();
      draft.change({
        tab: kept.kind,
        answer: kept.text,
        promisedOn: kept.promisedOn ?? '',
        outcome: kept.outcome ?? '',
        obstacleReason: kept.obstacleReason ?? '',
        noProofReason: kept.noProofReason ?? '',
      });
    },
  );

  const isAnswer = answerKind !== undefined;
  const place = isAnswer ? 'answer' : tab === 'MESSAGE' ? 'letter' : 'question';
  const written = draft.value[place];
  if (!tab) {
    const unsent = draft.value.answer || draft.value.question || draft.value.letter;
    return unsent ? <UnsentDraft text={unsent} onDiscard={draft.clear} /> : null;
  }

  const withFiles = tab !== 'QUESTION' && tab !== 'MESSAGE';
  const today = localDateOf(new Date(), timeZone);
  const promiseMissing = needsPromise(tab) && !draft.value.promisedOn;
  // A plan may be for today; an obstacle promises a later day.
  const first = tab === 'OBSTACLE' ? nextDay(today) : today;
  const promisePast = needsPromise(tab) && !promiseMissing && draft.value.promisedOn < first;
  const textMissing = written.trim() === '';
  const fileCount = draft.value.files.length;
  const isProposal = needsApproval(approval, tab, {
    unitId,
    isConfidential: report.isConfidential,
  });
  const incomplete = missingDetails(tab, draft.value, fileCount).length > 0;
  const open = isAnswer ? leftIn(written) : [];
  const details = detailsToSend(tab, draft.value, fileCount);
  const promisedOn = needsPromise(tab) ? draft.value.promisedOn : null;

  async function submit() {
    if (!tab) return;
    if (withFiles && files.isSending) return files.sendThen();
    setTried(true);
    if (textMissing || open.length > 0 || promiseMissing || promisePast || incomplete) return;
    const sent = await send(
      tab,
      {
        text: written.trim(),
        promisedOn,
        attachmentIds: withFiles ? draft.value.files.map(({ id }) => id) : [],
        ...details,
      },
      { name: draftName, value: { ...draft.value, tab }, isProposal },
    );
    if (!sent) return;
    draft.clear();
    setTried(false);
    if (sent === 'MADE') toast({ text: t('answer.sent') });
  }

  /** What was asked to be sent was of the kind that is left. */
  const changeKind = (next: Message) => {
    files.cancel();
    draft.change({ tab: next });
  };

  const code = (field: string, missing: boolean) => (tried && missing ? 'REQUIRED' : faults.fields[field]);
  return (
    <Panel title={t('answer.title')} flush className="answer">
      <Tabs label={t('answer.kinds')} tabs={tabs} value={tab} onChange={changeKind}>
        <form
          ref={submitOnCtrlEnter}
          className="stack stack-3"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <RefusalNotice refusal={faults.refusal} />
          {isAnswer && keeping.other && <OtherDraft other={keeping.other} onSettle={keeping.settle} />}
          {isAnswer && unitId !== null && (
            <TemplateButton
              reportId={report.id}
              organisationId={unitId}
              kind={answerKind}
              categoryId={report.category?.id ?? null}
              text={written}
              onChange={(answer) => draft.change({ answer })}
            />
          )}
          <Field
            id="jawab"
            label={t(isAnswer ? 'answer.text' : 'answer.message')}
            hint={t(hints[tab])}
            error={
              tried && open.length > 0
                ? t('writing.open', { names: open.join(', ') })
                : fieldText(t, code('text', textMissing))
            }
          >
            <TextArea
              value={written}
              onChange={(event) => draft.change({ [place]: event.currentTarget.value })}
            />
          </Field>
          <AnswerDetailsFields
            kind={tab}
            details={draft.value}
            onChange={draft.change}
            fileCount={fileCount}
            tried={tried}
            faults={faults.fields}
          />
          {needsPromise(tab) && (
            <Field
              className="narrow"
              label={t(tab === 'PLAN' ? 'answer.planDate' : 'answer.obstacleDate')}
              hint={t('answer.planDateHint')}
              error={fieldText(t, tried && promisePast ? 'INVALID' : code('promisedOn', promiseMissing), {
                INVALID: tab === 'OBSTACLE' ? 'answer.dateNotLater' : 'answer.datePast',
                IN_THE_PAST: tab === 'OBSTACLE' ? 'answer.dateNotLater' : 'answer.datePast',
                TOO_FAR: 'answer.dateTooFar',
              })}
              foot={draft.value.promisedOn ? dates.day(draft.value.promisedOn) : undefined}
            >
              <TextInput
                type="date"
                min={first}
                max={lastPromiseDay(today)}
                value={draft.value.promisedOn}
                onChange={(event) => draft.change({ promisedOn: event.currentTarget.value })}
              />
            </Field>
          )}
          {needsPromise(tab) && (
            <LatePromise promisedOn={draft.value.promisedOn} clocks={report.clocks ?? []} unitId={unitId} />
          )}
          {withFiles && (
            <EvidenceField
              files={draft.value.files}
              onChange={(all) => draft.change({ files: all })}
              onSending={files.onSending}
              onGivenUp={files.cancel}
              error={fieldText(t, faults.fields['attachmentIds'], { NOT_FOUND: 'evidence.gone' })}
            />
          )}
          {isAnswer && (
            <CitizenPreview
              kind={answerKind}
              text={written.trim()}
              promisedOn={promisedOn || null}
              details={details}
              files={draft.value.files}
              organisation={unit}
              isPublished={report.isPublished}
            />
          )}
          <div className="row row--between answer__foot">
            {isProposal ? (
              <p className="caption consequence">{t('consequence.approval')}</p>
            ) : (
              <ConsequenceLines
                message={tab}
                situation={{
                  state: report.state,
                  leads: report.viewerCanDispose,
                  clocks: report.clocks ?? [],
                }}
                unitId={unitId}
              />
            )}
            <div className="answer__send">
              <Button variant="primary" type="submit" icon={sendIcon} busy={busy || files.waits}>
                {t(isProposal ? 'answer.propose' : 'answer.send')} <Kbd>Ctrl ↵</Kbd>
              </Button>
              <DraftMark
                savedAt={written || draft.value.promisedOn ? draft.savedAt : null}
                unsaved={draft.unsaved}
              />
              {isAnswer && keeping.isKept && <span className="caption">{t('writing.kept')}</span>}
            </div>
          </div>
        </form>
      </Tabs>
    </Panel>
  );
}

import { Button, Field, Kbd, Panel, sendIcon, Tabs, TextArea, TextInput, useToast } from '@lapor/ui';
import { localDateOf, nextDay } from '@lapor/wording';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { AnswerApprovalDocument } from '../../approval/approval.graphql.ts';
import { DraftMark } from '../../drafts/draft-mark.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { fieldText } from '../../decisions/field-faults.ts';
import { RefusalNotice } from '../../decisions/refusal-notice.tsx';
import { useDates } from '../../dates/use-dates.ts';
import { EvidenceField } from '../../evidence/evidence-field.tsx';
import type { UploadedFile } from '../../evidence/upload.ts';
import { readFragment, type FragmentOf } from '../../graphql.ts';
import { submitOnCtrlEnter } from '../../keyboard/submit-on-ctrl-enter.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { AnswerFields } from './answering.graphql.ts';
import { AnswerDetailsFields } from './answer-details-fields.tsx';
import { detailsToSend, missingDetails, NO_DETAILS, type AnswerDetails } from './answer-details.ts';
import { AutoCloseDay } from './auto-close-day.tsx';
import { consequencesOf, type Message } from './consequences.ts';
import { actingUnit, needsApproval } from './needs-approval.ts';
import { UnsentDraft } from './unsent-draft.tsx';
import { useSendMessage } from './use-send-message.ts';

interface AnswerDraft extends AnswerDetails {
  tab: Message | null;
  /** Shared by the four kinds of answer, so that changing the kind loses nothing. */
  answer: string;
  question: string;
  promisedOn: string;
  files: readonly UploadedFile[];
}

const EMPTY: AnswerDraft = {
  tab: null,
  answer: '',
  question: '',
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
  REPLY: 'answer.replyHint',
};

/** Writing to the citizen: a plan, a result, an obstacle, an acknowledgement, a question. Mounted with a key per report. */
export function AnswerPanel({ report: masked }: { report: FragmentOf<typeof AnswerFields> }) {
  const report = readFragment(AnswerFields, masked);
  const t = useText();
  const dates = useDates();
  const toast = useToast();
  const { words } = useLanguage();
  const { timeZone, workplace } = useSession();
  const draftName = `answer:${report.id}`;
  const draft = useDraft<AnswerDraft>(draftName, EMPTY);
  const { busy, faults, send } = useSendMessage(report.id);
  const [sendingFiles, setSendingFiles] = useState(false);
  const [tried, setTried] = useState(false);

  const tabs: { id: Message; label: string }[] = [
    ...(report.viewerCanAnswer ? ANSWERS.map((id) => ({ id, label: words.answerKinds[id] })) : []),
    ...(report.viewerCanRequestInformation ? [{ id: 'QUESTION' as const, label: t('answer.ask') }] : []),
    ...(report.viewerCanReply ? [{ id: 'REPLY' as const, label: t('answer.reply') }] : []),
  ];
  const tab = tabs.find(({ id }) => id === draft.value.tab)?.id ?? tabs[0]?.id;
  const unitId = actingUnit(report, workplace.organisation.id);
  const [{ data: rule }] = useQuery({
    query: AnswerApprovalDocument,
    variables: { organisationId: unitId ?? '' },
    // The national desk answers as it is.
    pause: unitId === null || !report.viewerCanAnswer || workplace.roles.includes('NATIONAL_ADMIN'),
  });
  useEffect(() => setTried(false), [tab]);

  const isAnswer = ANSWERS.some((kind) => kind === tab);
  const written = isAnswer ? draft.value.answer : draft.value.question;
  if (!tab) {
    const unsent = draft.value.answer || draft.value.question;
    return unsent ? <UnsentDraft text={unsent} onDiscard={draft.clear} /> : null;
  }

  const withFiles = tab !== 'QUESTION';
  const today = localDateOf(new Date(), timeZone);
  const promiseMissing = needsPromise(tab) && !draft.value.promisedOn;
  // A plan may be for today; an obstacle promises a later day.
  const first = tab === 'OBSTACLE' ? nextDay(today) : today;
  const promisePast = needsPromise(tab) && !promiseMissing && draft.value.promisedOn < first;
  const textMissing = written.trim() === '';
  const fileCount = draft.value.files.length;
  const isProposal = needsApproval(rule?.answerApproval, tab, {
    unitId,
    isConfidential: report.isConfidential,
  });
  const incomplete = missingDetails(tab, draft.value, fileCount).length > 0;

  async function submit() {
    if (!tab) return;
    setTried(true);
    if (textMissing || promiseMissing || promisePast || incomplete || sendingFiles) return;
    const sent = await send(
      tab,
      {
        text: written.trim(),
        promisedOn: needsPromise(tab) ? draft.value.promisedOn : null,
        attachmentIds: withFiles ? draft.value.files.map(({ id }) => id) : [],
        ...detailsToSend(tab, draft.value, fileCount),
      },
      { name: draftName, value: { ...draft.value, tab }, isProposal },
    );
    if (!sent) return;
    draft.clear();
    setTried(false);
    if (sent === 'MADE') toast({ text: t('answer.sent') });
  }

  const code = (field: string, missing: boolean) => (tried && missing ? 'REQUIRED' : faults.fields[field]);
  return (
    <Panel title={t('answer.title')} flush className="answer">
      <Tabs
        label={t('answer.kinds')}
        tabs={tabs}
        value={tab}
        onChange={(next) => draft.change({ tab: next })}
      >
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
          <Field
            label={t(isAnswer ? 'answer.text' : 'answer.message')}
            hint={t(hints[tab])}
            error={fieldText(t, code('text', textMissing))}
          >
            <TextArea
              value={written}
              onChange={(event) =>
                draft.change(
                  isAnswer ? { answer: event.currentTarget.value } : { question: event.currentTarget.value },
                )
              }
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
                value={draft.value.promisedOn}
                onChange={(event) => draft.change({ promisedOn: event.currentTarget.value })}
              />
            </Field>
          )}
          {withFiles && (
            <EvidenceField
              files={draft.value.files}
              onChange={(files) => draft.change({ files })}
              onSending={setSendingFiles}
              error={fieldText(t, faults.fields['attachmentIds'], { NOT_FOUND: 'evidence.gone' })}
            />
          )}
          <div className="row row--between answer__foot">
            <p className="caption consequence">
              {isProposal
                ? t('consequence.approval')
                : consequencesOf(tab, {
                    state: report.state,
                    leads: report.viewerCanDispose,
                    clocks: report.clocks ?? [],
                  }).map((id) => (
                    <span key={id}>{id === 'consequence.autoClose' ? <AutoCloseDay /> : t(id)} </span>
                  ))}
            </p>
            <div className="answer__send">
              <Button variant="primary" type="submit" icon={sendIcon} busy={busy || (tried && sendingFiles)}>
                {t(isProposal ? 'answer.propose' : 'answer.send')} <Kbd>Ctrl ↵</Kbd>
              </Button>
              <DraftMark
                savedAt={written || draft.value.promisedOn ? draft.savedAt : null}
                unsaved={draft.unsaved}
              />
            </div>
          </div>
        </form>
      </Tabs>
    </Panel>
  );
}

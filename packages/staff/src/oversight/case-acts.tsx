import { Button, Checkbox, Field, Select, TextArea, TextInput } from '@lapor/ui';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { useToday } from '../dates/use-today.ts';
import type { OutcomeUnion } from '../decisions/outcome.ts';
import type { ResultOf } from '../graphql.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { ProvincesDocument } from '../picking/regions.graphql.ts';
import {
  ApproveLetterDocument,
  AskClarificationDocument,
  AssignOversightDocument,
  CloseOversightDocument,
  GiveClarificationDocument,
  RecommendDocument,
  RecordLetterReplyDocument,
  WriteOversightMessageDocument,
  type CaseFields,
  type LetterFields,
} from './oversight.graphql.ts';

export type Case = ResultOf<typeof CaseFields>;
export type Letter = ResultOf<typeof LetterFields>;
type Act = 'ask' | 'clarify' | 'write' | 'recommend' | 'assign' | 'close';

const OUTCOMES = [
  'FOLLOWED_UP',
  'RECOMMENDATION_FOLLOWED',
  'RECOMMENDATION_NOT_FOLLOWED',
  'NO_MALADMINISTRATION',
  'REPORT_ENDED',
] as const;

/** Provinces of 2022 have no office of their own: those of Papua and Papua Barat look after them. */
const WITHOUT_OFFICE = ['93', '94', '95', '96'];

/** What the viewer may do with a case, each with its dialog. */
export function CaseActs({ case: kase, onDone }: { case: Case; onDone: () => void }) {
  const t = useText();
  const [open, setOpen] = useState<Act | null>(null);
  const acts: [Act, boolean, StaffMessageId][] = [
    ['clarify', kase.viewerCanGiveClarification, 'oversight.clarify'],
    ['ask', kase.viewerCanAskClarification, 'oversight.ask'],
    ['recommend', kase.viewerCanRecommend, 'oversight.recommend'],
    ['write', kase.viewerCanWrite, 'oversight.write'],
    ['assign', kase.viewerCanAssign, 'oversight.assign'],
    ['close', kase.viewerCanClose, 'oversight.close'],
  ];
  const offered = acts.filter(([, isOffered]) => isOffered);
  if (offered.length === 0) return null;
  const close = () => setOpen(null);
  const frame = { kase, onClose: close, onDone };
  return (
    <>
      <div className="row">
        {offered.map(([act, , label], index) => (
          <Button key={act} variant={index === 0 ? 'primary' : undefined} onClick={() => setOpen(act)}>
            {t(label)}
          </Button>
        ))}
      </div>
      {open === 'ask' && <WordsDialog {...frame} document={AskClarificationDocument} name="ask" least={10} />}
      {open === 'clarify' && (
        <WordsDialog {...frame} document={GiveClarificationDocument} name="clarify" least={10} />
      )}
      {open === 'write' && (
        <WordsDialog {...frame} document={WriteOversightMessageDocument} name="write" least={1} />
      )}
      {open === 'recommend' && <RecommendDialog {...frame} />}
      {open === 'assign' && <AssignDialog {...frame} />}
      {open === 'close' && <CloseDialog {...frame} />}
    </>
  );
}

interface FrameProps {
  kase: Case;
  onClose: () => void;
  onDone: () => void;
}

const short = (value: string, least: number) => (value.trim().length < least ? 'TOO_SHORT' : undefined);

/** Words to the other side and nothing else. */
function WordsDialog<Result extends OutcomeUnion>({
  kase,
  document,
  name,
  least,
  onClose,
  onDone,
}: FrameProps & {
  document: TypedDocumentNode<
    { result: Result },
    { input: { caseId: string; text: string; requestKey?: string | null } } & AnyVariables
  >;
  name: 'ask' | 'clarify' | 'write';
  least: number;
}) {
  const t = useText();
  return (
    <ChangeDialog
      document={document}
      draft={`oversight-${name}:${kase.id}`}
      empty={{ text: '' }}
      title={t(`oversight.${name}`)}
      lead={<p>{t(`oversight.${name}Lead`)}</p>}
      submitLabel={t('oversight.send')}
      doneText={t('oversight.sent')}
      check={({ text }) => ({ text: short(text, least) })}
      inputOf={({ text }) => ({ caseId: kase.id, text })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => (
        <Field label={t('oversight.words')} error={faultAt('text')}>
          <TextArea
            rows={6}
            value={value.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        </Field>
      )}
    </ChangeDialog>
  );
}

function RecommendDialog({ kase, onClose, onDone }: FrameProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={RecommendDocument}
      draft={`oversight-recommend:${kase.id}`}
      empty={{ text: '', wordsForReporter: '' }}
      title={t('oversight.recommend')}
      lead={<p>{t('oversight.recommendLead')}</p>}
      submitLabel={t('oversight.send')}
      doneText={t('oversight.sent')}
      check={({ text }) => ({ text: short(text, 10) })}
      inputOf={(value) => ({ caseId: kase.id, ...value })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => (
        <>
          <Field label={t('oversight.wordsForAgency')} error={faultAt('text')}>
            <TextArea
              rows={5}
              value={value.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
          </Field>
          <Field
            label={t('oversight.wordsForReporter')}
            hint={t('oversight.wordsForReporterHint')}
            error={faultAt('wordsForReporter')}
          >
            <TextArea
              rows={3}
              value={value.wordsForReporter}
              onChange={(event) => change({ wordsForReporter: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
    </ChangeDialog>
  );
}

function AssignDialog({ kase, onClose, onDone }: FrameProps) {
  const t = useText();
  const [{ data }] = useQuery({ query: ProvincesDocument });
  const offices = [
    { id: 'ombudsman', name: t('oversight.nationalOffice') },
    ...(data?.regions ?? [])
      .filter(({ code }) => !WITHOUT_OFFICE.includes(code))
      .map(({ code, name }) => ({
        id: `ombudsman-${code}`,
        name: t('oversight.officeOfProvince', { province: name }),
      })),
  ].filter(({ id }) => id !== kase.office.id);
  return (
    <ChangeDialog
      document={AssignOversightDocument}
      draft={`oversight-assign:${kase.id}`}
      empty={{ officeId: '', reason: '' }}
      title={t('oversight.assign')}
      lead={<p>{t('oversight.assignLead', { office: kase.office.name })}</p>}
      submitLabel={t('oversight.assignSubmit')}
      doneText={t('oversight.assigned')}
      check={({ officeId, reason }) => ({
        officeId: officeId ? undefined : 'REQUIRED',
        reason: short(reason, 3),
      })}
      inputOf={(value) => ({ caseId: kase.id, ...value })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => (
        <>
          <Field label={t('oversight.office')} error={faultAt('officeId')}>
            <Select
              value={value.officeId}
              onChange={(event) => change({ officeId: event.currentTarget.value })}
            >
              <option value="">{t('oversight.chooseOffice')}</option>
              {offices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('oversight.reason')} error={faultAt('reason')}>
            <TextInput
              value={value.reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
    </ChangeDialog>
  );
}

function CloseDialog({ kase, onClose, onDone }: FrameProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={CloseOversightDocument}
      draft={`oversight-close:${kase.id}`}
      empty={{ outcome: '' as '' | (typeof OUTCOMES)[number], text: '', wordsForReporter: '' }}
      title={t('oversight.close')}
      lead={<p>{t('oversight.closeLead')}</p>}
      submitLabel={t('oversight.closeSubmit')}
      doneText={t('oversight.closed')}
      check={({ outcome, text }) => ({ outcome: outcome ? undefined : 'REQUIRED', text: short(text, 10) })}
      inputOf={({ outcome, ...value }) => ({ caseId: kase.id, outcome: outcome || 'FOLLOWED_UP', ...value })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => (
        <>
          <Field label={t('oversight.outcome')} error={faultAt('outcome')}>
            <Select
              value={value.outcome}
              onChange={(event) =>
                change({ outcome: event.currentTarget.value as (typeof OUTCOMES)[number] })
              }
            >
              <option value="">{t('oversight.chooseOutcome')}</option>
              {OUTCOMES.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {t(`oversight.outcome.${outcome}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('oversight.wordsForAgency')} error={faultAt('text')}>
            <TextArea
              rows={4}
              value={value.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
          </Field>
          <Field
            label={t('oversight.wordsForReporter')}
            hint={t('oversight.wordsForReporterHint')}
            error={faultAt('wordsForReporter')}
          >
            <TextArea
              rows={3}
              value={value.wordsForReporter}
              onChange={(event) => change({ wordsForReporter: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
    </ChangeDialog>
  );
}

/** A letter cannot be approved unread: the check sits directly above the button. */
export function ApproveDialog({
  letter,
  onClose,
  onDone,
}: {
  letter: Letter;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText();
  const isAgain = letter.state === 'FAILED';
  return (
    <ChangeDialog
      document={ApproveLetterDocument}
      draft={`letter-approve:${letter.id}`}
      empty={{ isRead: false }}
      title={t(isAgain ? 'oversight.sendAgain' : 'oversight.approve')}
      lead={<p>{t('oversight.approveLead', { name: letter.addressee.name })}</p>}
      submitLabel={t(isAgain ? 'oversight.sendAgain' : 'oversight.approve')}
      doneText={t('oversight.approved')}
      check={({ isRead }) => ({ isRead: isRead ? undefined : 'REQUIRED' })}
      inputOf={() => ({ letterId: letter.id })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => (
        <>
          <p>
            <a href={letter.pdfPath} download>
              {t('oversight.download')}
            </a>
          </p>
          <Checkbox
            label={t('oversight.isRead')}
            checked={value.isRead}
            onChange={(event) => change({ isRead: event.currentTarget.checked })}
          />
          {faultAt('isRead') && (
            <p className="error" role="alert">
              {t('oversight.readFirst')}
            </p>
          )}
        </>
      )}
    </ChangeDialog>
  );
}

export function ReplyDialog({
  letter,
  onClose,
  onDone,
}: {
  letter: Letter;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText();
  const today = useToday();
  return (
    <ChangeDialog
      document={RecordLetterReplyDocument}
      draft={`letter-reply:${letter.id}`}
      empty={{ repliedOn: today, text: '' }}
      title={t('oversight.reply')}
      lead={<p>{t('oversight.replyLead', { number: letter.number ?? '' })}</p>}
      submitLabel={t('oversight.send')}
      doneText={t('oversight.replied')}
      check={({ repliedOn, text }) => ({
        repliedOn: repliedOn ? undefined : 'REQUIRED',
        text: short(text, 3),
      })}
      inputOf={(value) => ({ letterId: letter.id, ...value })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => (
        <>
          <Field label={t('oversight.repliedOn')} error={faultAt('repliedOn')}>
            <TextInput
              type="date"
              max={today}
              value={value.repliedOn}
              onChange={(event) => change({ repliedOn: event.currentTarget.value })}
            />
          </Field>
          <Field label={t('oversight.words')} error={faultAt('text')}>
            <TextArea
              rows={6}
              value={value.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
    </ChangeDialog>
  );
}

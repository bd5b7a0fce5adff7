import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { BackLink, Button, ErrorSummary, Icon, Notice, Stepper, offlineIcon, sendIcon } from '@lapor/ui';
import { useT, type MessageId } from '../app/language-provider.tsx';
import { lazyPart } from '../app/lazy-page.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useEvent } from '../components/use-event.ts';
import { useOnline } from '../components/use-online.ts';
import {
  changedField,
  checkStep,
  fieldId,
  firstOpenStep,
  locateFault,
  stepPath,
  steps,
  valueOf,
  type FieldName,
  type Step,
} from '../features/file-report/check-draft.ts';
import { CheckStep } from '../features/file-report/check-step.tsx';
import { ContactStep } from '../features/file-report/contact-step.tsx';
import { hasContent } from '../features/file-report/draft.ts';
import { mayHaveDrafts } from '../features/file-report/draft-store.ts';
import { faultMessage } from '../features/file-report/fault-message.ts';
import { SubmissionNotice } from '../features/file-report/submission-notice.tsx';
import { useDraft } from '../features/file-report/use-draft.ts';
import { usePhotos } from '../features/file-report/use-photos.ts';
import { useSubmission } from '../features/file-report/use-submission.ts';
import { WhatStep } from '../features/file-report/what-step.tsx';
import { WhereStep, deviceToday } from '../features/file-report/where-step.tsx';

const OtherDrafts = lazyPart(() => import('../features/device/drafts.tsx'));
const AddressedTo = lazyPart(() => import('../features/file-report/addressed-to.tsx'));

const isStep = (text: string | undefined): text is Step => steps.includes(text as Step);

/** A fault in what a field held when it was found; it is shown until the field is changed. */
interface ShownFault {
  field: FieldName;
  code: string;
  value: unknown;
}

export default function FileReport() {
  const t = useT();
  const online = useOnline();
  const [, navigate] = useLocation();
  const asked = useParams<{ step?: string }>().step ?? 'kejadian';
  const { session } = useSession();
  const handle = useDraft();
  const photos = usePhotos(handle);
  const [found, setFound] = useState<readonly ShownFault[]>([]);
  const remember = useEvent((faults: readonly { field: FieldName; code: string }[]) =>
    setFound(faults.map(({ field, code }) => ({ field, code, value: valueOf(handle.current(), field) }))),
  );

  const reporter = { signedIn: Boolean(session) };
  const open = firstOpenStep(handle.draft, reporter, deviceToday());
  // Nobody lands on a step whose ground is missing, e.g. by a kept address.
  const wanted = isStep(asked) ? asked : 'kejadian';
  const step = steps.indexOf(wanted) > steps.indexOf(open) ? open : wanted;
  const index = steps.indexOf(step);
  const query = useSearch();
  // Whoever changes one answer goes back to the last step, over what that change opened.
  const changing = changedField(query);
  const addressee = new URLSearchParams(query).get('ke');

  const { submission, send } = useSubmission({
    ...handle,
    photos,
    signedIn: reporter.signedIn,
    onSent: () => navigate('/terkirim', { replace: true }),
  });

  // Faults the server found belong to their steps; the summary leads there.
  useEffect(() => {
    if (submission.status !== 'refused') return;
    const located = submission.faults.map((fault) => ({ ...locateFault(fault.path), code: fault.code }));
    remember(located);
    const first = located[0];
    if (first) navigate(stepPath(first.step), { replace: true });
  }, [submission, remember, navigate]);

  useStepFocus(step, changing);
  useEffect(() => {
    if (step !== wanted) navigate(stepPath(step), { replace: true });
  }, [step, wanted, navigate]);

  const errorOf = (field: FieldName): ReactNode => {
    const fault = found.find((each) => each.field === field && each.value === valueOf(handle.draft, field));
    return fault && t(faultMessage(fault.field, fault.code));
  };

  function goOn(event: FormEvent) {
    event.preventDefault();
    const faults = checkStep(step, handle.draft, reporter, deviceToday());
    remember(faults);
    if (faults.length > 0) return;
    const next = changing ? firstOpenStep(handle.current(), reporter, deviceToday()) : steps[index + 1];
    if (next) navigate(stepPath(next, changing));
    else send();
  }

  // The summary lists what was found when it was looked for. It does not change under the reader, but goes when all
  // of it is mended.
  const mended = found.every(({ field, value }) => value !== valueOf(handle.draft, field));
  const summary = useMemo(
    () =>
      found
        .filter(({ field }) => !mended && locateFault(field).step === step)
        .map(({ field, code }) => ({ fieldId: fieldId(field), message: t(faultMessage(field, code)) })),
    [found, mended, step, t],
  );

  const previous = changing ? 'periksa' : steps[index - 1];
  const sending = submission.status === 'sending';
  return (
    <Page
      title={`${t(`file.step.${step}`)} – ${t('file.heading')}`}
      narrow
      back={
        <BackLink href={previous ? stepPath(previous) : '/'} label={t('common.back')} narrow>
          {t('common.back')}
        </BackLink>
      }
    >
      <form className="stack stack-6" onSubmit={goOn} noValidate>
        <Stepper
          label={t('file.steps')}
          steps={steps.map((each) => t(`file.step.${each}`))}
          current={index}
          position={t('file.position', { step: index + 1, steps: steps.length })}
        />
        <ErrorSummary title={t('file.faults', { count: summary.length })} faults={summary} />
        {!online && submission.status !== 'waiting' && (
          <Notice tone="warning" icon={offlineIcon} role="status" title={t('file.offline')}>
            <p>{t('file.offlineText')}</p>
          </Notice>
        )}
        {handle.isUnkept && (
          <Notice tone="danger" role="alert" title={t('file.unkept')}>
            <p>{t('file.unkeptText')}</p>
          </Notice>
        )}
        {handle.draft.wasReturned && (
          <Notice tone="warning" role="status" title={t('file.returned')}>
            <p>{t('file.returnedText')}</p>
          </Notice>
        )}
        {step === 'kejadian' && (addressee || handle.draft.begunAt) && (
          <AddressedTo key={addressee} asked={addressee} handle={handle} />
        )}
        {step === 'kejadian' && <WhatStep handle={handle} errorOf={errorOf} />}
        {step === 'tempat' && <WhereStep handle={handle} errorOf={errorOf} />}
        {step === 'kontak' && <ContactStep handle={handle} errorOf={errorOf} photos={photos} />}
        {step === 'periksa' && <CheckStep handle={handle} photos={photos} />}
        {step === 'kejadian' && !hasContent(handle.draft) && mayHaveDrafts() && (
          <OtherDrafts onOpen={handle.reopen} />
        )}
        <SubmissionNotice submission={submission} onRetry={send} />
        <div className="actions">
          {step === 'periksa' ? (
            <>
              <p>{t('check.truth')}</p>
              <Button type="submit" variant="primary" size="large" icon={sendIcon} busy={sending}>
                {t(sending ? 'check.sending' : 'check.send')}
              </Button>
              <p className="caption row row--tight row--nowrap row--top">
                <Icon of={offlineIcon} size="small" />
                <span>{t('check.signalLost')}</span>
              </p>
            </>
          ) : (
            <>
              <Button type="submit" variant="primary" size="large">
                {t(changing ? 'file.next.back' : nextLabels[step])}
              </Button>
              <p className="caption">{t('file.nothingSentYet')}</p>
            </>
          )}
        </div>
      </form>
    </Page>
  );
}

const nextLabels: Record<Exclude<Step, 'periksa'>, MessageId> = {
  kejadian: 'file.next.tempat',
  tempat: 'file.next.kontak',
  kontak: 'file.next.periksa',
};

/** From step to step the heading takes the focus, as a new page would; whoever changes one answer is led to it. */
function useStepFocus(step: Step, changing: FieldName | null) {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    window.scrollTo(0, 0);
    const field = changing && document.getElementById(fieldId(changing));
    if (field) field.focus();
    if (field && document.activeElement === field) return field.scrollIntoView({ block: 'center' });
    document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
  }, [step, changing]);
}

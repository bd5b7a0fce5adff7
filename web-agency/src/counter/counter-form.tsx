import { useLanguage } from '@lapor/staff';
import {
  createRequestKeys,
  DraftMark,
  EvidenceField,
  RefusalNotice,
  useDecision,
  useDraft,
  useToday,
  type UploadedFile,
} from '@lapor/staff/decisions';
import { OrganisationField } from '@lapor/staff/picking';
import { Button, Field, Kbd, Notice, Panel, RadioCards, TextArea, TextInput } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useText } from '../app/use-text.ts';
import { CategoryField } from './category-field.tsx';
import { ConsentFields } from './consent-fields.tsx';
import { CounterCategoryDocument, FileOnBehalfDocument } from './counter.graphql.ts';
import { counterFault } from './counter-words.ts';
import {
  counterFaults,
  counterInput,
  reachedBy,
  NO_WORDS,
  NOBODY,
  type CounterWords,
  type Reporter,
} from './counter-input.ts';
import { PlaceFields } from './place-fields.tsx';
import { proposeTitle } from './propose-title.ts';
import { ReadBack } from './read-back.tsx';
import type { Filed } from './receipt.tsx';
import { ReporterFields } from './reporter-fields.tsx';
import { SimilarHint } from './similar-hint.tsx';
import { useCounterHints } from './use-counter-hints.ts';

const KINDS = ['COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST'] as const;

/** Everything on one page: what, where, how the person agreed, who it is as far as it is needed. Words are kept, the person is not. */
export function CounterForm({ onFiled }: { onFiled: (filed: Filed) => void }) {
  const t = useText();
  const { words: said } = useLanguage();
  const today = useToday();
  const draft = useDraft<CounterWords>('counter', NO_WORDS);
  const { value: words, change } = draft;
  const [reporter, setReporter] = useState<Reporter>(NOBODY);
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [sending, setSending] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [waitSeconds, setWaitSeconds] = useState<number | null>(null);
  const decision = useDecision(FileOnBehalfDocument);
  const keys = useRef(createRequestKeys(() => crypto.randomUUID()));
  const form = useRef<HTMLFormElement>(null);
  const hints = useCounterHints(words);
  const [{ data }] = useQuery({
    query: CounterCategoryDocument,
    variables: { id: words.category?.id ?? '' },
    pause: words.category === null,
  });
  const category = words.category ? data?.category : null;
  const requirement = category?.identityRequirement ?? 'NONE';
  const own = counterFaults(words, reporter, requirement, today);
  const proposed = proposeTitle(words.text);
  const faults = { ...decision.faults.fields, ...(attempts > 0 ? own : {}) };
  const faultAt = (name: string) => counterFault(t, name, faults[name]);

  // The first thing to mend gets the focus.
  useEffect(() => {
    if (attempts === 0) return;
    form.current?.querySelector<HTMLElement>('.field--error :is(input, textarea, select)')?.focus();
  }, [attempts, decision.faults.fields]);

  // From any field, whatever Enter means there.
  useEffect(() => {
    const send = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    };
    const shown = form.current;
    shown?.addEventListener('keydown', send);
    return () => shown?.removeEventListener('keydown', send);
  }, []);

  async function submit() {
    setAttempts((count) => count + 1);
    setWaitSeconds(null);
    if (Object.keys(own).length > 0 || sending) return;
    const input = counterInput(
      words,
      reporter,
      requirement,
      files.map(({ id }) => id),
    );
    const done = await decision.decide({ ...input, submissionKey: keys.current.keyFor(input) });
    if (done?.__typename === 'TooManyRequests') return setWaitSeconds(done.retryAfterSeconds);
    if (done?.__typename !== 'ReportSubmitted') return;
    keys.current.forget();
    const reached = reachedBy(words, reporter);
    draft.clear();
    onFiled({ ...done.report, accessCode: done.accessCode, reached });
  }

  return (
    <form
      ref={form}
      className="stack stack-4 counter-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <RefusalNotice refusal={decision.faults.refusal} gone="refused.goneHere" />
      {waitSeconds !== null && (
        <Notice tone="warning" role="alert" title={t('counter.tooMany')}>
          <p>{t('counter.tooManyHint', { minutes: Math.max(1, Math.ceil(waitSeconds / 60)) })}</p>
        </Notice>
      )}
      <Panel title={t('counter.what')}>
        <Field label={t('counter.text')} hint={t('counter.textHint')} error={faultAt('text')}>
          <TextArea
            rows={6}
            value={words.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
        </Field>
      </Panel>
      <Panel title={t('counter.where')}>
        <div className="stack stack-3">
          <PlaceFields words={words} change={change} today={today} faultAt={faultAt} />
        </div>
      </Panel>
      <SimilarHint reports={hints.similar} />
      <Panel title={t('counter.sort')}>
        <div className="stack stack-3">
          <Field label={t('counter.titleField')} hint={t('counter.titleHint')} error={faultAt('title')}>
            <TextInput
              value={words.title}
              maxLength={150}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
          </Field>
          {words.title === '' && proposed !== '' && (
            <p>
              <Button size="small" onClick={() => change({ title: proposed })}>
                {t('counter.titleUse', { title: proposed })}
              </Button>
            </p>
          )}
          <RadioCards
            legend={t('counter.kind')}
            name="kind"
            columns={3}
            value={words.kind}
            options={KINDS.map((value) => ({ value, title: said.kinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
          <CategoryField
            picked={words.category}
            suggested={hints.categories}
            error={faultAt('categoryId')}
            onPick={(picked) => change({ category: picked })}
          />
          {category?.isSensitive && !words.isConfidential && (
            <Notice tone="warning" title={t('counter.sensitive')}>
              <p>{t('counter.sensitiveHint')}</p>
            </Notice>
          )}
          <OrganisationField
            label={t('counter.organisation')}
            hint={t('counter.organisationHint')}
            error={faultAt('suggestedOrganisationId')}
            picked={words.organisation}
            clear={{ label: t('counter.organisationClear'), onClear: () => change({ organisation: null }) }}
            onPick={(organisation) => change({ organisation })}
          />
          <EvidenceField
            files={files}
            onChange={setFiles}
            onSending={setSending}
            error={faultAt('attachmentIds')}
          />
        </div>
      </Panel>
      <Panel title={t('counter.who')}>
        <ReporterFields
          words={words}
          change={change}
          reporter={reporter}
          onReporter={(part) => setReporter((before) => ({ ...before, ...part }))}
          requirement={requirement}
          faultAt={faultAt}
        />
      </Panel>
      <Panel title={t('counter.read')}>
        <ReadBack words={words} reporter={reporter} />
      </Panel>
      <Panel title={t('counter.consent')}>
        <ConsentFields words={words} change={change} faultAt={faultAt} />
      </Panel>
      <div className="row row--tight">
        <Button variant="primary" type="submit" busy={decision.busy} disabled={sending}>
          {t('counter.submit')}
        </Button>
        <Kbd>Ctrl ↵</Kbd>
        <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
        <span className="caption">{t('counter.kept')}</span>
      </div>
    </form>
  );
}

import { Button, Checkbox, ErrorSummary, Field, RadioCards, TextInput } from '@lapor/ui';
import { useMemo, useState, type ReactNode } from 'react';
import { draftFaults, type WebhookDraft } from './webhook-draft.ts';
import { WebhookFailure } from './webhook-failure.tsx';
import type { WebhookWork } from './use-webhook-work.ts';
import { useText } from './words.ts';

interface WebhookFormProps {
  draft: WebhookDraft;
  change: (part: Partial<WebhookDraft>) => void;
  /** Kinds that can be chosen. */
  types: readonly string[];
  work: WebhookWork;
  send: string;
  onSend: () => void;
  /** Between the fields and the button. */
  children?: ReactNode;
  cancel?: { label: string; onCancel: () => void };
}

/** Name, address and kinds of a webhook. */
export function WebhookForm({
  draft,
  change,
  types,
  work,
  send,
  onSend,
  children,
  cancel,
}: WebhookFormProps) {
  const t = useText();
  const [found, setFound] = useState<ReturnType<typeof draftFaults>>([]);
  const faultOf = (field: 'label' | 'url' | 'types') => {
    const fault = found.find((one) => one.field === field)?.fault;
    if (fault) return t(`webhooks.fault.${fault}`);
    return work.failure?.fields.some(({ path }) => path === field)
      ? t(`webhooks.refused.${field}`)
      : undefined;
  };
  // The same list until it is sent again: the summary takes the focus with each new one.
  const links = useMemo(
    () =>
      (['label', 'url', 'types'] as const).flatMap((field) => {
        const message = faultOf(field);
        return message ? [{ fieldId: `webhook-${field}`, message }] : [];
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [found, work.failure],
  );
  return (
    <form
      className="stack stack-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const faults = draftFaults(draft);
        setFound(faults);
        if (faults.length === 0) onSend();
      }}
    >
      <ErrorSummary title={t('reset.faults')} faults={links} />
      {links.length === 0 && <WebhookFailure failure={work.failure} />}
      <Field
        id="webhook-label"
        label={t('webhooks.label')}
        hint={t('webhooks.labelHint')}
        error={faultOf('label')}
      >
        <TextInput
          name="label"
          maxLength={80}
          autoComplete="off"
          value={draft.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </Field>
      <Field id="webhook-url" label={t('webhooks.url')} hint={t('webhooks.urlHint')} error={faultOf('url')}>
        <TextInput
          name="url"
          type="url"
          inputMode="url"
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          value={draft.url}
          onChange={(event) => change({ url: event.currentTarget.value })}
        />
      </Field>
      {children}
      <RadioCards
        id="webhook-types"
        legend={t('webhooks.types')}
        name="types"
        error={faultOf('types')}
        value={draft.types === null ? 'ALL' : 'SOME'}
        options={[
          { value: 'ALL', title: t('webhooks.allTypes'), text: t('webhooks.allTypesHint') },
          { value: 'SOME', title: t('webhooks.someTypes') },
        ]}
        onChange={(next) => change({ types: next === 'ALL' ? null : [] })}
      />
      {draft.types !== null && (
        <fieldset>
          <legend className="legend">{t('webhooks.someTypes')}</legend>
          {types.map((type) => (
            <Checkbox
              key={type}
              label={<code className="break-anywhere">{type}</code>}
              checked={draft.types!.includes(type)}
              onChange={(event) =>
                change({
                  types: event.currentTarget.checked
                    ? [...draft.types!, type]
                    : draft.types!.filter((one) => one !== type),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <div className="row">
        <Button variant="primary" type="submit" busy={work.busy}>
          {send}
        </Button>
        {cancel && <Button onClick={cancel.onCancel}>{cancel.label}</Button>}
      </div>
    </form>
  );
}

import { DecisionDialog, fieldText, useDecision } from '@lapor/staff/decisions';
import { Field, TextInput, useToast } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/use-text.ts';
import type { Bucket } from './buckets.ts';
import { keptValuesOf, type InboxFilter } from './inbox-filter.ts';
import { SaveFilterDocument } from './saved-filters.graphql.ts';
import type { KeptFilter } from './use-inbox-counters.ts';

interface KeepDialogProps {
  bucket: Bucket;
  filter: InboxFilter;
  kept: readonly KeptFilter[];
  onClose: () => void;
}

/** Names a filter to keep it; a name that is there already is replaced, and that is said before. */
export function KeepDialog({ bucket, filter, kept, onClose }: KeepDialogProps) {
  const t = useText();
  const toast = useToast();
  const decision = useDecision(SaveFilterDocument);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const given = name.trim();
  const replaces = kept.some((one) => one.name === given);

  async function submit() {
    setTried(true);
    if (given === '') return input.current?.focus();
    const done = await decision.decide({ kind: 'INBOX', name: given, values: keptValuesOf(bucket, filter) });
    if (!done) return;
    toast({ text: t('kept.done', { name: given }) });
    onClose();
  }

  return (
    <DecisionDialog
      open
      title={t('kept.title')}
      lead={<p className="caption">{t('kept.lead')}</p>}
      submitLabel={t('kept.submit')}
      busy={decision.busy}
      faults={decision.faults}
      gone="refused.goneHere"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label={t('kept.name')}
        error={
          decision.faults.fields['name'] === 'TOO_MANY'
            ? t('kept.tooMany')
            : fieldText(t, tried && given === '' ? 'REQUIRED' : decision.faults.fields['name'])
        }
        foot={replaces ? t('kept.replaces') : undefined}
      >
        <TextInput
          ref={input}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
    </DecisionDialog>
  );
}

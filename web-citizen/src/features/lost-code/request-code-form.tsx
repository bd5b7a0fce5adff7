import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { parseReportNumber } from '@lapor/wording';
import { useT } from '../../app/language-provider.tsx';
import { RequestNewAccessCodeDocument } from './lost-code.graphql.ts';

/** Asks for a new code. The answer is the same for every number and address: nobody learns here whose a report is. */
export function RequestCodeForm({ number: given }: { number: string }) {
  const t = useT();
  const client = useClient();
  const [number, setNumber] = useState(given);
  const [contact, setContact] = useState('');
  const [state, setState] = useState<'asking' | 'sending' | 'asked' | 'tooMany' | 'unreachable'>('asking');
  const [tried, setTried] = useState(false);
  const parsed = parseReportNumber(number);

  async function ask(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!parsed || contact.trim().length < 3) return;
    setState('sending');
    const { data } = await client
      .mutation(RequestNewAccessCodeDocument, { number: parsed, contact: contact.trim() })
      .toPromise();
    const answer = data?.requestNewAccessCode.__typename;
    setState(
      answer === 'NewAccessCodeRequested'
        ? 'asked'
        : answer === 'TooManyRequests'
          ? 'tooMany'
          : 'unreachable',
    );
  }

  if (state === 'asked')
    return (
      <Notice tone="info" role="status" title={t('lost.asked')}>
        <p>{t('lost.askedText')}</p>
      </Notice>
    );
  return (
    <form className="stack" onSubmit={(event) => void ask(event)} noValidate aria-label={t('lost.ask')}>
      <Field
        id="lost-number"
        label={t('common.reportNumber')}
        error={tried && !parsed ? t('open.numberFault') : undefined}
      >
        <TextInput
          code
          inputMode="numeric"
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      </Field>
      <Field
        id="lost-contact"
        label={t('lost.contact')}
        hint={t('lost.contactHint')}
        error={tried && contact.trim().length < 3 ? t('lost.contactFault') : undefined}
      >
        <TextInput
          autoComplete="email"
          value={contact}
          onChange={(event) => setContact(event.currentTarget.value)}
        />
      </Field>
      {state === 'tooMany' && <Notice tone="warning" role="alert" title={t('open.tooMany')} />}
      {state === 'unreachable' && <Notice tone="danger" role="alert" title={t('open.unreachable')} />}
      <Button type="submit" variant="quiet" busy={state === 'sending'}>
        {t('lost.ask')}
      </Button>
    </form>
  );
}

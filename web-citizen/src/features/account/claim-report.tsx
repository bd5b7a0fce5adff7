import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Anchor, Button, Card, Field, Notice, TextInput } from '@lapor/ui';
import {
  formatAccessCode,
  formatReportNumber,
  parseAccessCode,
  parseNumberAndCode,
  parseReportNumber,
} from '@lapor/wording';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { ClaimReportDocument } from './claim-report.graphql.ts';
import { SavedNotice } from './saved-notice.tsx';

type Fault = 'number' | 'code' | 'notFound' | 'tooMany' | 'unreachable';

const messages: Record<Fault, MessageId> = {
  number: 'open.numberFault',
  code: 'open.codeFault',
  notFound: 'account.claim.notFound',
  tooMany: 'open.tooMany',
  unreachable: 'open.unreachable',
};

/** Adds a report that was filed without the account: whoever knows its code may. Both may be pasted at once. */
export function ClaimReport({ onClaimed }: { onClaimed: () => void }) {
  const t = useT();
  const [{ fetching }, run] = useMutation(ClaimReportDocument);
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [added, setAdded] = useState<{ number: string; title: string } | null>(null);

  function takeNumber(typed: string) {
    const both = parseNumberAndCode(typed);
    if (both) setCode(formatAccessCode(both.accessCode));
    setNumber(both ? formatReportNumber(both.number) : typed);
  }

  function fail(found: Fault) {
    setFault(found);
    document.getElementById(found === 'code' ? 'claim-code' : 'claim-number')?.focus();
  }

  async function claim(event: FormEvent) {
    event.preventDefault();
    setFault(null);
    setAdded(null);
    const typed = { number: parseReportNumber(number), accessCode: parseAccessCode(code) };
    if (!typed.number) return fail('number');
    if (!typed.accessCode) return fail('code');
    const { data } = await run({ number: typed.number, accessCode: typed.accessCode });
    const result = data?.result;
    if (result?.__typename !== 'ReportChanged') {
      const reason =
        result && ({ NotFound: 'notFound', TooManyRequests: 'tooMany' } as const)[result.__typename];
      return fail(reason ?? 'unreachable');
    }
    setAdded(result.report);
    setNumber('');
    setCode('');
    onClaimed();
  }

  const above = fault && fault !== 'number' && fault !== 'code' ? fault : null;
  return (
    <Card labelledBy="claim">
      <h2 id="claim" className="h3">
        {t('account.claim')}
      </h2>
      <p>{t('account.claim.text')}</p>
      {added && (
        <>
          <SavedNotice key={added.number}>{t('account.claim.done')}</SavedNotice>
          <p>
            <Anchor href={`/laporan/${added.number}`}>{added.title}</Anchor>
          </p>
        </>
      )}
      <form className="stack" onSubmit={(event) => void claim(event)} noValidate aria-labelledby="claim">
        {above && (
          <Notice tone="danger" role="alert">
            <p>{t(messages[above])}</p>
          </Notice>
        )}
        <Field
          id="claim-number"
          label={t('common.reportNumber')}
          hint={t('open.numberHint')}
          error={fault === 'number' ? t(messages.number) : undefined}
        >
          <TextInput
            code
            inputMode="numeric"
            autoComplete="off"
            value={number}
            onChange={(event) => takeNumber(event.currentTarget.value)}
          />
        </Field>
        <Field
          id="claim-code"
          label={t('common.accessCode')}
          hint={t('open.codeHint')}
          error={fault === 'code' ? t(messages.code) : undefined}
        >
          <TextInput
            code
            inputMode="numeric"
            autoComplete="off"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </Field>
        <p>
          <Button type="submit" busy={fetching}>
            {t('account.claim.do')}
          </Button>
        </p>
      </form>
      <p className="caption">
        {t('account.claim.lost')} <Anchor href="/lacak#lost">{t('lost.ask')}</Anchor>
      </p>
    </Card>
  );
}

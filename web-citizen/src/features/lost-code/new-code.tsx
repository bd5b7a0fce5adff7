import { useState } from 'react';
import { useClient } from 'urql';
import { useLocation } from 'wouter';
import { Button, Card, LinkButton, Notice, copyIcon } from '@lapor/ui';
import { formatAccessCode, formatReportNumber } from '@lapor/wording';
import { useT } from '../../app/language-provider.tsx';
import { openReport } from '../follow/open-report.ts';
import { RenewAccessCodeDocument } from './lost-code.graphql.ts';

type State =
  { is: 'asking' | 'sending' | 'over' | 'unreachable' } | { is: 'done'; number: string; accessCode: string };

/** Makes a new code with the link from the mail; a button, so that looking at the link alone changes nothing. */
export function NewCode({ token }: { token: string }) {
  const t = useT();
  const client = useClient();
  const [state, setState] = useState<State>({ is: 'asking' });

  async function renew() {
    setState({ is: 'sending' });
    const { data } = await client.mutation(RenewAccessCodeDocument, { token }).toPromise();
    const result = data?.renewAccessCode;
    if (result?.__typename === 'AccessCodeRenewed')
      return setState({ is: 'done', number: result.number, accessCode: result.accessCode });
    setState({ is: result?.__typename === 'NotFound' ? 'over' : 'unreachable' });
  }

  if (state.is === 'done')
    return (
      <div role="status">
        <Card>
          <h2>{t('lost.newCode')}</h2>
          <p>
            {t('common.reportNumber')}: <strong className="code">{formatReportNumber(state.number)}</strong>
          </p>
          <p>
            {t('common.accessCode')}: <strong className="code">{formatAccessCode(state.accessCode)}</strong>
          </p>
          <p>{t('lost.noteIt')}</p>
          <KeepAndOpen number={state.number} accessCode={state.accessCode} />
        </Card>
      </div>
    );
  if (state.is === 'over')
    return (
      <Notice tone="warning" role="alert" title={t('lost.over')}>
        <p>{t('lost.overText')}</p>
        <LinkButton href="/lacak" variant="quiet" size="small">
          {t('lost.again')}
        </LinkButton>
      </Notice>
    );
  return (
    <Card>
      <h2>{t('lost.makeTitle')}</h2>
      <p>{t('lost.makeText')}</p>
      {state.is === 'unreachable' && <Notice tone="danger" role="alert" title={t('open.unreachable')} />}
      <Button busy={state.is === 'sending'} onClick={() => void renew()}>
        {t('lost.make')}
      </Button>
    </Card>
  );
}

/** The code is shown once: a way to keep it, and the report itself without typing it in again. */
function KeepAndOpen({ number, accessCode }: { number: string; accessCode: string }) {
  const t = useT();
  const client = useClient();
  const [, navigate] = useLocation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const [opening, setOpening] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function copy() {
    const text = t('sent.copyText', {
      number: formatReportNumber(number),
      code: formatAccessCode(accessCode),
    });
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done === true);
  }
  async function open() {
    setOpening('busy');
    const result = await openReport(client, { number, accessCode });
    if (!result.ok) return setOpening('failed');
    navigate(`/laporan/${result.number}`);
  }

  return (
    <>
      <p className="row">
        <Button variant="primary" icon={copyIcon} onClick={() => void copy()}>
          {t('sent.copyBoth')}
        </Button>
        <Button busy={opening === 'busy'} onClick={() => void open()}>
          {t('sent.open')}
        </Button>
      </p>
      <p className={copied === null ? 'sr' : 'caption'} role="status">
        {copied === true && t('sent.copied')}
        {copied === false && t('sent.failed')}
      </p>
      {opening === 'failed' && (
        <p className="caption" role="alert">
          {t('sent.notOpened')}
        </p>
      )}
    </>
  );
}

import { useState } from 'react';
import { useClient } from 'urql';
import { Button, Card, LinkButton, Notice } from '@lapor/ui';
import { formatAccessCode, formatReportNumber } from '@lapor/wording';
import { useT } from '../../app/language-provider.tsx';
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

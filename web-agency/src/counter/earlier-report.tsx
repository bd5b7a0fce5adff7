import { useDates, useLanguage } from '@lapor/staff';
import { Button, Field, Notice, StatusPill, TextInput } from '@lapor/ui';
import { formatReportNumber, parseReportNumber } from '@lapor/wording';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';
import { EarlierReportDocument } from './counter.graphql.ts';

type Found = NonNullable<ResultOf<typeof EarlierReportDocument>['report']>;

/** Whoever calls about a report that is there already: by its number, without leaving what was begun. */
export function EarlierReport() {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found | 'none' | 'failed' | 'not-a-number' | null>(null);
  const [busy, setBusy] = useState(false);

  async function look() {
    const number = parseReportNumber(typed);
    if (!number) return setFound('not-a-number');
    setBusy(true);
    const { data, error } = await client
      .query(EarlierReportDocument, { number }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    setFound(error ? 'failed' : (data?.report ?? 'none'));
  }

  return (
    <form
      role="search"
      className="stack stack-3"
      aria-label={t('counter.earlier')}
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <Field
        className="narrow"
        label={t('counter.earlierNumber')}
        hint={t('counter.earlierHint')}
        error={found === 'not-a-number' ? t('counter.earlierDigits') : undefined}
      >
        <TextInput
          code
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setFound(null);
          }}
        />
      </Field>
      <p>
        <Button type="submit" size="small" busy={busy}>
          {t('counter.earlierLook')}
        </Button>
      </p>
      <div role="status">
        {found === 'none' && (
          <Notice tone="plain">
            <p>{t('counter.earlierNone')}</p>
          </Notice>
        )}
        {found === 'failed' && (
          <Notice tone="warning">
            <p>{t('counter.earlierFailed')}</p>
          </Notice>
        )}
        {found !== null && typeof found === 'object' && (
          <Notice tone="info" title={`${formatReportNumber(found.number)} · ${found.title}`}>
            <p>
              <StatusPill state={found.state}>{words.states[found.state]}</StatusPill>{' '}
              {t('counter.earlierSince', { day: dates.dayOf(found.submittedAt, 'date') })}
              {found.handler ? ` · ${found.handler.name}` : ''}
            </p>
            <p>
              <Link to={`/laporan/${found.number}`}>{t('counter.earlierOpen')}</Link>
            </p>
          </Notice>
        )}
      </div>
    </form>
  );
}

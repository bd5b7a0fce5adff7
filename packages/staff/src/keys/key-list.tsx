import { Button, Panel, Table, Tag, type Column } from '@lapor/ui';
import type { ApiKey } from '@lapor/web-client';
import { formatNumber } from '@lapor/wording';
import { useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import { SCOPE_WORDS } from './key-scopes.ts';
import { endsSoon, keyState } from './key-states.ts';
import { RevokeKey } from './revoke-key.tsx';
import { useOrganisationName } from './use-organisation-name.ts';

interface KeyListProps {
  keys: readonly ApiKey[];
  caption: string;
  /** The caption stands above it; else what opens the list says the same. */
  titled?: boolean;
  /** All are of one organisation, which need not be said with each. */
  ofOne: boolean;
  onChanged: () => void;
}

export function KeyList({ keys, caption, titled, ofOne, onChanged }: KeyListProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const now = new Date();
  const columns: Column<ApiKey>[] = [
    {
      id: 'label',
      header: t('keys.label'),
      rowHeader: true,
      onPhone: 'title',
      cell: (key) => (
        <>
          <strong>{key.label}</strong>
          <span className="caption block">
            {!ofOne && (
              <>
                <Owner apiKey={key} />
                {' · '}
              </>
            )}
            {key.scopes.map((scope) => t(SCOPE_WORDS[scope].title)).join(', ')}
          </span>
        </>
      ),
    },
    {
      id: 'expires',
      header: t('keys.until'),
      onPhone: 'due',
      cell: (key) => (
        <>
          <span className="nowrap">{dates.dayOf(key.expiresAt, 'date')}</span>
          <KeyMark apiKey={key} now={now} />
        </>
      ),
    },
    {
      id: 'used',
      header: t('keys.lastUsed'),
      onPhone: 'hide',
      cell: (key) => (key.lastUsedAt ? dates.moment(key.lastUsedAt, 'short') : t('keys.never')),
    },
    {
      id: 'today',
      header: t('keys.today'),
      end: true,
      onPhone: 'hide',
      cell: (key) => <span className="num">{formatNumber(words, key.requestsToday)}</span>,
    },
    {
      id: 'month',
      header: t('keys.month'),
      end: true,
      onPhone: 'hide',
      cell: (key) => <span className="num">{formatNumber(words, key.requestsLast30Days)}</span>,
    },
    {
      id: 'phone',
      header: t('keys.usage'),
      onPhone: 'unit',
      className: 'only-below-desk',
      cell: (key) => (
        <>
          {t('keys.usageLine', {
            today: formatNumber(words, key.requestsToday),
            month: formatNumber(words, key.requestsLast30Days),
          })}
          <br />
          {key.lastUsedAt
            ? t('account.lastUsedOn', { day: dates.moment(key.lastUsedAt, 'short') })
            : t('account.neverUsed')}
        </>
      ),
    },
    {
      id: 'revoke',
      header: <span className="sr">{t('keys.revoke')}</span>,
      end: true,
      onPhone: 'state',
      cell: (key) =>
        ['IN_FORCE', 'ASLEEP'].includes(keyState(key, now)) && (
          <Button
            size="small"
            variant="danger"
            aria-label={t('keys.revokeOf', { label: key.label })}
            onClick={() => setRevoking(key)}
          >
            {t('keys.revoke')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Panel flush title={titled ? caption : undefined}>
        <Table cards captionHidden caption={caption} columns={columns} rows={keys} rowKey={({ id }) => id} />
      </Panel>
      {revoking && (
        <RevokeKey
          apiKey={revoking}
          onRevoked={() => {
            setRevoking(null);
            onChanged();
          }}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}

/** What the day beside it does not say. */
function KeyMark({ apiKey, now }: { apiKey: ApiKey; now: Date }) {
  const t = useText();
  const state = keyState(apiKey, now);
  if (state !== 'IN_FORCE')
    return (
      <span className="block">
        <Tag>{t(`keys.state.${state}`)}</Tag>
      </span>
    );
  return endsSoon(apiKey, now) ? (
    <span className="block">
      <Tag>{t('keys.soon')}</Tag>
    </span>
  ) : null;
}

/** The organisation whose system it is, or the analyst. */
function Owner({ apiKey: { organisationId, accountId } }: { apiKey: ApiKey }) {
  const t = useText();
  const { officer } = useSession();
  const name = useOrganisationName(organisationId);
  if (organisationId) return <>{name ?? organisationId}</>;
  return <>{t(accountId === officer.id ? 'keys.own' : 'role.ANALYST')}</>;
}

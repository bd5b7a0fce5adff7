import { useDates } from '@lapor/staff';
import { Button, clockIcon, doneIcon, infoIcon, Panel, Table, Tag, warningIcon, type Glyph } from '@lapor/ui';
import { useState } from 'react';
import { OfficerName } from '../officer-name.tsx';
import { useCodeText, useText } from '../words.ts';
import { ProviderDialog, type Decision } from './provider-dialog.tsx';
import type { ProviderState } from './state-client.ts';

const SIGNS: Readonly<Record<string, Glyph>> = {
  READY: doneIcon,
  RESTING: warningIcon,
  CONNECTING: clockIcon,
};

interface ProvidersProps {
  providers: readonly ProviderState[];
  ways: readonly { way: string; isOffered: boolean }[];
  /** Something was decided, here or elsewhere. */
  onChanged: () => void;
}

/** Who carries messages, how each does, and where the desk decides who is asked. */
export function Providers({ providers, ways, onChanged }: ProvidersProps) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const [open, setOpen] = useState<{ decision: Decision; name: string } | null>(null);
  const changeable = providers.filter(({ mayBeChanged }) => mayBeChanged);
  const chosen = open && changeable.find(({ name }) => name === open.name);
  const missing = ways.filter(({ isOffered }) => !isOffered).map(({ way }) => codeText('channels.way', way));
  return (
    <Panel title={t('channels.state.providers')} flush>
      {providers.length > 0 && (
        <Table
          caption={t('channels.state.providers')}
          captionHidden
          stacked
          rows={providers}
          rowKey={({ way, name }) => `${way} ${name}`}
          columns={[
            {
              id: 'name',
              header: t('channels.state.provider'),
              rowHeader: true,
              cell: ({ way, name }) => (
                <>
                  <strong className="break-anywhere">{name}</strong>
                  <span className="caption block">{codeText('channels.way', way)}</span>
                </>
              ),
            },
            {
              id: 'state',
              header: t('channels.state.state'),
              cell: ({ state, connections, restsUntil, role, rest, mayBeChanged }) => (
                <>
                  <Tag icon={rest ? warningIcon : (SIGNS[state] ?? infoIcon)}>
                    {codeText('channels.provider', rest ? role : state)}
                  </Tag>
                  {mayBeChanged && !rest && (
                    <span className="caption block">{codeText('channels.provider', role)}</span>
                  )}
                  {rest && (
                    <span className="caption block">
                      {t('channels.provider.restSince', {
                        since: dates.moment(rest.since, 'short'),
                        until: dates.moment(rest.until, 'short'),
                      })}{' '}
                      <OfficerName id={rest.accountId} />: {rest.reason}
                    </span>
                  )}
                  {connections && (
                    <span className="caption block">{t('channels.state.connections', connections)}</span>
                  )}
                  {restsUntil && (
                    <span className="caption block">
                      {t('channels.state.restsUntil', { moment: dates.moment(restsUntil, 'short') })}
                    </span>
                  )}
                </>
              ),
            },
            {
              id: 'taken',
              header: t('channels.state.lastTaken'),
              cell: ({ lastTakenAt }) =>
                lastTakenAt ? dates.moment(lastTakenAt, 'short') : t('channels.state.never'),
            },
            {
              id: 'refusal',
              header: t('channels.state.lastRefusal'),
              cell: ({ lastRefusal, refusedInHour }) => (
                <>
                  {lastRefusal ? <code>{lastRefusal}</code> : '–'}
                  {refusedInHour !== null && (
                    <span className="caption block">
                      {t('channels.provider.refusedInHour', { count: refusedInHour })}
                    </span>
                  )}
                </>
              ),
            },
            ...(changeable.length > 0
              ? [
                  {
                    id: 'do',
                    header: t('channels.provider.decide'),
                    cell: ({ name, rest, role, mayBeChanged }: ProviderState) =>
                      mayBeChanged && (
                        <span className="row row--tight">
                          <Button
                            size="small"
                            onClick={() => setOpen({ decision: rest ? 'back' : 'rest', name })}
                          >
                            {t(rest ? 'channels.provider.back' : 'channels.provider.rest')}
                          </Button>
                          {!rest && role !== 'FIRST' && changeable[0]?.name !== name && (
                            <Button size="small" onClick={() => setOpen({ decision: 'first', name })}>
                              {t('channels.provider.first')}
                            </Button>
                          )}
                        </span>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {providers.length === 0 && <p className="panel__body">{t('channels.state.noProviders')}</p>}
      {missing.length > 0 && (
        <p className="panel__body caption">{t('channels.state.notOffered', { ways: missing.join(', ') })}</p>
      )}
      {open && chosen && (
        <ProviderDialog
          key={`${open.decision} ${open.name}`}
          decision={open.decision}
          provider={chosen}
          all={changeable}
          onStale={onChanged}
          onDone={() => {
            setOpen(null);
            onChanged();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

import { useDates } from '@lapor/staff';
import { clockIcon, doneIcon, infoIcon, Panel, Table, Tag, warningIcon, type Glyph } from '@lapor/ui';
import { useCodeText, useText } from '../words.ts';
import type { ProviderState } from './state-client.ts';

const SIGNS: Readonly<Record<string, Glyph>> = {
  READY: doneIcon,
  RESTING: warningIcon,
  CONNECTING: clockIcon,
};

interface ProvidersProps {
  providers: readonly ProviderState[];
  ways: readonly { way: string; isOffered: boolean }[];
}

/** Who carries messages, and how each does. */
export function Providers({ providers, ways }: ProvidersProps) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
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
              cell: ({ state, connections, restsUntil }) => (
                <>
                  <Tag icon={SIGNS[state] ?? infoIcon}>{codeText('channels.provider', state)}</Tag>
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
              cell: ({ lastRefusal }) => (lastRefusal ? <code>{lastRefusal}</code> : '–'),
            },
          ]}
        />
      )}
      {missing.length > 0 && (
        <p className="panel__body caption">{t('channels.state.notOffered', { ways: missing.join(', ') })}</p>
      )}
      {providers.length === 0 && <p className="panel__body">{t('channels.state.noProviders')}</p>}
    </Panel>
  );
}

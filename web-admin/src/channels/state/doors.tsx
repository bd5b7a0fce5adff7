import { useDates } from '@lapor/staff';
import { Anchor, doneIcon, lockIcon, Panel, Table, Tag } from '@lapor/ui';
import { useCodeText, useText } from '../words.ts';
import type { DoorState } from './state-client.ts';

/** Which doors are open, what is missing where one is shut, and what came in. */
export function Doors({ doors }: { doors: readonly DoorState[] }) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  return (
    <Panel title={t('channels.state.doors')} flush>
      <Table
        caption={t('channels.state.doors')}
        captionHidden
        stacked
        rows={doors}
        rowKey={({ channel }) => channel}
        columns={[
          {
            id: 'door',
            header: t('channels.door'),
            rowHeader: true,
            cell: ({ channel }) => <strong>{codeText('channels.door', channel)}</strong>,
          },
          {
            id: 'state',
            header: t('channels.state.state'),
            cell: ({ isOpen, missing }) => (
              <>
                <Tag icon={isOpen ? doneIcon : lockIcon}>
                  {t(isOpen ? 'channels.state.open' : 'channels.state.shut')}
                </Tag>
                {missing.length > 0 && (
                  <span className="caption block">
                    {t('channels.state.missing')} <code className="break-anywhere">{missing.join(', ')}</code>
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'last',
            header: t('channels.state.last'),
            cell: ({ lastMessageAt }) =>
              lastMessageAt ? dates.moment(lastMessageAt, 'short') : t('channels.state.never'),
          },
          {
            id: 'today',
            header: t('channels.state.received'),
            end: true,
            cell: ({ receivedToday, refusedToday }) => (
              <>
                {receivedToday}
                {refusedToday > 0 && (
                  <span className="caption block">
                    {t('channels.state.refused', { count: refusedToday })}
                  </span>
                )}
              </>
            ),
          },
          {
            id: 'waiting',
            header: t('channels.state.unread'),
            end: true,
            cell: ({ waiting }) => waiting,
          },
          {
            id: 'persons',
            header: t('channels.state.forPersons'),
            end: true,
            cell: ({ channel, forPersons, givenUp }) => (
              <>
                {forPersons > 0 ? (
                  <Anchor href={`/kanal/pesan?pintu=${channel}`}>{forPersons}</Anchor>
                ) : (
                  forPersons
                )}
                {givenUp > 0 && (
                  <span className="caption block">{t('channels.state.givenUp', { count: givenUp })}</span>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

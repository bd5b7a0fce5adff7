import { useDates } from '@lapor/staff';
import { Anchor, doneIcon, lockIcon, Panel, Table, Tag } from '@lapor/ui';
import { useCodeText, useText } from '../words.ts';
import { MissingSettings } from './missing-settings.tsx';
import type { DoorState } from './state-client.ts';

/** A door that is shut and always was has nothing to show but that. */
const hasSomething = ({ isOpen, lastMessageAt, waiting, forPersons }: DoorState): boolean =>
  isOpen || lastMessageAt !== null || waiting > 0 || forPersons > 0;

/** Which doors are open and what came in by them, and which are shut. */
export function Doors({ doors }: { doors: readonly DoorState[] }) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const shown = doors.filter(hasSomething);
  return (
    <Panel title={t('channels.state.doors')} flush>
      {shown.length > 0 && (
        <Table
          caption={t('channels.state.doors')}
          captionHidden
          stacked
          rows={shown}
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
              cell: ({ isOpen }) => (
                <Tag icon={isOpen ? doneIcon : lockIcon}>
                  {t(isOpen ? 'channels.state.open' : 'channels.state.shut')}
                </Tag>
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
      )}
      <MissingSettings doors={doors} />
    </Panel>
  );
}

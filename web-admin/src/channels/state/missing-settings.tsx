import { useCodeText, useText } from '../words.ts';
import type { DoorState } from './state-client.ts';

/** Which doors are shut, in words; by which settings they open is for whoever runs the server. */
export function MissingSettings({ doors }: { doors: readonly DoorState[] }) {
  const t = useText();
  const codeText = useCodeText();
  const shut = doors.filter(({ isOpen }) => !isOpen);
  if (shut.length === 0) return null;
  const nameOf = ({ channel }: DoorState) => codeText('channels.door', channel);
  return (
    <div className="panel__body">
      <p>{t('channels.state.shutDoors', { doors: shut.map(nameOf).join(', ') })}</p>
      <details className="more-about">
        <summary>{t('channels.state.forOperators')}</summary>
        <dl className="settings-list">
          {shut.map((door) => (
            <div key={door.channel}>
              <dt>{nameOf(door)}</dt>
              <dd>
                {t('channels.state.missing')}{' '}
                <code className="break-anywhere">{door.missing.join(', ')}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

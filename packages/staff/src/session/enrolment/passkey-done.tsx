import { Button, Notice } from '@lapor/ui';
import { useText } from '../../language/use-text.ts';

/** The device is known; a second way in is offered, because devices get lost. */
export function PasskeyDone({ onAddApp, onOpen }: { onAddApp: () => void; onOpen: () => void }) {
  const t = useText();
  return (
    <div className="stack">
      <Notice tone="success" role="status">
        <p>{t('enrol.passkeyDoneHint')}</p>
      </Notice>
      <Button variant="primary" block onClick={onOpen}>
        {t('enrol.open')}
      </Button>
      <Button block onClick={onAddApp}>
        {t('enrol.addApp')}
      </Button>
    </div>
  );
}

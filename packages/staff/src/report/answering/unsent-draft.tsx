import { Button, Panel } from '@lapor/ui';
import { useText } from '../../language/use-text.ts';
import { CopyButton } from '../../sharing/copy-button.tsx';

/** An answer that can no longer be sent, because the report has moved on: kept until the officer throws it away. */
export function UnsentDraft({ text, onDiscard }: { text: string; onDiscard: () => void }) {
  const t = useText();
  return (
    <Panel title={t('unsent.title')}>
      <div className="stack stack-3">
        <p>{t('unsent.text')}</p>
        <p className="textbox narrative">{text}</p>
        <div className="row row--tight">
          <CopyButton text={text} label={t('unsent.copy')} />
          <Button variant="quiet" onClick={onDiscard}>
            {t('unsent.discard')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

import { DecisionDialog } from '../decision-dialog.tsx';
import { useText } from '../words.ts';
import { Changes } from './changes.tsx';
import { backToBuiltIn, type TemplateMedium, type WordingKey } from './preview-client.ts';

interface BuiltInDialogProps {
  wordingKey: WordingKey;
  medium: TemplateMedium;
  onStale: () => void;
  onDone: () => void;
  onClose: () => void;
}

/** Back to the words that the platform comes with, for a reason. */
export function BuiltInDialog({ wordingKey, medium, ...on }: BuiltInDialogProps) {
  const t = useText();
  const { version, wording, builtIn } = medium;
  return (
    <DecisionDialog
      {...on}
      wide
      title={t('channels.templates.back')}
      doneText={t('channels.templates.wentBack')}
      content={version}
      ask={(given) => backToBuiltIn(wordingKey, { ...given, version })}
    >
      {() => (
        <>
          <p>{t('channels.templates.backLead')}</p>
          <Changes before={wording} after={builtIn} />
        </>
      )}
    </DecisionDialog>
  );
}

import { ChangeDialog } from '../changing/change-dialog.tsx';
import { useText } from '../language/use-text.ts';
import type { Programme } from './programme-dialog.tsx';
import { EndProgrammeDocument } from './programmes.graphql.ts';

interface EndDialogProps {
  programme: Programme;
  onClose: () => void;
  onDone: () => void;
}

export function EndDialog({ programme, onClose, onDone }: EndDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={EndProgrammeDocument}
      draft={`end-programme:${programme.id}`}
      empty={{}}
      title={t('programmes.endTitle', { name: programme.name })}
      lead={<p>{t('programmes.endLead')}</p>}
      submitLabel={t('programmes.end')}
      tone="danger"
      doneText={t('programmes.ended')}
      inputOf={() => ({ programmeId: programme.id })}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

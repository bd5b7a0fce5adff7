import { Button, fileIcon } from '@lapor/ui';
import type { AnswerKind } from '@lapor/wording';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../language/use-text.ts';

const PickTemplateDialog = lazy(async () => ({
  default: (await import('../../templates/pick-template-dialog.tsx')).PickTemplateDialog,
}));

interface TemplateButtonProps {
  reportId: string;
  organisationId: string;
  kind: AnswerKind;
  categoryId: string | null;
  text: string;
  onChange: (text: string) => void;
}

/** Opens the templates of the unit; what is chosen comes in the place of the text, or below it. */
export function TemplateButton({ text, onChange, ...about }: TemplateButtonProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const written = text.trim();
  return (
    <>
      <Button size="small" icon={fileIcon} onClick={() => setOpen(true)}>
        {t('writing.template')}
      </Button>
      {open && (
        <Suspense>
          <PickTemplateDialog
            {...about}
            hasText={written !== ''}
            onPick={(filled, how) => {
              onChange(how === 'APPEND' && written !== '' ? `${written}\n\n${filled}` : filled);
              setOpen(false);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

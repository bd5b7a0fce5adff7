import { Checkbox } from '@lapor/ui';
import { ChangeDialog } from '../../changing/change-dialog.tsx';
import { useText } from '../../language/use-text.ts';
import { ApproveLetterDocument } from '../oversight.graphql.ts';
import type { LetterActProps } from './act-props.ts';

/** A letter cannot be approved unread: the check sits directly above the button. */
export function ApproveDialog({ letter, onClose, onDone }: LetterActProps) {
  const t = useText();
  const label = t(letter.state === 'FAILED' ? 'oversight.sendAgain' : 'oversight.approve');
  return (
    <ChangeDialog
      document={ApproveLetterDocument}
      draft={`letter-approve:${letter.id}`}
      // Another text has to be read anew.
      empty={{ readVersion: null as number | null }}
      title={label}
      lead={<p>{t('oversight.approveLead', { name: letter.addressee.name })}</p>}
      submitLabel={label}
      doneText={t('oversight.approved')}
      check={({ readVersion }) => ({ isRead: readVersion === letter.version ? undefined : 'REQUIRED' })}
      inputOf={() => ({ letterId: letter.id, expectedVersion: letter.version })}
      onClose={onClose}
      onDone={onDone}
    >
      {({ value, change, faultAt }) => (
        <>
          <p>
            <a href={letter.pdfPath} download>
              {t('oversight.download')}
            </a>
          </p>
          <Checkbox
            label={t('oversight.isRead')}
            checked={value.readVersion === letter.version}
            onChange={(event) => change({ readVersion: event.currentTarget.checked ? letter.version : null })}
          />
          {faultAt('isRead') && (
            <p className="error" role="alert">
              {t('oversight.readFirst')}
            </p>
          )}
        </>
      )}
    </ChangeDialog>
  );
}

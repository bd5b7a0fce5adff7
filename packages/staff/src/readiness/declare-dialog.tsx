import { useState } from 'react';
import { ChangeDialog } from '../changing/change-dialog.tsx';
import { LineField, WordsField } from '../changing/form-fields.tsx';
import { useToday } from '../dates/use-today.ts';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import type { UploadedFile } from '../evidence/upload.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { declarationFaults, type ItemKind, type ReadinessItem } from './next-step.ts';
import { DeclareReadinessDocument, WithdrawDeclarationDocument } from './readiness.graphql.ts';

const NOTE_HINTS: Partial<Record<ItemKind, StaffMessageId>> = {
  DECREE: 'readiness.noteHint.DECREE',
  PROCEDURE: 'readiness.noteHint.PROCEDURE',
  FACILITIES: 'readiness.noteHint.FACILITIES',
  STAFF_TRAINED: 'readiness.noteHint.STAFF_TRAINED',
};

interface DeclarationDialogProps {
  organisationId: string;
  item: ReadinessItem;
  onClose: () => void;
}

interface Declaration {
  number: string;
  date: string;
  note: string;
  validUntil: string;
  files: readonly UploadedFile[];
}

/** Says that an item is there: number, date, validity, and the papers that show it. */
export function DeclareDialog({ organisationId, item, onClose }: DeclarationDialogProps) {
  const t = useText();
  const today = useToday();
  const [sending, setSending] = useState(false);
  const { kind, declaration } = item;
  const isDecree = kind === 'DECREE';
  return (
    <ChangeDialog
      document={DeclareReadinessDocument}
      draft={`declare:${organisationId}:${kind}`}
      empty={
        {
          number: declaration?.number ?? '',
          date: declaration?.date ?? '',
          note: declaration?.note ?? '',
          validUntil: declaration?.validUntil ?? '',
          // Files of the last declaration go on, unless they are taken off.
          files: (declaration?.evidence ?? []).map(({ id, fileName, mediaType, sizeBytes }) => ({
            id,
            fileName,
            mediaType,
            sizeBytes,
          })),
        } as Declaration
      }
      title={t('readiness.declareTitle', { item: t(`readiness.item.${kind}`) })}
      lead={<p className="caption">{t(`readiness.declareLead.${isDecree ? 'DECREE' : 'OTHER'}`)}</p>}
      submitLabel={t('readiness.declare')}
      doneText={t('readiness.declared')}
      check={(value) => ({
        ...declarationFaults(kind, value, today),
        sending: sending ? 'SENDING' : undefined,
      })}
      words={{
        date: { FUTURE: 'readiness.dateFuture', INVALID: 'readiness.dateFuture' },
        validUntil: { PAST: 'tree.change.past', INVALID: 'tree.change.past' },
        evidenceIds: { REQUIRED: 'readiness.fileNeeded', NOT_FOUND: 'evidence.gone' },
        sending: { SENDING: 'readiness.stillSending' },
      }}
      inputOf={({ number, date, note, validUntil, files }) => ({
        organisationId,
        kind,
        number: number.trim() || null,
        date: date || null,
        note: note.trim() || null,
        validUntil: validUntil || null,
        evidenceIds: files.map(({ id }) => id),
      })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <div className="grid-2">
            <LineField
              form={form}
              name="number"
              label={t(isDecree ? 'readiness.decreeNumber' : 'readiness.numberOptional')}
            />
            <LineField
              form={form}
              name="date"
              label={t(isDecree ? 'readiness.decreeDate' : 'readiness.dateOptional')}
              type="date"
              max={today}
            />
          </div>
          <WordsField
            form={form}
            name="note"
            label={t('readiness.note')}
            hint={NOTE_HINTS[kind] && t(NOTE_HINTS[kind])}
            short
          />
          <LineField
            form={form}
            name="validUntil"
            label={t('readiness.validUntilOptional')}
            hint={t('readiness.validUntilHint')}
            narrow
            type="date"
            min={today}
          />
          <EvidenceField
            files={form.value.files}
            onChange={(files) => form.change({ files })}
            onSending={setSending}
            error={form.faultAt('evidenceIds') ?? form.faultAt('sending')}
            store={{
              address: `/files/evidence/${encodeURIComponent(organisationId)}`,
              accepted: 'application/pdf,image/jpeg,image/png',
              label: t('readiness.addFile'),
              hint: t('readiness.fileHint'),
            }}
          />
        </>
      )}
    </ChangeDialog>
  );
}

/** What was declared does not hold any more. */
export function WithdrawDialog({ organisationId, item, onClose }: DeclarationDialogProps) {
  const t = useText();
  return (
    <ChangeDialog
      document={WithdrawDeclarationDocument}
      draft={`withdraw:${organisationId}:${item.kind}`}
      empty={{ reason: '' }}
      title={t('readiness.withdrawTitle', { item: t(`readiness.item.${item.kind}`) })}
      lead={<p className="caption">{t('readiness.withdrawLead')}</p>}
      submitLabel={t('readiness.withdraw')}
      tone="danger"
      doneText={t('readiness.withdrawn')}
      check={({ reason }) => ({ reason: reason.trim() ? undefined : 'REQUIRED' })}
      inputOf={({ reason }) => ({ organisationId, kind: item.kind, reason: reason.trim() })}
      onClose={onClose}
    >
      {(form) => <WordsField form={form} name="reason" label={t('reason')} short />}
    </ChangeDialog>
  );
}

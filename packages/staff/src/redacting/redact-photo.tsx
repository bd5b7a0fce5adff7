import { Button, FieldError, plusIcon, Select, useToast } from '@lapor/ui';
import { useState } from 'react';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { fieldText } from '../decisions/field-faults.ts';
import { useReportDecision } from '../decisions/use-report-decision.ts';
import { useText } from '../language/use-text.ts';
import { inTheMiddle, type Area } from './areas.ts';
import { PhotoAreas } from './photo-areas.tsx';
import { RedactPhotoDocument } from './redacting.graphql.ts';
import { beginWith, isComplete, RuleAndReason } from './rule-and-reason.tsx';

const MOST = 20;

export interface RedactPhotoProps {
  reportId: string;
  /** Photos of the report and of its conversation. */
  photos: readonly { id: string; url: string; name: string }[];
  /** Verifiers judge by any rule; an agency blacks out personal data, and nothing else. */
  anyRule: boolean;
  onClose: () => void;
  /** The photo is another one now. */
  onDone?: () => void;
}

/**
 * Blacks out areas of a photo for everybody: dragged, or set and moved by the keys. The photo as it was stays sealed, and the reporter
 * is told why. Mounted while it is open.
 */
export function RedactPhoto({ reportId, photos, anyRule, onClose, onDone }: RedactPhotoProps) {
  const t = useText();
  const toast = useToast();
  const [photoId, setPhotoId] = useState(photos[0]?.id ?? '');
  const [areas, setAreas] = useState<readonly Area[]>([]);
  const [why, setWhy] = useState(beginWith(anyRule));
  const [tried, setTried] = useState(false);
  const [isShown, setShown] = useState(false);
  const decision = useReportDecision(RedactPhotoDocument);
  const photo = photos.find(({ id }) => id === photoId);
  const { fields } = decision.faults;
  const fault = fieldText(
    t,
    tried && areas.length === 0 ? 'REQUIRED' : (fields['areas'] ?? fields['attachmentId']),
    { REQUIRED: 'redacting.areaNeeded', NOT_FOUND: 'redacting.photoGone' },
  );

  async function submit() {
    setTried(true);
    if (!photo || areas.length === 0 || !isComplete(why)) return;
    const done = await decision.decide({
      reportId,
      attachmentId: photo.id,
      areas: areas.map((area) => ({ ...area })),
      rule: why.rule,
      reason: why.reason.trim(),
    });
    if (!done) return;
    toast({ text: t('redacting.photoDone') });
    onClose();
    onDone?.();
  }

  return (
    <DecisionDialog
      open
      wide
      title={t('redacting.photoTitle')}
      lead={<p className="caption">{t('redacting.photoLead')}</p>}
      submitLabel={t('redacting.submit')}
      busy={decision.busy}
      faults={decision.faults}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {photos.length > 1 && (
        <Select
          aria-label={t('redacting.whichPhoto')}
          value={photoId}
          onChange={(event) => {
            setPhotoId(event.currentTarget.value);
            setAreas([]);
            setShown(false);
          }}
        >
          {photos.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <div className={fault ? 'field field--error' : 'field'}>
        <p className="hint" id="redact-photo-hint">
          {t('redacting.photoHint')}
        </p>
        {fault && <FieldError>{fault}</FieldError>}
        {photo && (
          <PhotoAreas
            key={photo.id}
            photo={photo}
            areas={areas}
            most={MOST}
            describedBy="redact-photo-hint"
            onChange={setAreas}
            onShown={setShown}
          />
        )}
      </div>
      <p className="row row--tight">
        <Button
          size="small"
          icon={plusIcon}
          disabled={!isShown || areas.length >= MOST}
          onClick={() => setAreas([...areas, inTheMiddle()])}
        >
          {t('redacting.addArea')}
        </Button>
        {areas.length > 0 && (
          <Button size="small" variant="quiet" onClick={() => setAreas([])}>
            {t('redacting.removeAll')}
          </Button>
        )}
        <span className="caption" role="status">
          {t('redacting.areas', { count: areas.length })}
        </span>
      </p>
      <RuleAndReason
        value={why}
        anyRule={anyRule}
        onChange={(part) => setWhy({ ...why, ...part })}
        tried={tried}
        faults={fields}
      />
    </DecisionDialog>
  );
}

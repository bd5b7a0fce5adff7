import { Checkbox, FieldError } from '@lapor/ui';
import { useText } from '../../language/use-text.ts';
import type { Verification } from './use-verification.ts';

/** A sensitive matter goes to an agency only with data that support it: the verifier says so, or asks the reporter for them. */
export function SupportingDataCheck({ verification: { draft, faultAt } }: { verification: Verification }) {
  const t = useText();
  const fault = faultAt('supportingDataChecked');
  if (!draft.value.category?.needsSupportingData && !fault) return null;
  return (
    <fieldset className={fault ? 'field--error' : undefined}>
      <legend className="legend">{t('verify.supportingData')}</legend>
      {fault && <FieldError>{fault}</FieldError>}
      <Checkbox
        label={t('verify.supportingDataEnough')}
        checked={draft.value.supportingDataChecked}
        onChange={(event) => draft.change({ supportingDataChecked: event.currentTarget.checked })}
      />
      {!fault && <p className="caption">{t('verify.supportingDataHint')}</p>}
    </fieldset>
  );
}

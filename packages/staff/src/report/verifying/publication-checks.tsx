import { Checkbox, Field, FieldError, TextArea } from '@lapor/ui';
import { useText } from '../../language/use-text.ts';
import type { Verification } from './use-verification.ts';
import { checksFor, isSafeToPublish } from './verification.ts';

/** "Safe to publish?": one unchecked box holds the text back, with a reason, but never the report. */
export function PublicationChecks({
  verification: { report, draft, faultAt, mayWithhold },
}: {
  verification: Verification;
}) {
  const t = useText();
  const checks = checksFor(report);
  if (checks.length === 0) return null;
  const { checked } = draft.value;
  const safe = isSafeToPublish(report, draft.value);
  const fault = faultAt('safeToPublish');
  return (
    <fieldset className={fault ? 'field--error' : undefined}>
      <legend className="legend">{t('verify.safe')}</legend>
      {fault && <FieldError>{fault}</FieldError>}
      {checks.map((check) => (
        <Checkbox
          key={check}
          label={t(`verify.check.${check}`)}
          checked={checked.includes(check)}
          onChange={(event) =>
            draft.change({
              checked: event.currentTarget.checked
                ? [...checked, check]
                : checked.filter((other) => other !== check),
            })
          }
        />
      ))}
      {!fault && (
        <p className="caption" role="status">
          {t(safe ? 'verify.willPublish' : mayWithhold ? 'verify.willWithhold' : 'verify.mustBeSafe')}
        </p>
      )}
      {!safe && mayWithhold && (
        <Field label={t('verify.withholdReason')} error={faultAt('withholdReason')}>
          <TextArea
            short
            rows={2}
            value={draft.value.withholdReason}
            onChange={(event) => draft.change({ withholdReason: event.currentTarget.value })}
          />
        </Field>
      )}
    </fieldset>
  );
}

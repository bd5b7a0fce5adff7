import { Checkbox, Field, FieldError, Kbd, Select, TextArea } from '@lapor/ui';
import { useRef } from 'react';
import { useShortcutChoice, useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useText } from '../../language/use-text.ts';
import { MODERATION_RULES, type ModerationRule } from '../deciding/moderation-rules.ts';
import type { Verification } from './use-verification.ts';
import { checksFor, isSafeToPublish, ruleOf } from './verification.ts';

/**
 * "Safe to publish?": one unchecked box holds the text back, with a rule and a reason, but never the report. C goes to the first open
 * one; each is ticked by itself, and the first not while personal data are to be seen.
 */
export function PublicationChecks({
  verification: { report, draft, value, leftCount, faultAt, mayWithhold },
}: {
  verification: Verification;
}) {
  const t = useText();
  const { on } = useShortcutChoice();
  const box = useRef<HTMLFieldSetElement>(null);
  const checks = checksFor(report);
  useShortcuts({
    c: () =>
      box.current
        ?.querySelector<HTMLElement>(
          'input[type=checkbox]:not(:checked):not(:disabled), input[type=checkbox]',
        )
        ?.focus(),
  });
  if (checks.length === 0) return null;
  const { checked } = value;
  const safe = isSafeToPublish(report, value);
  const notHeld = mayWithhold && value.withholdReason.trim() === '' ? faultAt('withholdReason') : undefined;
  const fault = faultAt('safeToPublish') ?? notHeld;
  return (
    <fieldset ref={box} className={fault ? 'field--error' : undefined}>
      <legend className="legend">
        {t('verify.safe')} {on && <Kbd>C</Kbd>}
      </legend>
      {fault && <FieldError>{fault}</FieldError>}
      {checks.map((check) => (
        <Checkbox
          key={check}
          label={t(`verify.check.${check}`)}
          checked={checked.includes(check)}
          disabled={check === 'personalData' && leftCount > 0}
          onChange={(event) =>
            draft.change({
              checked: event.currentTarget.checked
                ? [...checked, check]
                : checked.filter((other) => other !== check),
            })
          }
        />
      ))}
      {leftCount > 0 && <p className="caption">{t('verify.leftFirst', { count: leftCount })}</p>}
      {!fault && (
        <p className="caption" role="status">
          {t(safe ? 'verify.willPublish' : mayWithhold ? 'verify.willWithhold' : 'verify.mustBeSafe')}
        </p>
      )}
      {!safe && mayWithhold && (
        <>
          <Field label={t('moderation.rule')}>
            <Select
              value={ruleOf(value)}
              onChange={(event) =>
                draft.change({ withholdRule: event.currentTarget.value as ModerationRule })
              }
            >
              {MODERATION_RULES.map((rule) => (
                <option key={rule} value={rule}>
                  {t(`moderation.rule.${rule}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('verify.withholdReason')} error={notHeld ? undefined : faultAt('withholdReason')}>
            <TextArea
              short
              rows={2}
              value={draft.value.withholdReason}
              onChange={(event) => draft.change({ withholdReason: event.currentTarget.value })}
            />
          </Field>
        </>
      )}
    </fieldset>
  );
}

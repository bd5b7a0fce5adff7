import { Field, Select, TextArea } from '@lapor/ui';
import { fieldText } from '../decisions/field-faults.ts';
import { useText } from '../language/use-text.ts';
import { MODERATION_RULES, type ModerationRule } from '../report/deciding/moderation-rules.ts';

const AGENCY_RULES = ['PERSONAL_DATA'] as const satisfies readonly ModerationRule[];

export interface RuleAndReasonValue {
  rule: ModerationRule | '';
  reason: string;
}

/** What is filled in beforehand: the rule where there is one only. */
export const beginWith = (anyRule: boolean): RuleAndReasonValue => ({
  rule: anyRule ? '' : 'PERSONAL_DATA',
  reason: '',
});

interface RuleAndReasonProps {
  value: RuleAndReasonValue;
  onChange: (part: Partial<RuleAndReasonValue>) => void;
  /** An agency covers personal data alone: there is nothing to choose. */
  anyRule: boolean;
  /** Sending was tried: what is missing is marked. */
  tried: boolean;
  faults: Readonly<Record<string, string>>;
}

/** By which rule, which everybody can look up, and why, which the reporter reads. */
export function RuleAndReason({ value, onChange, anyRule, tried, faults }: RuleAndReasonProps) {
  const t = useText();
  return (
    <>
      <Field
        label={t('redacting.rule')}
        hint={t(anyRule ? 'redacting.ruleHint' : 'redacting.ruleHintAgency')}
        error={fieldText(t, tried && value.rule === '' ? 'REQUIRED' : faults['rule'], {
          VERIFIERS_ONLY: 'redacting.verifiersOnly',
        })}
      >
        <Select
          value={value.rule}
          onChange={(event) => onChange({ rule: event.currentTarget.value as ModerationRule | '' })}
        >
          {anyRule && <option value="">{t('answer.choose')}</option>}
          {(anyRule ? MODERATION_RULES : AGENCY_RULES).map((rule) => (
            <option key={rule} value={rule}>
              {t(`redacting.rule.${rule}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={t('redacting.reason')}
        hint={t('redacting.reasonHint')}
        error={fieldText(t, tried && value.reason.trim() === '' ? 'REQUIRED' : faults['reason'])}
      >
        <TextArea
          short
          rows={2}
          value={value.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      </Field>
    </>
  );
}

/** Whether both are there. */
export const isComplete = (
  value: RuleAndReasonValue,
): value is RuleAndReasonValue & { rule: ModerationRule } => value.rule !== '' && value.reason.trim() !== '';

import { Field, Select, TextArea } from '@lapor/ui';
import type { ObstacleReason, ResultOutcome } from '@lapor/wording';
import { fieldText } from '../../decisions/field-faults.ts';
import { useLanguage } from '../../language/language-provider.tsx';
import { useText } from '../../language/use-text.ts';
import { missingDetails, type AnswerDetails } from './answer-details.ts';
import type { Message } from './consequences.ts';

interface AnswerDetailsFieldsProps {
  kind: Message;
  details: AnswerDetails;
  onChange: (part: Partial<AnswerDetails>) => void;
  /** With proof attached nobody asks why there is none. */
  fileCount: number;
  /** Sending was tried: what is missing is marked. */
  tried: boolean;
  /** Codes of the server. */
  faults: Readonly<Record<string, string>>;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How a result ended and why it has no proof; what stands in the way of an obstacle. Nothing for other kinds. */
export function AnswerDetailsFields({
  kind,
  details,
  onChange,
  fileCount,
  tried,
  faults,
}: AnswerDetailsFieldsProps) {
  const t = useText();
  const { words } = useLanguage();
  const missing = missingDetails(kind, details, fileCount);
  const error = (name: keyof AnswerDetails) =>
    fieldText(t, tried && missing.includes(name) ? 'REQUIRED' : faults[name]);

  if (kind === 'OBSTACLE')
    return (
      <Field className="narrow" label={t('answer.obstacleReason')} error={error('obstacleReason')}>
        <Select
          value={details.obstacleReason}
          onChange={(event) => onChange({ obstacleReason: event.currentTarget.value as ObstacleReason })}
        >
          <option value="">{t('answer.choose')}</option>
          {Object.entries(words.obstacleReasons).map(([reason, label]) => (
            <option key={reason} value={reason}>
              {sentence(label)}
            </option>
          ))}
        </Select>
      </Field>
    );
  if (kind !== 'RESULT') return null;
  return (
    <>
      <Field
        className="narrow"
        label={t('answer.outcome')}
        hint={t('answer.outcomeHint')}
        error={error('outcome')}
      >
        <Select
          value={details.outcome}
          onChange={(event) => onChange({ outcome: event.currentTarget.value as ResultOutcome })}
        >
          <option value="">{t('answer.choose')}</option>
          {Object.entries(words.resultOutcomes).map(([outcome, label]) => (
            <option key={outcome} value={outcome}>
              {sentence(label)}
            </option>
          ))}
        </Select>
      </Field>
      {fileCount === 0 && (
        <Field label={t('answer.noProof')} hint={t('answer.noProofHint')} error={error('noProofReason')}>
          <TextArea
            rows={2}
            value={details.noProofReason}
            onChange={(event) => onChange({ noProofReason: event.currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}

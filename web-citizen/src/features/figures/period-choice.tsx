import { Field, Select } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { periodsOn, type Period } from './periods.ts';

interface PeriodChoiceProps {
  /** What falls into the period; reports that came in, if nothing else is said. */
  label?: string;
  today: string;
  period: Period;
  onChange: (period: Period) => void;
}

export function PeriodChoice({ label, today, period, onChange }: PeriodChoiceProps) {
  const t = useT();
  const periods = periodsOn(today);
  return (
    <Field label={label ?? t('stats.period')}>
      <Select
        value={period.key}
        onChange={(event) => {
          const chosen = periods.find(({ key }) => key === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {periods.map(({ key }) => (
          <option key={key} value={key}>
            {key === '12-bulan'
              ? t('stats.last12')
              : key === '3-bulan'
                ? t('stats.last3')
                : t('stats.year', { year: key })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

import { ChipChoice, FieldError, Kbd } from '@lapor/ui';
import { useLanguage } from '../../language/language-provider.tsx';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useText } from '../../language/use-text.ts';
import { CLASSES } from '../deciding/classes.ts';
import type { Verification } from './use-verification.ts';

/** The class sets the deadline; keys 1 to 5. */
export function ClassChoice({ verification: { draft, faultAt } }: { verification: Verification }) {
  const t = useText();
  const { words } = useLanguage();
  useShortcuts(
    Object.fromEntries(
      CLASSES.map((value, index) => [String(index + 1), () => draft.change({ class: value })]),
    ),
  );
  const fault = faultAt('class');
  return (
    <div className={fault ? 'field field--error' : 'field'}>
      <span className="legend">{t('verify.class')}</span>
      {fault && <FieldError>{fault}</FieldError>}
      <ChipChoice
        label={t('verify.class')}
        value={draft.value.class}
        options={CLASSES.map((value, index) => ({
          value,
          label: (
            <>
              <Kbd>{index + 1}</Kbd> {words.classes[value]}
            </>
          ),
        }))}
        onChange={(value) => draft.change({ class: value })}
      />
      <details className="caption">
        <summary>{t('verify.classMeanings')}</summary>
        {CLASSES.map((value) => (
          <p key={value}>
            <b>{words.classes[value]}</b>: {t(`verify.classMeans.${value}`)}
          </p>
        ))}
      </details>
    </div>
  );
}

import { closeIcon, Field, IconButton, Select, Tag } from '@lapor/ui';
import { useText } from '../language/use-text.ts';
import { UNIT_KEYS, unitKeyName } from './unit-keys.ts';

interface UnitKeysFieldProps {
  value: readonly string[];
  error: string | undefined;
  onChange: (keys: readonly string[]) => void;
}

/** Which tasks of the category map a unit serves. */
export function UnitKeysField({ value, error, onChange }: UnitKeysFieldProps) {
  const t = useText();
  return (
    <Field
      label={t('tree.unitKeys')}
      hint={t('tree.unitKeysHint')}
      error={error}
      foot={
        value.length > 0 && (
          <span className="row row--tight">
            {value.map((key) => (
              <span key={key} className="row row--nowrap">
                <Tag>{unitKeyName(key)}</Tag>
                <IconButton
                  icon={closeIcon}
                  label={t('tree.removeUnitKey', { name: unitKeyName(key) })}
                  onClick={() => onChange(value.filter((other) => other !== key))}
                />
              </span>
            ))}
          </span>
        )
      }
    >
      <Select
        value=""
        onChange={(event) => {
          const key = event.currentTarget.value;
          if (key !== '' && !value.includes(key)) onChange([...value, key]);
        }}
      >
        <option value="">{t('tree.addUnitKey')}</option>
        {Object.keys(UNIT_KEYS)
          .filter((key) => !value.includes(key))
          .map((key) => (
            <option key={key} value={key}>
              {unitKeyName(key)}
            </option>
          ))}
      </Select>
    </Field>
  );
}

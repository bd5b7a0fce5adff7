import { Select } from '@lapor/ui';

interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface ChoiceFilterProps<Value extends string> {
  label: string;
  /** Words of the first choice: no filter. */
  all: string;
  value: string;
  /** Where there are many, under headings. */
  options: readonly (Option<Value> | { label: string; options: readonly Option<Value>[] })[];
  onChange: (value: Value | '') => void;
}

/** One of a few values, or all. */
export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  return (
    <Select
      aria-label={props.label}
      className="filter-select"
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Value | '')}
    >
      <option value="">{props.all}</option>
      {props.options.map((option) =>
        'options' in option ? (
          <optgroup key={option.label} label={option.label}>
            {option.options.map(choice)}
          </optgroup>
        ) : (
          choice(option)
        ),
      )}
    </Select>
  );
}

const choice = ({ value, label }: Option<string>) => (
  <option key={value} value={value}>
    {label}
  </option>
);

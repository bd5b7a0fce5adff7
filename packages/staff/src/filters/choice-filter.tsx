import { Select } from '@lapor/ui';

interface ChoiceFilterProps<Value extends string> {
  label: string;
  /** Words of the first choice: no filter. */
  all: string;
  value: string;
  options: readonly { value: Value; label: string }[];
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
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

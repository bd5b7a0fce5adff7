import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldError } from './field.tsx';

export interface RadioCardsProps<Value extends string> {
  legend: ReactNode;
  /** The legend is only read out, because a heading above says the same. */
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** Id of the first card, for the error summary. */
  id?: string;
  name: string;
  value: Value | null;
  options: readonly { value: Value; title: ReactNode; text?: ReactNode; disabled?: boolean }[];
  columns?: 2 | 3;
  onChange: (value: Value) => void;
}

export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const errorId = useId();
  return (
    <fieldset
      className={classNames(props.error != null && 'field--error')}
      aria-describedby={props.error != null ? errorId : undefined}
    >
      <legend className={props.legendHidden ? 'sr' : 'legend'}>{props.legend}</legend>
      {props.hint != null && <p className="hint">{props.hint}</p>}
      {props.error != null && <FieldError id={errorId}>{props.error}</FieldError>}
      <div className={classNames('choices', props.columns && `choices--${props.columns}`)}>
        {props.options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? props.id : undefined}
              name={props.name}
              value={option.value}
              checked={props.value === option.value}
              disabled={option.disabled}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              <span className="choice__title">{option.title}</span>
              {option.text != null && <span className="choice__text">{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

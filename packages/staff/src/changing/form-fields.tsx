import { Field, Select, TextArea, TextInput, type TextAreaProps, type TextInputProps } from '@lapor/ui';
import type { ReactNode } from 'react';
import type { ChangeForm } from './change-dialog.tsx';

/** Names of what is typed or chosen as text. */
type TextName<Value> = string &
  { [Name in keyof Value]: Value[Name] extends string ? Name : never }[keyof Value];

interface FormFieldProps<Value extends object> {
  form: ChangeForm<Value>;
  /** Of the value, and of the input's field where the server's fault belongs. */
  name: TextName<Value>;
  label: ReactNode;
  hint?: ReactNode;
  /** Other words than the form has for the fault. */
  error?: ReactNode;
  narrow?: boolean;
}

interface Bound {
  value: string;
  set: (value: string) => void;
}

function FormField<Value extends object>({
  form,
  name,
  label,
  hint,
  error = form.faultAt(name),
  narrow,
  children,
}: FormFieldProps<Value> & { children: (bound: Bound) => ReactNode }) {
  return (
    <Field label={label} hint={hint} error={error} className={narrow ? 'narrow' : undefined}>
      {children({
        value: form.value[name] as string,
        set: (value) => form.change({ [name]: value } as unknown as Partial<Value>),
      })}
    </Field>
  );
}

type LineProps<Value extends object> = FormFieldProps<Value> &
  Omit<TextInputProps, keyof FormFieldProps<Value> | 'value' | 'onChange'> & {
    /** Shown, and meant, while nothing was typed. */
    unless?: string;
  };

/** One line of a form, or a day. */
export function LineField<Value extends object>({
  form,
  name,
  label,
  hint,
  error,
  narrow,
  unless = '',
  ...input
}: LineProps<Value>) {
  return (
    <FormField {...{ form, name, label, hint, error, narrow }}>
      {({ value, set }) => (
        <TextInput {...input} value={value || unless} onChange={(event) => set(event.currentTarget.value)} />
      )}
    </FormField>
  );
}

/** Words of a form that may be many. */
export function WordsField<Value extends object>({
  rows,
  short,
  ...field
}: FormFieldProps<Value> & Pick<TextAreaProps, 'rows' | 'short'>) {
  return (
    <FormField {...field}>
      {({ value, set }) => (
        <TextArea
          rows={rows}
          short={short}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
    </FormField>
  );
}

/** One of a few in a form. */
export function ChoiceField<Value extends object>({
  none,
  options,
  ...field
}: FormFieldProps<Value> & {
  /** What stands there while nothing is chosen; without it something always is. */
  none?: string;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <FormField {...field}>
      {({ value, set }) => (
        <Select value={value} onChange={(event) => set(event.currentTarget.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </FormField>
  );
}

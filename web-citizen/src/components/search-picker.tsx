import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field, TextInput, searchIcon } from '@lapor/ui';

export interface PickerOption {
  id: string;
  label: string;
  note?: string;
}

interface SearchPickerProps {
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** What is being typed. */
  search: string;
  onSearch: (search: string) => void;
  options: readonly PickerOption[];
  onPick: (id: string) => void;
  /** Said to screen readers, and shown when there is nothing to pick: "3 hasil", "Tidak ada yang cocok". */
  status: string;
  placeholder?: string;
}

/** A text field whose matches are picked from a list: the combobox pattern, with arrows, Enter and Escape. */
export function SearchPicker(props: SearchPickerProps) {
  const { search, options } = props;
  const listId = useId();
  const [cursor, setCursor] = useState(-1);
  const [closed, setClosed] = useState(false);
  const open = !closed && options.length > 0;

  function pick(option: PickerOption) {
    setClosed(true);
    setCursor(-1);
    props.onPick(option.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const current = options[cursor];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) return;
      event.preventDefault();
      setClosed(false);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setCursor((cursor + step + options.length) % options.length);
    } else if (event.key === 'Enter' && open && current) {
      event.preventDefault();
      pick(current);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setClosed(true);
    }
  }

  return (
    <Field id={props.id} label={props.label} hint={props.hint} error={props.error} className="picker">
      <TextInput
        icon={searchIcon}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && cursor >= 0 ? `${listId}-${cursor}` : undefined}
        autoComplete="off"
        placeholder={props.placeholder}
        value={search}
        onChange={(event) => {
          setClosed(false);
          setCursor(-1);
          props.onSearch(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setClosed(true)}
        onFocus={() => setClosed(false)}
      />
      <div className="picker__list" id={listId} role="listbox" aria-label={props.status} hidden={!open}>
        {options.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys are handled in the field, which keeps the focus
          <div
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === cursor}
            // Before the field loses the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option.label}
            {option.note && <span className="caption block">{option.note}</span>}
          </div>
        ))}
      </div>
      <p className={options.length === 0 && search.trim() ? 'caption top-gap-2' : 'sr'} role="status">
        {search.trim() ? props.status : ''}
      </p>
    </Field>
  );
}

import { Icon, searchIcon, type Glyph } from '@lapor/ui';
import type { ReactNode, Ref } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { useText } from '../language/use-text.ts';

export interface PickOption {
  id: string;
  title: string;
  /** What tells it from others of the same name. */
  detail?: ReactNode;
}

interface SearchPickProps {
  label: string;
  placeholder?: string;
  icon?: Glyph;
  search: string;
  onSearch: (search: string) => void;
  /** Undefined while they are on their way for the first time. */
  options: readonly PickOption[] | undefined;
  busy: boolean;
  failed: boolean;
  selectedId: string | null;
  onPick: (option: PickOption) => void;
  /** Shown when nothing was found. */
  empty: string;
  invalid?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  inputId?: string;
  describedBy?: string;
}

/**
 * A search box with its results always in sight: type, go down with the arrows, Enter. For choosing one of thousands
 * of organisations or hundreds of categories.
 */
export function SearchPick(props: SearchPickProps) {
  const t = useText();
  return (
    <div className="pick">
      <Autocomplete inputValue={props.search} onInputChange={props.onSearch} filter={undefined}>
        <SearchField aria-label={props.label} className="input-group" isInvalid={props.invalid}>
          <Icon of={searchIcon} />
          <Input
            // The list is its popup, though it never closes; Autocomplete sets `aria-controls`.
            // eslint-disable-next-line jsx-a11y/role-has-required-aria-props
            role="combobox"
            aria-expanded
            aria-haspopup="listbox"
            onFocus={(event) => event.currentTarget.closest('.pick')?.scrollIntoView({ block: 'nearest' })}
            className="input"
            placeholder={props.placeholder}
            ref={props.inputRef}
            id={props.inputId}
            aria-describedby={props.describedBy}
            aria-invalid={props.invalid || undefined}
          />
        </SearchField>
        <ListBox
          aria-label={props.label}
          className="pick__list"
          items={props.options ?? []}
          selectionMode="single"
          selectedKeys={props.selectedId === null ? [] : [props.selectedId]}
          disallowEmptySelection
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            const option = props.options?.find((candidate) => candidate.id === id);
            if (option) props.onPick(option);
          }}
          renderEmptyState={() => (
            <p className="caption pick__empty">
              {props.failed
                ? t('pick.failed')
                : props.options === undefined || props.busy
                  ? t('pick.busy')
                  : props.empty}
            </p>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.title} className="pick__option">
              {props.icon && <Icon of={props.icon} size="small" />}
              <span className="pick__words">
                <span>{option.title}</span>
                {option.detail != null && <span className="caption">{option.detail}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
